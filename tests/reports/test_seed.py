import json
from datetime import date
from pathlib import Path

import pytest

from dateline.reports.options import LoadOptions
from dateline.reports.seed import looks_like_seed, read_seed
from tests.reports.helpers import NOW, load_all, read

OPTIONS = LoadOptions(now=NOW)


def test_header_and_one_space_are_taken_off() -> None:
    (report,), errors = read(
        read_seed, " date 2024-04-24 The depot burned.\n\nNo one was hurt.\n", "x/fire.txt"
    )
    assert errors == []
    assert report.text == "The depot burned.\n\nNo one was hurt."
    assert report.published == date(2024, 4, 24)
    assert (report.name, report.provenance.format) == ("fire", "seed")


def test_a_second_space_belongs_to_the_text() -> None:
    (report,), _ = read(read_seed, "date 2024-04-24  Fire", "a.txt")
    assert report.text == " Fire"


def test_the_text_may_begin_on_the_next_line() -> None:
    (report,), _ = read(read_seed, "\n date 2024-04-24\r\nFire", "a.txt")
    assert report.text == "Fire"


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("date 0001-01-01 Fire", "before 1900"),
        ("date 2031-06-01 Fire", "in the future"),
        ("date 2024-02-30 Fire", "is no date"),
        ("date 2024-04-24", "empty"),
        ("date 2024-04-24 \n \n", "no letter"),
        ("Dates are grown here", "begins with"),
        ("", "is empty"),
        ("\n ", "white space"),
    ],
)
def test_bad_files_are_refused(raw: str, found: str) -> None:
    reports, (error,) = read(read_seed, raw, "a.txt", OPTIONS)
    assert reports == []
    assert found in str(error)


@pytest.mark.parametrize(
    "characters", ["date palms grow", "update 2024-04-24 x", "dated 2024-04-24"]
)
def test_other_texts_do_not_look_like_it(characters: str) -> None:
    assert not looks_like_seed(characters)


@pytest.mark.shared
def test_the_two_seed_reports_read_as_coded(shared: Path) -> None:
    coded = [
        json.loads(line)
        for line in (shared / "data/records/seeds.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    reports, errors = load_all(shared / "reports")
    assert errors == []
    assert {(r.name, str(r.published), r.text) for r in reports} == {
        (c["id"], c["published"], c["text"]) for c in coded
    }
