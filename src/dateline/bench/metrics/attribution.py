"""How well attributions were found: each of source, cue and content by itself, and the three together.

An attribution gives each kind as stretches of characters, several where something stands in between, none where it is not told.
Over a set of texts four things are counted.

- Tokens and characters: those in any stretch of the kind, of whatever attribution of the text.
- Exact spans: all that one attribution gives of a kind, to the character. A source that two attributions share is one span.
- Whole attributions: paired one to one, where source, cue and content are all exact.
- The same relaxed: where of each of the three half the characters or more of either side stand on the other side too.

After the measures of PolNeAR (Newell, Margolin and Ruths 2018) and of CofeNet (Wang et al. 2022), whose published figures are of
sentences and of other tokens; see :mod:`dateline.bench.metrics.spans` for what white space and tokens are here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dateline.bench.metrics.counts import Prf
from dateline.bench.metrics.spans import (
    Stretches,
    agreement,
    covered,
    one_to_one,
    tidy,
    token_stretches,
    tokens_in,
)

KINDS = ("source", "cue", "content")
MEASURES = ("tokens", "characters", "exact spans")
WHOLE = ("exact", "relaxed")

Attributed: TypeAlias = Mapping[str, Stretches]
"""One attribution: stretches by kind; a kind that is missing has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Counts over a set of texts.

    Attributes:
        parts: one :class:`Prf` a measure of :data:`MEASURES` and a kind of :data:`KINDS`.
        whole: one for each of :data:`WHOLE`.
        texts: how many in gold.
        missing: gold texts that the system lacks; they count as read with nothing found.
        ignored: system texts that gold lacks.
    """

    parts: Mapping[str, Mapping[str, Prf]]
    whole: Mapping[str, Prf]
    texts: int
    missing: int
    ignored: int


@dataclass(frozen=True, slots=True)
class _Side:
    """The attributions of one text as one side has them: stretches and characters of each."""

    spans: tuple[Attributed, ...]
    characters: tuple[Mapping[str, frozenset[int]], ...]

    @classmethod
    def of(cls, text: str, attributions: Sequence[Attributed]) -> "_Side":
        spans = tuple({kind: tidy(a.get(kind, ()), text) for kind in KINDS} for a in attributions)
        return cls(spans, tuple({k: covered(a[k], text) for k in KINDS} for a in spans))

    def all_characters(self, kind: str) -> frozenset[int]:
        return frozenset().union(*(a[kind] for a in self.characters))

    def all_spans(self, kind: str) -> frozenset[Stretches]:
        return frozenset(a[kind] for a in self.spans if a[kind])


def score(
    texts: Mapping[str, str],
    gold: Mapping[str, Sequence[Attributed]],
    system: Mapping[str, Sequence[Attributed]],
) -> Scores:
    """Score attributions by the names of their texts.

    Args:
        texts: every text of gold.
        gold: the attributions of each.
        system: the same of the system, in characters of the same texts.
    """
    parts = {measure: dict.fromkeys(KINDS, Prf()) for measure in MEASURES}
    whole = dict.fromkeys(WHOLE, Prf())
    for name, text in texts.items():
        one, other = _Side.of(text, gold[name]), _Side.of(text, system.get(name, ()))
        tokens = token_stretches(text)
        for kind in KINDS:
            a, b = one.all_characters(kind), other.all_characters(kind)
            parts["tokens"][kind] += agreement(tokens_in(tokens, a), tokens_in(tokens, b))
            parts["characters"][kind] += agreement(a, b)
            parts["exact spans"][kind] += agreement(one.all_spans(kind), other.all_spans(kind))
        whole["exact"] += one_to_one(one.spans, other.spans, lambda a, b: a == b)
        whole["relaxed"] += one_to_one(one.characters, other.characters, _alike)
    return Scores(
        parts=parts,
        whole=whole,
        texts=len(texts),
        missing=sum(name not in system for name in texts),
        ignored=sum(name not in texts for name in system),
    )


def _alike(one: Mapping[str, frozenset[int]], other: Mapping[str, frozenset[int]]) -> bool:
    """Half or more of either side shared, of each kind; two that lack a kind agree on it."""
    return all(
        2 * len(one[kind] & other[kind]) >= max(len(one[kind]), len(other[kind])) for kind in KINDS
    )
