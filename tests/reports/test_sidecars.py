import json
from datetime import date
from pathlib import Path

from dateline.reports.sidecars import sidecar_fields, text_of_sidecar
from tests.reports.helpers import load_all

TOLD = {"published": "2024-04-24", "outlet": "The Harbour Post"}


def test_each_name_of_a_sidecar_is_found(tmp_path: Path) -> None:
    for name, sidecar in (("a", "a.json"), ("b", "b.txt.json")):
        (tmp_path / f"{name}.txt").write_text("Fire at the depot.")
        (tmp_path / sidecar).write_text(json.dumps(TOLD))
    for name, sidecar in (("c", "c.meta"), ("d", "d.txt.meta")):
        (tmp_path / f"{name}.txt").write_text("Fire at the depot.")
        (tmp_path / sidecar).write_text("published: 2024-04-24\noutlet: The Harbour Post\n")
    reports, errors = load_all(tmp_path)
    assert errors == []
    assert [(r.name, r.published, r.outlet) for r in reports] == [
        (name, date(2024, 4, 24), "The Harbour Post") for name in "abcd"
    ]


def test_a_json_with_a_text_is_a_report_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fire at the depot.")
    (tmp_path / "a.json").write_text(json.dumps({**TOLD, "text": "Another fire."}))
    reports, errors = load_all(tmp_path)
    assert errors == []
    assert [r.published for r in reports] == [date(2024, 4, 24), None]


def test_a_broken_sidecar_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fire at the depot.")
    (tmp_path / "a.json").write_text('{"published": ')
    reports, (error,) = load_all(tmp_path)
    assert [r.published for r in reports] == [None]
    assert "a.json:1: this is no JSON" in str(error)


def test_a_sidecar_given_by_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fire at the depot.")
    (tmp_path / "a.json").write_text(json.dumps(TOLD))
    assert text_of_sidecar(tmp_path / "a.json") == tmp_path / "a.txt"
    reports, (error,) = load_all(tmp_path / "a.json")
    assert reports == []
    assert "sidecar of a.txt" in str(error)


def test_other_files_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    (tmp_path / "a.json").write_text(json.dumps(TOLD))
    (tmp_path / "b.json").write_text("[1]")
    (tmp_path / "b.txt").write_text("Fire.")
    assert sidecar_fields(tmp_path / "a.html") == ()
    assert text_of_sidecar(tmp_path / "a.json") is None
    assert text_of_sidecar(tmp_path / "b.json") is None


def test_a_bad_date_in_a_sidecar_names_the_field(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fire at the depot.")
    (tmp_path / "a.meta").write_text("published: soon\n")
    _, (error,) = load_all(tmp_path)
    assert "(field 'published'): 'soon' is no date" in str(error)
