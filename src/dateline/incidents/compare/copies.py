"""Whether two mentions are one passage in near-identical copies of one report."""

from dateline.incidents.compare.levels import weigh
from dateline.incidents.facts import fold
from dateline.model.incidents import Comparison, Mention


def same_passage(a: Mention, b: Mention) -> bool:
    """Whether both reports go back to one original and tell of the attack in the same words."""
    return (
        a.report.id != b.report.id
        and a.report.origin == b.report.origin
        and passage(a) == passage(b)
    )


def passage(mention: Mention) -> tuple[str, ...]:
    """The words by which a copy's account of an attack is known: trigger, type, places, targets."""
    event = mention.event
    targets = sorted(fold(t.text) for t in event.targets)
    places = sorted(fold(p.text) for p in event.places)
    return (fold(event.trigger), event.type, *places, "", *targets)


def compare_copies(a: Mention, b: Mention) -> Comparison:
    """``same passage`` or ``unknown``."""
    return weigh("copies", "same passage" if same_passage(a, b) else "unknown")
