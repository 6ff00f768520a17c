"""Agreement on stretches of characters: to the character, by tokens, exact, and by overlap.

A stretch is ``(start, end)`` in characters of the text, end exclusive. White space never counts: it is cut off the ends of a
stretch, two stretches with nothing else between them are one, and it is no character to agree on.

Tokens are this package's own (:mod:`dateline.text.tokens`): the possessive stands alone, contractions and compounds with hyphens
stay whole. Figures of the literature count those of other tokenisers, so that token figures are near to them but not the same.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TypeAlias, TypeVar

from dateline.bench.metrics.assignment import assign
from dateline.bench.metrics.counts import Prf
from dateline.text.normalise import normalise
from dateline.text.tokens import tokenise

Stretch: TypeAlias = tuple[int, int]
Stretches: TypeAlias = tuple[Stretch, ...]
Kinded: TypeAlias = tuple[int, int, str]
"""A stretch with its kind: start, end, kind."""
_T = TypeVar("_T")


def tidy(stretches: Iterable[Stretch], text: str) -> Stretches:
    """In order, without white space at the ends; those that overlap, touch or have only white space between them as one."""
    done: list[Stretch] = []
    for start, end in sorted(_trimmed(stretch, text) for stretch in stretches):
        if start == end:
            continue
        if done and not text[done[-1][1] : start].strip():
            done[-1] = (done[-1][0], max(done[-1][1], end))
        else:
            done.append((start, end))
    return tuple(done)


def _trimmed(stretch: Stretch, text: str) -> Stretch:
    start, end = stretch
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def covered(stretches: Iterable[Stretch], text: str) -> frozenset[int]:
    """The characters other than white space that stand in any of the stretches, by their offsets."""
    return frozenset(
        at for start, end in stretches for at in range(start, end) if not text[at].isspace()
    )


def token_stretches(text: str) -> Stretches:
    """The tokens of a text, in order, in characters of the text as given."""
    body, offsets = normalise(text)
    spans = (offsets.to_source(token.span) for token in tokenise(body))
    return tuple((span.start, span.end) for span in spans)


def tokens_in(tokens: Sequence[Stretch], characters: AbstractSet[int]) -> frozenset[int]:
    """The tokens, by number, that have a character among ``characters``."""
    return frozenset(
        number
        for number, (start, end) in enumerate(tokens)
        if not characters.isdisjoint(range(start, end))
    )


def agreement(gold: AbstractSet[Hashable], system: AbstractSet[Hashable]) -> Prf:
    """Counts of what stands in both sets, and in one only."""
    return Prf.of(len(gold & system), len(gold), len(system))


def one_to_one(gold: Sequence[_T], system: Sequence[_T], same: Callable[[_T, _T], bool]) -> Prf:
    """Counts of as many pairs as can be made of things that are ``same``, none in two pairs."""
    pairs = assign([[float(same(a, b)) for b in system] for a in gold])
    return Prf.of(len(pairs), len(gold), len(system))


def overlap(one: Kinded, other: Kinded) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindScores:
    """Agreement on stretches of several kinds over a set of texts.

    Attributes:
        exact: by kind; the same start and end.
        overlapping: by kind; a character in common, paired one to one.
        passed_over: stretches of the system whose kind is not scored.
    """

    exact: Mapping[str, Prf]
    overlapping: Mapping[str, Prf]
    passed_over: int

    @property
    def micro(self) -> tuple[Prf, Prf]:
        """Exact and overlapping over all kinds together."""
        return total(self.exact), total(self.overlapping)


def total(counts: Mapping[str, Prf]) -> Prf:
    """The sum of all counts."""
    return reduce(add, counts.values(), Prf())


def score_kinds(
    pairs: Iterable[tuple[Iterable[Kinded], Iterable[Kinded]]], kinds: Sequence[str]
) -> KindScores:
    """Score stretches with kinds; each stretch counts once a kind, however often it is given.

    Args:
        pairs: gold and system of each text.
        kinds: which are scored, in the order of the result; gold's others are dropped, the system's counted as passed over.
    """
    exact = dict.fromkeys(kinds, Prf())
    overlapping = dict.fromkeys(kinds, Prf())
    passed_over = 0
    for gold, system in pairs:
        expected, found = sorted(set(gold)), sorted(set(system))
        passed_over += sum(kind not in exact for *_, kind in found)
        for kind in kinds:
            one = [stretch for stretch in expected if stretch[2] == kind]
            other = [stretch for stretch in found if stretch[2] == kind]
            exact[kind] += agreement(set(one), set(other))
            overlapping[kind] += one_to_one(one, other, overlap)
    return KindScores(exact=exact, overlapping=overlapping, passed_over=passed_over)
