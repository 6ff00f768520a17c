"""re3d (Dstl 2017): entities in texts on Syria and Iraq."""

import logging
from collections.abc import Iterator
from pathlib import Path

from dateline_training.corpora.rows import Row, examples, tagged
from dateline_training.example import Example

CORPUS = "re3d"
_LABELS = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "place",
    "Weapon": "weapon",
    "MilitaryPlatform": "vehicle",
    "Vehicle": "vehicle",
    "Money": "money",
    "Quantity": "number",
}
_LOG = logging.getLogger(__name__)


def read(path: Path) -> Iterator[Example]:
    """The documents of the file, labelled for entities.

    Nationalities, times, references to documents, means of communication, frequencies and coordinates are no entities of ours, and so are
    entries whose offsets the data found wrong. Of entities within entities the outermost stays; of two on one span (governments are
    organisations and places) the one its annotators were surer of, then the first in the file.
    """
    return examples(path, _example, _LOG)


def _example(row: Row, _number: int) -> tuple[Example, int]:
    ours = [one for one in row["entities"] if one["label"] in _LABELS]
    sound = sorted((one for one in ours if one["ok"]), key=lambda one: -one["confidence"])
    spans = ((one["start"], one["end"], _LABELS[one["label"]]) for one in sound)
    tags, dropped = tagged(row["text"], "entity", spans)
    example = Example(
        id=row["id"], corpus=CORPUS, text=row["text"], layers=frozenset({"entity"}), tagged=tags
    )
    return example, dropped + len(ours) - len(sound)
