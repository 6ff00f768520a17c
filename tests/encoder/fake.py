"""A fake encoder: what it sees in a text is written down by words, so that the stages above are tested without weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model.signals import Signal
from dateline.model.spans import Span

Told = tuple[str, str, float]
"""Words, label, score."""


def find(body: str, words: str) -> Span:
    start = body.index(words)
    return Span(start, start + len(words))


@dataclass(frozen=True)
class FakeSignals:
    body: str
    layers: Mapping[str, Sequence[Told]] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    classes: Mapping[tuple[str, str], Mapping[str, float]] = field(default_factory=dict)
    whole: Mapping[str, float] = field(default_factory=lambda: {"Other": 1.0})

    def spans(self, layer: str) -> tuple[Signal, ...]:
        found = (
            Signal(span=find(self.body, words), label=label, score=score)
            for words, label, score in self.layers.get(layer, ())
            if words in self.body
        )
        return tuple(sorted(found, key=lambda s: s.span))

    def share(self, layer: str, label: str, span: Span) -> float:
        return max(
            (s.score for s in self.spans(layer) if s.label == label and s.span.overlaps(span)),
            default=0.0,
        )

    def sort(self, head: str, span: Span) -> tuple[tuple[str, float], ...]:
        told = self.classes.get((head, span.of(self.body)), {"": 0.0})
        return tuple(sorted(told.items(), key=lambda pair: -pair[1]))

    def partners(self, relation: str, anchor: Span) -> tuple[Signal, ...]:
        words = self.pairs.get((relation, anchor.of(self.body)), ())
        found = (Signal(span=find(self.body, w), label=relation, score=0.9) for w in words)
        return tuple(sorted(found, key=lambda s: s.span))

    def link(self, relation: str, anchor: Span, other: Span) -> float:
        return max(
            (s.score for s in self.partners(relation, anchor) if s.span.overlaps(other)),
            default=0.0,
        )

    def kinds(self) -> tuple[tuple[str, float], ...]:
        return tuple(sorted(self.whole.items(), key=lambda pair: -pair[1]))


@dataclass
class FakeEncoder:
    """Gives every text the same signals; fails on a text that holds ``refuses``."""

    layers: Mapping[str, Sequence[Told]] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    classes: Mapping[tuple[str, str], Mapping[str, float]] = field(default_factory=dict)
    refuses: str | None = None
    calls: list[int] = field(default_factory=list)
    name: str = "fake 1"

    def read(self, bodies: Sequence[str]) -> tuple[FakeSignals, ...]:
        self.calls.append(len(bodies))
        if self.refuses is not None and any(self.refuses in body for body in bodies):
            raise ValueError("cannot encode this")
        return tuple(FakeSignals(b, self.layers, self.pairs, self.classes) for b in bodies)
