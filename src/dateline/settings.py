"""What a user can set, in one frozen value.

Settings come from the environment and are overridden by a command's options. Stages never read them: what a stage needs, it is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DEFAULT_LEDGER = "dateline.db"

READERS = ("learned", "rules")
"""The readers: the encoder with the rules behind it, or the rules alone."""
DEFAULT_READER = "learned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, each with its help.

    Attributes:
        ledger: path or URL of the ledger.
        gazetteer: file of the gazetteer; None for the built-in one in the user's cache folder.
        reader: one of :data:`READERS`.
    """

    ledger: str = field(
        default=DEFAULT_LEDGER,
        metadata={"env": "DATELINE_LEDGER", "help": "a path (SQLite) or a postgresql:// URL"},
    )
    gazetteer: Path | None = field(
        default=None,
        metadata={
            "env": "DATELINE_GAZETTEER",
            "help": "a gazetteer file to use instead of the built-in one",
        },
    )
    reader: str = field(
        default=DEFAULT_READER,
        metadata={"env": "DATELINE_READER", "help": f"which reader: {' or '.join(READERS)}"},
    )


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Settings from ``DATELINE_LEDGER``, ``DATELINE_GAZETTEER`` and ``DATELINE_READER``; empty ones count as unset."""
    gazetteer = environ.get("DATELINE_GAZETTEER") or None
    return Settings(
        ledger=environ.get("DATELINE_LEDGER") or DEFAULT_LEDGER,
        gazetteer=Path(gazetteer) if gazetteer is not None else None,
        reader=environ.get("DATELINE_READER") or DEFAULT_READER,
    )
