"""ACLED's 25 sub-event types, and the labels that data files give them."""

from dataclasses import dataclass
from functools import cache

from dateline.lexicon.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class SubEventType:
    """One type; from ``resources/sub_event_types.yml``.

    Attributes:
        name: as ACLED spells it ("Armed clash").
        event_type: ACLED's column ``event_type``.
        code: the short form of CASE 2021, shared task 2 ("ARM_CLASH").
        aliases: other spellings.
    """

    name: str
    event_type: str
    code: str
    aliases: tuple[str, ...]


@cache
def sub_event_types() -> dict[str, SubEventType]:
    """Every type by its name, in the order of the table; treat it as read-only."""
    return {
        row["type"]: SubEventType(
            name=row["type"],
            event_type=row["event_type"],
            code=row["code"],
            aliases=tuple(row["aliases"]),
        )
        for row in table("sub_event_types")["entries"]
    }


def fold_label(label: str) -> str:
    """The form labels are compared in: lower case, letters and digits only."""
    return "".join(c for c in label.casefold() if c.isalnum())


def sub_event_type(label: str) -> str | None:
    """The name of the type that a label stands for: its name, code or an alias; None if it is none of them."""
    return _by_label().get(fold_label(label))


@cache
def _by_label() -> dict[str, str]:
    return {
        fold_label(label): entry.name
        for entry in sub_event_types().values()
        for label in (entry.name, entry.code, *entry.aliases)
    }
