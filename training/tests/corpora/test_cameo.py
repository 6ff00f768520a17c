import json
from pathlib import Path

import pytest

from dateline_training.corpora.cameo import read
from dateline_training.example import Example, Tagged, faults


def test_actors_of_sentences_numbered_by_line(tmp_path: Path) -> None:
    text = "Orlo thanked Sudland for its mediation with Perin ."
    marks = [(0, 4, "S"), (13, 20, "T"), (44, 49, "R")]
    entities = [{"start": s, "end": e, "label": kind, "text": text[s:e]} for s, e, kind in marks]
    rows = [
        {"text": "It rained .", "tokens": [], "tags": [], "entities": []},
        {"text": text, "tokens": [], "tags": [], "entities": entities},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    layers = frozenset({"actor"})
    assert list(read(path)) == [
        Example(id="1", corpus="cameo", text="It rained .", layers=layers),
        Example(
            id="2",
            corpus="cameo",
            text=text,
            layers=layers,
            tagged=(
                Tagged(layer="actor", start=0, end=4, label="source"),
                Tagged(layer="actor", start=13, end=20, label="target"),
                Tagged(layer="actor", start=44, end=49, label="related"),
            ),
        ),
    ]


@pytest.mark.shared
def test_the_real_file(shared: Path) -> None:
    found = list(read(shared / "data" / "cameo" / "ner-train.jsonl"))
    assert [fault for example in found for fault in faults(example)] == []
    assert len({example.id for example in found}) == len(found) == 1153
    assert sum(len(example.tagged) for example in found) == 2162
