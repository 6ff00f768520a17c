"""What a user can set, in one frozen value.

Settings come from the environment and are overridden by a command's options. Stages never read them: what a stage needs, it is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DEFAULT_LEDGER = "dateline.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, each with its help.

    Attributes:
        ledger: path or URL of the ledger.
        gazetteer: file of the gazetteer; None for the built-in one in the user's cache folder.
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


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Settings from the variables ``DATELINE_LEDGER`` and ``DATELINE_GAZETTEER``; empty ones count as unset."""
    gazetteer = environ.get("DATELINE_GAZETTEER") or None
    return Settings(
        ledger=environ.get("DATELINE_LEDGER") or DEFAULT_LEDGER,
        gazetteer=Path(gazetteer) if gazetteer is not None else None,
    )
