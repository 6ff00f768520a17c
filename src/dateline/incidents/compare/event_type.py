"""What kind of attack."""

from dateline.incidents.compare.levels import weigh
from dateline.lexicon.link_weights import akin_event_types
from dateline.model.incidents import Comparison, Mention
from dateline.model.vocab import EventType


def compare_event_type(a: Mention, b: Mention) -> Comparison:
    """``same``, ``akin``, ``different``; ``unknown`` where one is ``Other``."""
    pair = a.event.type, b.event.type
    if EventType.OTHER in pair:
        level = "unknown"
    elif pair[0] is pair[1]:
        level = "same"
    else:
        level = "akin" if pair in akin_event_types() else "different"
    return weigh("event type", level)
