import json
import tracemalloc
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from dateline.reports.json_lines import read_json
from dateline.reports.load import load
from dateline.reports.options import LoadOptions
from tests.reports.helpers import NOW, load_all, read

A = {"id": "a", "text": "Fire at the depot.", "published": "2024-04-24"}
B = {"text": "No one was hurt.", "published": "2024-04-25"}


def lines(*records: Mapping[str, object]) -> str:
    return "".join(json.dumps(r) + "\n" for r in records)


def test_each_line_is_a_report() -> None:
    reports, errors = read(read_json, lines(A, B), "x/day.jsonl")
    assert errors == []
    assert [(r.name, r.published, r.provenance.line) for r in reports] == [
        ("a", date(2024, 4, 24), 1),
        ("day#2", date(2024, 4, 25), 2),
    ]


def test_broken_lines_are_told_and_the_rest_goes_on() -> None:
    raw = (
        b'\xef\xbb\xbf{"text": "One."}\n{"text": \n\n[1]\n{"text": "\xff"}\n{"body": 3}\n'
        b'{"text": "Four", "date": "0001-01-01"}\n' + b"[" * 100_000 + b'\n{"text": "Last."}'
    )
    reports, errors = read(read_json, raw, "x/day.jsonl", LoadOptions(encoding="utf-8-sig"))
    assert [r.text for r in reports] == ["One.", "Last."]
    assert [(e.where.line, e.where.field) for e in errors] == [
        (2, None),
        (4, None),
        (5, None),
        (6, "body"),
        (7, "date"),
        (8, None),
    ]
    assert "this is no JSON: Expecting value at column" in str(errors[0])


def test_an_array_and_one_object_are_read_too() -> None:
    reports, errors = read(read_json, json.dumps([A, B, 5], indent=2), "x/day.json")
    assert [(r.name, r.provenance.line) for r in reports] == [("a", 2), ("day#2", 7)]
    assert [e.where.line for e in errors] == [11]
    for raw in (json.dumps(B), json.dumps(B, indent=2)):
        (report,), errors = read(read_json, raw, "x/day.json")
        assert (report.name, errors) == ("day", [])


def test_a_json_file_of_lines_is_read_as_lines() -> None:
    reports, errors = read(read_json, lines(A, B), "x/day.json")
    assert (len(reports), errors) == (2, [])


def test_wide_encodings_are_read() -> None:
    reports, errors = read(read_json, lines(A, B).encode("utf-16"), "day.jsonl")
    assert ([r.text for r in reports], errors) == ([A["text"], B["text"]], [])


@pytest.mark.parametrize("raw", ["", "\n \n", "[]", "[ ]\n"])
def test_nothing_is_an_error(raw: bytes | str) -> None:
    reports, (error,) = read(read_json, raw, "day.json")
    assert reports == []
    assert "nothing in it" in str(error)


def test_an_array_broken_halfway_gives_what_stands_before() -> None:
    reports, (error,) = read(read_json, json.dumps([A, B])[:-20], "day.json")
    assert [r.name for r in reports] == ["a"]
    assert "was not read" in str(error)


def test_a_line_too_long_is_skipped() -> None:
    raw = lines(A, {"text": "x" * 5000}, B)
    reports, (error,) = read(read_json, raw, "day.jsonl", LoadOptions(max_bytes=1000, now=NOW))
    assert [r.provenance.line for r in reports] == [1, 3]
    assert "day.jsonl:2: it is larger than 1,000 bytes" in str(error)


@pytest.mark.slow
def test_a_large_file_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    row = json.dumps({"text": "Fire at the depot. " * 500}) + "\n"
    with path.open("w") as file:
        for _ in range(4000):  # 38 MB
            file.write(row)
    tracemalloc.start()
    reports = sum(1 for _ in load([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reports == 4000
    assert peak < 4_000_000


@pytest.mark.shared
def test_the_muc_reports_load_without_a_date(shared: Path) -> None:
    reports, errors = load_all(shared / "data/muc4/train.jsonl")
    assert errors == []
    assert len(reports) == 1300
    assert {r.published for r in reports} == {None}
    assert reports[0].name.startswith("DEV-MUC3")
