"""What the readers of several corpora need: the rows of a file, tags apart from each other, and what is left unlabelled."""

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from dateline.bench.lines import json_objects
from dateline_training.corpora.spans import trimmed
from dateline_training.example import Example, Offsets, Tagged

Row: TypeAlias = dict[str, Any]
Labelled: TypeAlias = tuple[int, int, str]
"""Start, end (exclusive) and label."""


def examples(
    path: Path, make: Callable[[Row, int], tuple[Example | None, int]], log: logging.Logger
) -> Iterator[Example]:
    """What ``make`` builds of each row of a file; logs at the end how many spans it dropped.

    Args:
        path: the JSON Lines file.
        make: from a row and the number of its line to its example (None: no example) and the number of spans dropped.
        log: of the reader's own module.

    Raises:
        ReportError: if a line is no JSON object.
    """
    dropped = 0
    for number, row in json_objects(path):
        example, lost = make(row, number)
        dropped += lost
        if example is not None:
            yield example
    log.info("%s: %d spans dropped", path.name, dropped)


def tagged(text: str, layer: str, spans: Iterable[Labelled]) -> tuple[tuple[Tagged, ...], int]:
    """Tags of a layer, no two of which overlap, in order of the text.

    Blanks at the ends go. Of overlapping spans the longest stays, and of equally long ones the first given.

    Returns:
        The tags, and how many distinct spans were dropped: empty, outside the text or in another's way.
    """
    distinct = tuple(dict.fromkeys(spans))
    sound = [(span, label) for *ends, label in distinct if (span := trimmed(text, *ends))]
    kept: list[tuple[Offsets, str]] = []
    for span, label in sorted(sound, key=lambda one: one[0][0] - one[0][1]):
        if all(span[1] <= other[0] or other[1] <= span[0] for other, _ in kept):
            kept.append((span, label))
    tags = tuple(Tagged(layer=layer, start=s, end=e, label=name) for (s, e), name in sorted(kept))
    return tags, len(distinct) - len(tags)


def all_but(text: str, holes: Iterable[Offsets]) -> tuple[Offsets, ...] | None:
    """The stretches of a text outside the holes; None, as :attr:`Example.known` has it, if there are no holes."""
    known: list[Offsets] = []
    at = 0
    for start, end in (*sorted(holes), (len(text), len(text))):
        if at < start:
            known.append((at, start))
        at = max(at, end)
    return None if known == [(0, len(text))] else tuple(known)
