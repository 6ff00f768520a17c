"""Our event types and their counterparts in ACLED, PLOVER and MUC-4."""

from dataclasses import dataclass
from functools import cache

from dateline.lexicon.tables import table
from dateline.model.vocab import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTypeEntry:
    """One event type in four schemes; from ``resources/event_types.yml``, where each choice has its reason.

    Attributes:
        type: ours, ACLED's ``sub_event_type``.
        acled_event_type: ACLED's ``event_type``.
        acled_disorder_type: ACLED's ``disorder_type``.
        plover_category: PLOVER's event category.
        plover_mode: PLOVER's mode; None where it depends on the weapon.
        muc4_type: MUC-4's incident type.
        definition: what it covers.
    """

    type: EventType
    acled_event_type: str
    acled_disorder_type: str
    plover_category: str
    plover_mode: str | None
    muc4_type: str
    definition: str


@cache
def event_types() -> dict[EventType, EventTypeEntry]:
    """Every event type, in the order of the table; treat it as read-only."""
    return {
        EventType(row["type"]): EventTypeEntry(
            type=EventType(row["type"]),
            acled_event_type=row["acled"]["event_type"],
            acled_disorder_type=row["acled"]["disorder_type"],
            plover_category=row["plover"]["category"],
            plover_mode=row["plover"]["mode"],
            muc4_type=row["muc4"],
            definition=row["definition"],
        )
        for row in table("event_types")["entries"]
    }
