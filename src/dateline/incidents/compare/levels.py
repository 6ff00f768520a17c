"""A level, weighed."""

from dateline.lexicon.link_weights import link_weight
from dateline.model.incidents import Comparison


def weigh(feature: str, level: str) -> Comparison:
    """The comparison of ``feature`` at ``level`` with its weight from ``resources/link_weights.yml``."""
    return Comparison(feature=feature, level=level, weight=link_weight(feature, level))
