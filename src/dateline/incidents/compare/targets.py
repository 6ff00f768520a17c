"""What was hit: an attack may have several targets and a report may name one of them."""

from itertools import product

from dateline.incidents.compare.levels import weigh
from dateline.lexicon.link_weights import general_targets
from dateline.model.incidents import Comparison, Mention
from dateline.model.vocab import TargetType


def compare_targets(a: Mention, b: Mention) -> Comparison:
    """``type in common``, ``akin`` (one a vaguer word for the other), ``different`` or ``unknown``."""
    one, other = _types(a), _types(b)
    if not one or not other:
        level = "unknown"
    elif one & other:
        level = "type in common"
    elif any(
        pair in general_targets() or pair[::-1] in general_targets() for pair in product(one, other)
    ):
        level = "akin"
    else:
        level = "different"
    return weigh("targets", level)


def _types(mention: Mention) -> frozenset[TargetType]:
    """Without ``other``, which says nothing."""
    return frozenset(t.type for t in mention.event.targets) - {TargetType.OTHER}
