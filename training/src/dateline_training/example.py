"""What a corpus gives to train on: one text with labelled spans, links between them, and what is left unlabelled.

Corpora label different things. What a corpus does not label is not absent, it is unknown: ``layers``, ``heads`` and ``relations`` name
what the labels of an example are complete for, and no loss is taken anywhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

Offsets: TypeAlias = tuple[int, int]
"""Characters of :attr:`Example.text`, end exclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A span of a tagging layer ("cue"; "muc" with the label "weapon")."""

    layer: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """A span that a classifying head sorts ("stage": "attempted"). Spans without one are not trained on."""

    head: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """An anchor (a cue, a trigger) and a span that stands in a relation to it."""

    relation: str
    anchor: Offsets
    other: Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text and its labels.

    Attributes:
        id: unique within the corpus.
        corpus: name of the corpus.
        text: the text; all offsets count its characters.
        layers: tagging layers this text is labelled for completely: a token outside every span of the layer is a negative.
        relations: relations labelled completely for every anchor in ``anchors``.
        tagged: spans of the tagging layers.
        sorted: spans with a class.
        anchors: relation and anchor, with or without a partner: an anchor with no partner is a negative for every token.
        linked: what the anchors stand in relation to.
        known: the stretches that are labelled; None: all of the text.
        label: class of the whole text, for the heads that sort texts; None if there is none.
    """

    id: str
    corpus: str
    text: str
    layers: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    tagged: tuple[Tagged, ...] = ()
    sorted: tuple[Sorted, ...] = ()
    anchors: tuple[tuple[str, Offsets], ...] = ()
    linked: tuple[Linked, ...] = ()
    known: tuple[Offsets, ...] | None = None
    label: str | None = None


def faults(example: Example) -> Iterable[str]:
    """What is wrong with an example: spans outside its text, empty or with blank ends, or of layers it does not claim."""
    spans = [
        *((t.start, t.end, t.layer) for t in example.tagged),
        *((s.start, s.end, s.head) for s in example.sorted),
        *((*span, link.relation) for link in example.linked for span in (link.anchor, link.other)),
    ]
    for start, end, what in spans:
        if not 0 <= start < end <= len(example.text):
            yield f"{example.corpus} {example.id}: {what} at {start}-{end} lies outside the text"
        elif example.text[start:end] != example.text[start:end].strip():
            yield f"{example.corpus} {example.id}: {what} at {start}-{end} has blanks at its ends"
    for tag in example.tagged:
        if tag.layer not in example.layers:
            yield f"{example.corpus} {example.id}: a span of {tag.layer!r}, which the example is not labelled for"
    anchors = set(example.anchors)
    for link in example.linked:
        if (link.relation, link.anchor) not in anchors:
            yield f"{example.corpus} {example.id}: {link.relation} of {link.anchor}, which is no anchor"
