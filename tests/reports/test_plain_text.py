from datetime import date

import pytest

from dateline.reports.options import LoadOptions
from dateline.reports.plain_text import read_text, split_header
from tests.reports.helpers import NOW, read

HEADED = """Date: 24 April 2024
Source: The Harbour Post
Title: Depot burns
URL: https://harbour.test/depot

The depot burned all night.

No one was hurt.
"""


def test_a_header_block_is_read_and_taken_off() -> None:
    (report,), errors = read(read_text, HEADED, "a/depot.txt")
    assert errors == []
    assert report.text == "The depot burned all night.\n\nNo one was hurt."
    assert report.published == date(2024, 4, 24)
    assert report.outlet == "The Harbour Post"
    assert report.title == "Depot burns"
    assert report.url == "https://harbour.test/depot"
    assert (report.name, report.provenance.format) == ("depot", "text")


def test_names_that_are_no_columns_are_passed_over() -> None:
    noted = HEADED.replace("URL:", "Note: checked twice\nURL:")
    (report,), _ = read(read_text, noted, "a.txt")
    assert report.url == "https://harbour.test/depot"
    assert report.text == "The depot burned all night.\n\nNo one was hurt."


def test_windows_line_ends_do_not_matter() -> None:
    (report,), _ = read(read_text, HEADED.replace("\n", "\r\n"), "a.txt")
    assert report.title == "Depot burns"
    assert report.text == "The depot burned all night.\r\n\r\nNo one was hurt."


def test_a_text_without_header_has_no_date() -> None:
    (report,), _ = read(read_text, "The depot burned.\n\nNo one was hurt.", "a.txt")
    assert report.published is None
    assert report.text == "The depot burned.\n\nNo one was hurt."


def test_defaults_fill_what_is_not_told() -> None:
    options = LoadOptions(published=date(2024, 4, 24), outlet="The Harbour Post")
    (report,), _ = read(read_text, "The depot burned.", "a.txt", options)
    assert (report.published, report.outlet) == (date(2024, 4, 24), "The Harbour Post")
    (headed,), _ = read(read_text, "Date: 2024-01-02\n\nFire.", "a.txt", options)
    assert headed.published == date(2024, 1, 2)


@pytest.mark.parametrize(
    "characters",
    [
        "Fire: none was seen\n\nMore.",
        "Date: 2024-01-02",
        "Warning: fire\nDate: 2024-01-02\n\nMore.",
        "Date: 2024-01-02\nWarning: fire\nToll: none\n\nMore.",
    ],
)
def test_lines_that_only_look_like_a_header_stay(characters: str) -> None:
    assert split_header(characters) == ({}, characters)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Date: 2024-01-02\n\n  ", "no letter"),
        ("Date: some day\n\nFire.", "(field 'date'): 'some day' is no date"),
        ("Date: 2031-12-31\n\nFire.", "in the future"),
        (" \n ", "white space"),
    ],
)
def test_bad_files_are_refused(raw: str, found: str) -> None:
    reports, (error,) = read(read_text, raw, "a.txt", LoadOptions(now=NOW))
    assert reports == []
    assert found in str(error)


def test_control_characters_and_right_to_left_text_stay() -> None:
    text = "אש\u200f במחסן\x07 הדלק"
    (report,), _ = read(read_text, text, "a.txt")
    assert report.text == text
