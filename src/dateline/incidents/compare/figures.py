"""How many were killed and injured."""

from itertools import product

from dateline.incidents.compare.levels import weigh
from dateline.incidents.facts import MUTE
from dateline.incidents.figures import bounds, compatible
from dateline.model.claims import ClaimValue
from dateline.model.incidents import Comparison, Mention
from dateline.model.vocab import Field


def compare_figures(a: Mention, b: Mention) -> Comparison:
    """``same number`` above zero for killed or injured, ``compatible``, ``different`` or ``unknown``."""
    levels = {_level(a, b, field) for field in (Field.KILLED, Field.INJURED)}
    for level in ("same number", "different", "compatible"):
        if level in levels:
            return weigh("figures", level)
    return weigh("figures", "unknown")


def _level(a: Mention, b: Mention, field: Field) -> str:
    pairs = list(product(_values(a, field), _values(b, field)))
    if not pairs:
        return "unknown"
    if any(x == y and isinstance(x, int) and x > 0 for x, y in pairs):
        return "same number"
    return "compatible" if any(compatible(x, y) for x, y in pairs) else "different"


def _values(mention: Mention, field: Field) -> list[ClaimValue]:
    return [
        c.value
        for c in mention.event.claims
        if c.field is field and c.stance not in MUTE and bounds(c.value) is not None
    ]
