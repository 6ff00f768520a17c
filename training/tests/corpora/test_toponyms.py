import json
import logging
from pathlib import Path

import pytest

from dateline_training.corpora.toponyms import read
from dateline_training.example import Example, Tagged, faults


def test_places_in_order_of_the_text(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = "Perin. The road from Orlo to Perin is shut."
    marks = [(0, 5, True), (29, 34, True), (21, 25, True), (11, 15, False)]
    names = [{"start": s, "end": e, "phrase": text[s:e], "ok": ok} for s, e, ok in marks]
    path = tmp_path / "rows.jsonl"
    row = {"id": "p-1", "title": "Perin", "text": text, "toponyms": names}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    with caplog.at_level(logging.INFO):
        found = list(read(path))
    assert found == [
        Example(
            id="p-1",
            corpus="toponyms",
            text=text,
            layers=frozenset({"toponym"}),
            tagged=(
                Tagged(layer="toponym", start=0, end=5, label="toponym"),
                Tagged(layer="toponym", start=21, end=25, label="toponym"),
                Tagged(layer="toponym", start=29, end=34, label="toponym"),
            ),
        )
    ]
    assert caplog.messages == ["rows.jsonl: 1 spans dropped"]


@pytest.mark.shared
@pytest.mark.parametrize(("name", "articles", "names"), [("lgl", 588, 5088), ("trnews", 118, 1319)])
def test_the_real_files(shared: Path, name: str, articles: int, names: int) -> None:
    found = list(read(shared / "data" / "toponyms" / f"{name}.jsonl"))
    assert [fault for example in found for fault in faults(example)] == []
    assert len({example.id for example in found}) == len(found) == articles
    assert sum(len(example.tagged) for example in found) == names
