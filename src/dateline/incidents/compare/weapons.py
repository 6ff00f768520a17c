"""What was used."""

from dateline.incidents.compare.levels import weigh
from dateline.model.incidents import Comparison, Mention
from dateline.model.vocab import WeaponType


def compare_weapons(a: Mention, b: Mention) -> Comparison:
    """``in common``, ``different`` or ``unknown``."""
    one, other = _types(a), _types(b)
    if not one or not other:
        return weigh("weapons", "unknown")
    return weigh("weapons", "in common" if one & other else "different")


def _types(mention: Mention) -> frozenset[WeaponType]:
    return frozenset(w.type for w in mention.event.weapons) - {WeaponType.OTHER}
