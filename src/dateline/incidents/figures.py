"""Counts as reports give them: a number, a range, "some", "all"."""

from dateline.model.claims import ClaimValue, Range


def bounds(value: ClaimValue) -> Range | None:
    """The least and greatest number a value allows; None where it is no count.

    "some" is one or more; an open end of a range is None, as is the end of "some".
    "all" (weapons shot down) is no number and has no bounds.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return value, value
    if isinstance(value, str):
        return (1, None) if value == "some" else None
    low, high = value
    return low or 0, high


def compatible(left: ClaimValue, right: ClaimValue) -> bool:
    """Whether one number could be meant by both; values without bounds never exclude each other."""
    one, other = bounds(left), bounds(right)
    if one is None or other is None:
        return True
    return _at_most(one[0], other[1]) and _at_most(other[0], one[1])


def _at_most(low: int | None, high: int | None) -> bool:
    return high is None or (low or 0) <= high


def entails(special: ClaimValue, general: ClaimValue) -> bool:
    """Whether every number ``special`` allows is one that ``general`` allows ("5", "at least 5")."""
    inner, outer = bounds(special), bounds(general)
    if inner is None or outer is None:
        return special == general
    if (inner[0] or 0) < (outer[0] or 0):
        return False
    return outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
