"""Scores of a text's words as signals: softmax, temperatures, spans out of B/I/O, partners out of vector products."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.encoder.card import Card, columns_of
from dateline.model.signals import Signal
from dateline.model.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray


ANCHORS = 64
"""Anchors whose chances are kept at a time."""


@dataclass(frozen=True)
class Scored:
    """The scores of one text, as :class:`dateline.model.signals.Signals`.

    Attributes:
        card: names of the columns, temperatures and thresholds.
        starts: where each word starts, in characters, shape (words,).
        ends: where each word ends, shape (words,).
        marks: scores of layers and heads, one after the other, shape (words, columns).
        pairs: vectors of the anchors, vectors of the others, then one score a relation, shape (words, relations * (2 * width + 1)).
        whole: scores of the classes of the whole text, shape (kinds,).
    """

    card: Card
    starts: "NDArray[np.int64]"
    ends: "NDArray[np.int64]"
    marks: "NDArray[np.float32]"
    pairs: "NDArray[np.float32]"
    whole: "NDArray[np.float32]"

    def spans(self, layer: str) -> tuple[Signal, ...]:
        """See :class:`dateline.model.signals.Signals`."""
        return self._spans(layer)

    def share(self, layer: str, label: str, span: Span) -> float:
        """See :class:`dateline.model.signals.Signals`."""
        first, last = self._words(span)
        if first == last:
            return 0.0
        at = self.card.layers[layer].index(label)
        inside = self._chances(layer)[first:last, 2 * at + 1 : 2 * at + 3]
        return float(inside.sum(1).mean())

    def sort(self, head: str, span: Span) -> tuple[tuple[str, float], ...]:
        """See :class:`dateline.model.signals.Signals`."""
        first, last = self._words(span)
        if first == last:
            return ()
        means = self.marks[first:last, self._columns[head]].mean(0)
        chances = _softmax(means / self.card.temperatures.get(head, 1.0))
        return _ranked(self.card.heads[head], chances)

    def partners(self, relation: str, anchor: Span) -> tuple[Signal, ...]:
        """See :class:`dateline.model.signals.Signals`."""
        at, end = self._words(anchor)
        if at == end:
            return ()
        chances = self._partner_chances(relation, at)
        yes = chances >= self.card.thresholds.get(f"{relation}>", 0.5)
        edges = np.flatnonzero(np.diff(yes.astype(np.int8), prepend=0, append=0))
        return tuple(
            Signal(
                span=Span(int(self.starts[first]), int(self.ends[last - 1])),
                label=relation,
                score=float(chances[first:last].mean()),
            )
            for first, last in zip(edges[::2], edges[1::2], strict=True)
        )

    def link(self, relation: str, anchor: Span, other: Span) -> float:
        """See :class:`dateline.model.signals.Signals`."""
        at, end = self._words(anchor)
        first, last = self._words(other)
        if at == end or first == last:
            return 0.0
        sums = self._partner_sums(relation, at)
        return (sums[last] - sums[first]) / (last - first)

    def kinds(self) -> tuple[tuple[str, float], ...]:
        """See :class:`dateline.model.signals.Signals`."""
        return _ranked(
            self.card.kinds, _softmax(self.whole / self.card.temperatures.get("kinds", 1.0))
        )

    @cached_property
    def _columns(self) -> dict[str, slice]:
        return columns_of(self.card)

    # Kept per text: a layer is decoded when it is first asked for, and an anchor's chances are asked for span by span.

    @cached_property
    def _chances(self) -> "Callable[[str], NDArray[np.float32]]":
        return cache(self._softened)

    @cached_property
    def _spans(self) -> Callable[[str], tuple[Signal, ...]]:
        return cache(lambda layer: tuple(self._layer(layer)))

    @cached_property
    def _partner_chances(self) -> "Callable[[str, int], NDArray[np.float32]]":
        return lru_cache(ANCHORS)(self._paired)

    @cached_property
    def _partner_sums(self) -> Callable[[str, int], list[float]]:
        """Running sums of an anchor's chances, so that a span's mean is a difference."""

        def summed(relation: str, first: int) -> list[float]:
            chances = self._partner_chances(relation, first)
            return np.concatenate(([0.0], np.cumsum(chances, dtype=np.float64))).tolist()  # type: ignore[no-any-return]

        return lru_cache(ANCHORS)(summed)

    @cached_property
    def _words(self) -> Callable[[Span], tuple[int, int]]:
        return cache(self._touched)

    def _softened(self, layer: str) -> "NDArray[np.float32]":
        scores = self.marks[:, self._columns[layer]]
        return _softmax(scores / self.card.temperatures.get(layer, 1.0))

    def _layer(self, layer: str) -> Iterator[Signal]:
        chances = self._chances(layer)
        outside = 1 - self.card.thresholds.get(layer, 0.5)
        numbers = np.where(chances[:, 0] >= outside, 0, chances[:, 1:].argmax(1) + 1)
        kinds = np.where(numbers > 0, (numbers - 1) // 2, -1)
        before = np.concatenate(([-1], kinds[:-1])) if len(kinds) else kinds
        begins = np.flatnonzero((kinds >= 0) & ((numbers % 2 == 1) | (kinds != before)))
        for place, first in enumerate(begins):
            limit = begins[place + 1] if place + 1 < len(begins) else len(kinds)
            run = np.flatnonzero(kinds[first:limit] != kinds[first])
            last = first + run[0] if len(run) else limit
            kind = int(kinds[first])
            yield Signal(
                span=Span(int(self.starts[first]), int(self.ends[last - 1])),
                label=self.card.layers[layer][kind],
                score=float(chances[first:last, 2 * kind + 1 : 2 * kind + 3].sum(1).mean()),
            )

    def _touched(self, span: Span) -> tuple[int, int]:
        """First and end word of those that a span touches."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        last = int(np.searchsorted(self.starts, span.end, side="left"))
        return first, max(first, last)

    def _paired(self, relation: str, first: int) -> "NDArray[np.float32]":
        """The chance of each word to be a partner of the anchor that begins with a word."""
        at, width, count = (
            self.card.relations.index(relation),
            self.card.width,
            len(self.card.relations),
        )
        left = self.pairs[first, at * width : (at + 1) * width]
        right = self.pairs[:, (count + at) * width : (count + at + 1) * width]
        alone = self.pairs[:, 2 * count * width + at]
        far = np.arange(len(self.starts)) - first
        steps = np.searchsorted(np.asarray(self.card.reach), np.abs(far), side="right")
        near = np.asarray(self.card.distance[at], np.float32)[
            len(self.card.reach) + np.sign(far) * steps
        ]
        scores = right @ left / np.sqrt(np.float32(width)) + alone + near
        chances: NDArray[np.float32] = 1 / (
            1 + np.exp(-np.maximum(scores / self.card.temperatures.get(f"{relation}>", 1.0), -80))
        )
        return chances


def _softmax(scores: "NDArray[np.float32]") -> "NDArray[np.float32]":
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    chances: NDArray[np.float32] = raised / raised.sum(-1, keepdims=True)
    return chances


def _ranked(
    names: tuple[str, ...], chances: "NDArray[np.float32]"
) -> tuple[tuple[str, float], ...]:
    order = np.argsort(-chances, kind="stable")
    return tuple((names[n], float(chances[n])) for n in order)
