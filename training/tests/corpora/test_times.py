import json
from pathlib import Path

import pytest

from dateline_training.corpora.times import read
from dateline_training.example import Example, Tagged, faults


def test_types_of_expressions_of_time(tmp_path: Path) -> None:
    text = "\nOn Friday it rained for two hours, as it does every May."
    marks = [(4, 10, "DATE"), (25, 34, "DURATION"), (47, 56, "SET")]
    timexes = [{"start": s, "end": e, "type": kind, "value": "X"} for s, e, kind in marks]
    row = {"id": "t-1", "dct": "1999-05-03", "title": None, "text": text, "timexes": timexes}
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({**row, "events": [], "corpus": "own"}) + "\n", "utf-8")
    assert list(read(path)) == [
        Example(
            id="t-1",
            corpus="times",
            text=text,
            layers=frozenset({"timex"}),
            tagged=(
                Tagged(layer="timex", start=4, end=10, label="DATE"),
                Tagged(layer="timex", start=25, end=34, label="DURATION"),
                Tagged(layer="timex", start=47, end=56, label="SET"),
            ),
        )
    ]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "documents", "marks"), [("tempeval3-train", 256, 1822), ("wikiwars", 22, 2636)]
)
def test_the_real_files(shared: Path, name: str, documents: int, marks: int) -> None:
    found = list(read(shared / "data" / "times" / f"{name}.jsonl"))
    assert [fault for example in found for fault in faults(example)] == []
    assert len({example.id for example in found}) == len(found) == documents
    assert sum(len(example.tagged) for example in found) == marks
