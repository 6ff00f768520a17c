"""A run: one call of ``dateline add``, and what it was made with."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a stretch of work was done with.

    Attributes:
        id: random; runs are the only things of the ledger not named by content.
        started_at: UTC.
        code_version: of the package.
        lexicon_hash: SHA-256 over the generated tables, 16 hex digits.
        model_hash: SHA-256 of the encoder's weights; None for the rule reader.
        reader: as in ``Reading.reader``.
        command: what the user called, without secrets.
    """

    id: str
    started_at: datetime
    code_version: str
    lexicon_hash: str
    model_hash: str | None = None
    reader: str
    command: str = ""
