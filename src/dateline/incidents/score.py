"""How well two mentions match, with the reasons."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Protocol

from dateline.incidents.blocking import candidate_pairs
from dateline.incidents.compare.copies import compare_copies, same_passage
from dateline.incidents.compare.dating import bar_dating, compare_dating
from dateline.incidents.compare.event_type import compare_event_type
from dateline.incidents.compare.figures import compare_figures
from dateline.incidents.compare.placement import bar_placement, compare_placement
from dateline.incidents.compare.side import bar_side, compare_side
from dateline.incidents.compare.targets import compare_targets
from dateline.incidents.compare.weapons import compare_weapons
from dateline.lexicon.link_weights import link_threshold, prior_weight
from dateline.model.incidents import MatchResult, Mention

FEATURES: Final = (
    compare_copies,
    compare_dating,
    compare_placement,
    compare_event_type,
    compare_side,
    compare_targets,
    compare_weapons,
    compare_figures,
)
BARS: Final[tuple[Callable[[Mention, Mention], str | None], ...]] = (
    bar_placement,
    bar_side,
    bar_dating,
)


class Linker(Protocol):
    """Finds the pairs that tell of one incident; the place where another model goes in."""

    def __call__(self, mentions: Sequence[Mention]) -> Iterable[MatchResult]:
        """Every pair worth linking: not barred, of a weight at or above the linker's threshold."""


def bar(a: Mention, b: Mention) -> str | None:
    """Why two mentions can't be one incident whatever else they share; None if they can.

    Two events of one report are never one incident. Copies of one passage are one whatever date or region
    each reading came to.
    """
    if a.report.id == b.report.id:
        return "same report"
    if same_passage(a, b):
        return None
    for check in BARS:
        reason = check(a, b)
        if reason is not None:
            return reason
    return None


def compare(a: Mention, b: Mention) -> MatchResult:
    """The match of two mentions: a sum of weights in bits, its parts, and what bars it.

    Symmetric: ``compare(a, b) == compare(b, a)``.
    """
    left, right = (a, b) if a.id <= b.id else (b, a)
    comparisons = tuple(feature(left, right) for feature in FEATURES)
    return MatchResult(
        left=left.id,
        right=right.id,
        weight=round(prior_weight() + sum(c.weight for c in comparisons), 4),
        comparisons=comparisons,
        barred=bar(left, right),
    )


def link_by_weights(mentions: Sequence[Mention]) -> Iterator[MatchResult]:
    """The default :class:`Linker`: candidate pairs scored by :func:`compare`."""
    threshold = link_threshold()
    for pair in candidate_pairs(mentions):
        if bar(pair.left, pair.right) is not None:
            continue
        result = compare(pair.left, pair.right)
        if result.weight >= threshold:
            yield result
