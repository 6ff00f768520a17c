"""PolNeAR: attributions in US political news of 2016 (Newell, Margolin and Ruths 2018, LREC).

Its attributions stand within each other; ``tagged`` holds the union of a layer's spans, ``linked`` the spans as they were marked.
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.bench.lines import json_objects
from dateline_training.corpora import attributions as shape
from dateline_training.corpora.attributions import Attribution
from dateline_training.corpora.spans import trimmed
from dateline_training.example import Example, Offsets

_log = logging.getLogger(__name__)


def read(path: Path) -> Iterator[Example]:
    """The articles of one JSON Lines file, each with all its attributions.

    Args:
        path: rows ``{"id", "text", "attributions"}``; an attribution has ``source``, ``cue`` and ``content``, each a list of ``[start, end)``
            in characters of ``text``.

    Raises:
        ReportError: if a line is no JSON object.
    """
    dropped = 0
    for _, row in json_objects(path):
        found = tuple(_attribution(row["text"], marked) for marked in row["attributions"])
        given = sum(len(marked[key]) for marked in row["attributions"] for key in shape.LAYERS)
        dropped += given - sum(len(a.source) + len(a.cue) + len(a.content) for a in found)
        yield Example(
            id=row["id"],
            corpus="polnear",
            text=row["text"],
            layers=shape.LAYERS,
            relations=shape.RELATIONS,
            tagged=shape.tags(found),
            anchors=shape.anchors(found),
            linked=shape.links(found),
        )
    _log.info("%s: %d spans dropped", path, dropped)


def _attribution(text: str, marked: dict[str, Any]) -> Attribution:
    return Attribution(
        source=_spans(text, marked["source"]),
        cue=_spans(text, marked["cue"]),
        content=_spans(text, marked["content"]),
    )


def _spans(text: str, pairs: list[list[int]]) -> tuple[Offsets, ...]:
    spans = (trimmed(text, start, end) for start, end in pairs)
    return tuple(span for span in spans if span is not None)
