"""Who attacked: accounts that differ are dissent, unless each outlet says so on its own and unopposed."""

from dateline.incidents.compare.levels import weigh
from dateline.incidents.facts import told_sides, undisputed_side
from dateline.model.incidents import Comparison, Mention


def compare_side(a: Mention, b: Mention) -> Comparison:
    """``same`` when one side is told by both, ``told differently``, ``different`` or ``unknown``."""
    one, other = told_sides(a), told_sides(b)
    if not one or not other:
        level = "unknown"
    elif one & other:
        level = "same"
    else:
        level = "different" if bar_side(a, b) else "told differently"
    return weigh("side", level)


def bar_side(a: Mention, b: Mention) -> str | None:
    """``different side`` when both outlets name one on their own, undisputed account."""
    one, other = undisputed_side(a), undisputed_side(b)
    return "different side" if one is not None and other is not None and one != other else None
