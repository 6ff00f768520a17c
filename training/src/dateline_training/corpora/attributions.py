"""Attributions in the shape of PARC 3.0 (Pareti 2016): sources and contents that hang on cues."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline_training.corpora.spans import merged
from dateline_training.example import Linked, Offsets, Tagged

LAYERS = frozenset({"source", "cue", "content"})
RELATIONS = frozenset({"source", "content"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The stretches of one attribution, without blanks at their ends; any of the three may have none."""

    source: tuple[Offsets, ...] = ()
    cue: tuple[Offsets, ...] = ()
    content: tuple[Offsets, ...] = ()


def tags(attributions: Sequence[Attribution]) -> tuple[Tagged, ...]:
    """The three layers; attributions stand within each other, so stretches of one layer that overlap are tagged as one."""
    stretches = {
        "source": [span for a in attributions for span in a.source],
        "cue": [span for a in attributions for span in a.cue],
        "content": [span for a in attributions for span in a.content],
    }
    return tuple(
        Tagged(layer=layer, start=start, end=end, label=layer)
        for layer, spans in stretches.items()
        for start, end in merged(spans)
    )


def anchors(attributions: Iterable[Attribution]) -> tuple[tuple[str, Offsets], ...]:
    """Every stretch of every cue, for both relations, each once."""
    cues = dict.fromkeys(span for a in attributions for span in a.cue)
    return tuple((relation, cue) for cue in cues for relation in ("source", "content"))


def links(attributions: Iterable[Attribution]) -> tuple[Linked, ...]:
    """From every stretch of a cue to every stretch of its source and content as they were marked, each once."""
    found = (
        Linked(relation=relation, anchor=cue, other=other)
        for a in attributions
        for cue in a.cue
        for relation, others in (("source", a.source), ("content", a.content))
        for other in others
    )
    return tuple(dict.fromkeys(found))
