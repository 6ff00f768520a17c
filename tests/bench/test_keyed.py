import json
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.keyed import Keyed, field, keyed, objects, rules, stretch
from dateline.errors import ReportError, Where

WHERE = Where("a.jsonl", line=3)


def write(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_rows_go_by_their_id_or_their_line(tmp_path: Path) -> None:
    path = write(tmp_path, {"id": "x", "text": "a"}, {"text": "b"}, {"id": 7, "text": "c"})
    rows = keyed(path, "text")
    assert {name: at.row["text"] for name, at in rows.items()} == {"x": "a", "2": "b", "7": "c"}
    assert [at.where.line for at in rows.values()] == [1, 2, 3]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([{"id": "x", "text": "y"}], "lacks spans"),
        ([{"id": "x", "text": "y", "spans": None}], "lacks spans"),
        ([{"id": "x", "text": 5, "spans": []}], "lacks text as a string"),
        ([{}], "lacks text, spans"),
        ([{"id": "x", "text": "y", "spans": []}] * 2, "holds 'x' again"),
        ([{"id": "2", "text": "y", "spans": []}, {"text": "y", "spans": []}], "holds '2' again"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(
    tmp_path: Path, rows: list[dict[str, Any]], found: str
) -> None:
    with pytest.raises(ReportError, match=found) as error:
        keyed(write(tmp_path, *rows), "text", "spans")
    assert error.value.where.line == len(rows)


def test_objects_are_a_list_of_objects() -> None:
    assert objects(Keyed(WHERE, {"a": [{"b": 1}]}), "a") == [{"b": 1}]
    assert objects(Keyed(WHERE, {"a": []}), "a") == []


@pytest.mark.parametrize("given", [5, "ab", {"b": 1}, [[]], [{"b": 1}, 2]])
def test_anything_else_is_named_with_its_key(given: object) -> None:
    with pytest.raises(ReportError, match=r"a\.jsonl:3 \(field 'a'\): no list of objects"):
        objects(Keyed(WHERE, {"a": given}), "a")


@pytest.mark.parametrize("pair", [(0, 0), (0, 4), (2, 3), (4, 4)])
def test_a_stretch_lies_in_the_text(pair: tuple[int, int]) -> None:
    assert stretch(*pair, 4, WHERE) == pair


@pytest.mark.parametrize("pair", [(-1, 2), (3, 2), (0, 5), (0, None), ("0", 2), (0.0, 2)])
def test_what_lies_outside_is_named(pair: tuple[object, object]) -> None:
    with pytest.raises(ReportError, match="is no stretch of a text of 4 characters"):
        stretch(*pair, 4, WHERE)


def test_where_a_key_stands() -> None:
    assert str(field(Keyed(WHERE, {}), "text")) == "a.jsonl:3 (field 'text')"


def test_the_rules_read_a_text_as_given() -> None:
    text = "Drones struck a depot in Sumy, police said."
    reading = rules(text, "x")
    assert (reading.report.name, reading.report.text, reading.report.published) == ("x", text, None)
    assert len(reading.attributions) == 1
