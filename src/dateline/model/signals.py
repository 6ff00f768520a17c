"""What an encoder makes of a text: labelled spans, classes of spans, partners of anchors, all with how sure it is.

Nothing here is a value of the record yet; the stages above turn signals into mentions and claims. All spans count characters of
:attr:`dateline.model.texts.Text.body`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A span with a label.

    Attributes:
        span: where it stands.
        label: what it is.
        score: how sure, 0 to 1: the mean probability of its words, calibrated on development data.
    """

    span: Span
    label: str
    score: float


class Signals(Protocol):
    """The signals of one text."""

    def spans(self, layer: str) -> tuple[Signal, ...]:
        """The spans of a tagging layer, in the order of the text; none overlaps another."""

    def share(self, layer: str, label: str, span: Span) -> float:
        """Mean probability that the words of a span are inside a span with the label."""

    def sort(self, head: str, span: Span) -> tuple[tuple[str, float], ...]:
        """The classes of a head for a span with their probabilities, most probable first."""

    def partners(self, relation: str, anchor: Span) -> tuple[Signal, ...]:
        """The stretches that stand in a relation to an anchor, in the order of the text."""

    def link(self, relation: str, anchor: Span, other: Span) -> float:
        """Probability that a span stands in a relation to an anchor."""

    def kinds(self) -> tuple[tuple[str, float], ...]:
        """The classes of the whole text with their probabilities, most probable first."""


class Encoder(Protocol):
    """Gives signals for texts."""

    @property
    def name(self) -> str:
        """Name and version, with the first digits of the hash of its weights."""

    def read(self, bodies: Sequence[str]) -> tuple[Signals, ...]:
        """The signals of each text; empty texts have none, long ones are read in windows and never cut short."""
