import json
import logging
from pathlib import Path
from typing import Any

import pytest

from dateline_training.corpora.re3d import read
from dateline_training.example import Example, Tagged, faults

TEXT = "Two jets of the Orlo air force hit a Sudian mortar near Lake Orlo on Monday."


def entity(
    start: int, end: int, label: str, *, ok: bool = True, confidence: float = 1
) -> dict[str, Any]:
    span = {"start": start, "end": end, "text": TEXT[start:end]}
    return {**span, "label": label, "confidence": confidence, "ok": ok}


def one(folder: Path, *entities: dict[str, Any]) -> Example:
    path = folder / "rows.jsonl"
    row = {"id": "e-1", "source": "own", "text": TEXT, "entities": list(entities)}
    path.write_text(json.dumps({**row, "relations": []}) + "\n", "utf-8")
    (example,) = read(path)
    return example


def tags(example: Example) -> list[tuple[int, int, str]]:
    return [(tag.start, tag.end, tag.label) for tag in example.tagged]


def test_a_document(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        found = one(
            tmp_path,
            entity(16, 20, "Location"),
            entity(12, 31, "Organisation"),
            entity(0, 8, "MilitaryPlatform"),
            entity(37, 43, "Nationality"),
            entity(44, 50, "Weapon"),
            entity(56, 65, "Location", ok=False),
            entity(61, 65, "Location"),
            entity(69, 75, "Temporal"),
        )
    assert found == Example(
        id="e-1",
        corpus="re3d",
        text=TEXT,
        layers=frozenset({"entity"}),
        tagged=(
            Tagged(layer="entity", start=0, end=8, label="vehicle"),
            Tagged(layer="entity", start=12, end=30, label="organisation"),
            Tagged(layer="entity", start=44, end=50, label="weapon"),
            Tagged(layer="entity", start=61, end=65, label="place"),
        ),
    )
    assert caplog.messages == ["rows.jsonl: 2 spans dropped"]  # the nested one and the wrong one


def test_of_two_labels_on_a_span_the_surer_stays_then_the_first(tmp_path: Path) -> None:
    place = entity(16, 20, "Location", confidence=0.5)
    person = entity(16, 20, "Person", confidence=0.5)
    force = entity(16, 20, "Organisation", confidence=0.9)
    assert tags(one(tmp_path, place, force)) == [(16, 20, "organisation")]
    assert tags(one(tmp_path, place, person)) == [(16, 20, "place")]
    assert tags(one(tmp_path, person, place)) == [(16, 20, "person")]


@pytest.mark.parametrize(
    ("label", "ours"),
    [("Person", "person"), ("Vehicle", "vehicle"), ("Money", "money"), ("Quantity", "number")],
)
def test_other_kinds(tmp_path: Path, label: str, ours: str) -> None:
    assert tags(one(tmp_path, entity(0, 3, label))) == [(0, 3, ours)]


@pytest.mark.parametrize(
    "label", ["Coordinate", "CommsIdentifier", "DocumentReference", "Frequency"]
)
def test_kinds_left_out(tmp_path: Path, label: str) -> None:
    assert tags(one(tmp_path, entity(0, 3, label))) == []


@pytest.mark.shared
def test_the_real_file(shared: Path) -> None:
    found = list(read(shared / "data" / "re3d" / "all.jsonl"))
    assert [fault for example in found for fault in faults(example)] == []
    assert len({example.id for example in found}) == len(found) == 98
    assert 3000 < sum(len(example.tagged) for example in found) < 3600
    kinds = {tag.label for example in found for tag in example.tagged}
    assert kinds == {"person", "organisation", "place", "weapon", "vehicle", "money", "number"}
