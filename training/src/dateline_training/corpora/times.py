"""TempEval-3 (UzZaman et al. 2013) and WikiWars (Mazur and Dale 2010): expressions of time."""

import logging
from collections.abc import Iterator
from pathlib import Path

from dateline_training.corpora.rows import Row, examples, tagged
from dateline_training.example import Example

CORPUS = "times"
_LOG = logging.getLogger(__name__)


def read(path: Path) -> Iterator[Example]:
    """The documents of a file of either corpus, labelled with the TIMEX3 type of every expression of time."""
    return examples(path, _example, _LOG)


def _example(row: Row, _number: int) -> tuple[Example, int]:
    spans = ((one["start"], one["end"], one["type"]) for one in row["timexes"])
    tags, dropped = tagged(row["text"], "timex", spans)
    example = Example(
        id=row["id"], corpus=CORPUS, text=row["text"], layers=frozenset({"timex"}), tagged=tags
    )
    return example, dropped
