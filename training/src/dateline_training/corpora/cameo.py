"""Sentences with the actors of a CAMEO event: who acts, on whom, and who is concerned besides."""

import logging
from collections.abc import Iterator
from pathlib import Path

from dateline_training.corpora.rows import Row, examples, tagged
from dateline_training.example import Example

CORPUS = "cameo"
_LABELS = {"S": "source", "T": "target", "R": "related"}
_LOG = logging.getLogger(__name__)


def read(path: Path) -> Iterator[Example]:
    """The sentences of the file of actor spans, labelled for actors; the sentences bear no name: their lines' numbers are theirs."""
    return examples(path, _example, _LOG)


def _example(row: Row, number: int) -> tuple[Example, int]:
    spans = ((one["start"], one["end"], _LABELS[one["label"]]) for one in row["entities"])
    tags, dropped = tagged(row["text"], "actor", spans)
    example = Example(
        id=str(number), corpus=CORPUS, text=row["text"], layers=frozenset({"actor"}), tagged=tags
    )
    return example, dropped
