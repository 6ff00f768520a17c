"""LGL (Lieberman et al. 2010) and TR-News (Kamalloo and Rafiei 2018): place names in news."""

import logging
from collections.abc import Iterator
from pathlib import Path

from dateline_training.corpora.rows import Row, examples, tagged
from dateline_training.example import Example

CORPUS = "toponyms"
_LOG = logging.getLogger(__name__)


def read(path: Path) -> Iterator[Example]:
    """The articles of a file of either corpus, labelled for place names.

    The files do not tell a name for the place itself from one for what is associated with it: all are labelled alike. Names whose
    offsets the data found wrong are dropped.
    """
    return examples(path, _example, _LOG)


def _example(row: Row, _number: int) -> tuple[Example, int]:
    sound = [one for one in row["toponyms"] if one["ok"]]
    spans = ((one["start"], one["end"], "toponym") for one in sound)
    tags, dropped = tagged(row["text"], "toponym", spans)
    example = Example(
        id=row["id"], corpus=CORPUS, text=row["text"], layers=frozenset({"toponym"}), tagged=tags
    )
    return example, dropped + len(row["toponyms"]) - len(sound)
