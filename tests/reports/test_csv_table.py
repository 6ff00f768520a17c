from datetime import date

import pytest

from dateline.reports.csv_table import read_csv, sniff_delimiter
from dateline.reports.options import DEFAULTS, LoadOptions
from tests.reports.helpers import NOW, read

TABLE = """id,pubDate,Source,Headline,Body
1,2024-04-24,Post,Depot burns,"The depot burned, all night.

No one was hurt."
,2024-04-25,Post,,Short.
"""


def test_columns_are_found_by_their_names() -> None:
    (first, second), errors = read(read_csv, TABLE, "x/day.csv")
    assert errors == []
    assert first.text == "The depot burned, all night.\n\nNo one was hurt."
    assert (first.name, first.title, first.outlet) == ("1", "Depot burns", "Post")
    assert (first.published, first.provenance.line) == (date(2024, 4, 24), 2)
    assert (second.name, second.provenance.line) == ("day#5", 5)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_delimiters_and_encodings_are_told(delimiter: str, encoding: str) -> None:
    raw = f'"text"{delimiter}"date"\n"Пожар на складе зерна"{delimiter}2024-04-24\n'
    (report,), errors = read(read_csv, raw.encode(encoding), "day.csv")
    assert errors == []
    assert (report.text, report.published) == ("Пожар на складе зерна", date(2024, 4, 24))


def test_mapped_columns_count() -> None:
    options = LoadOptions(columns={"text": "Corpo", "published": "giorno"})
    (report,), _ = read(read_csv, "giorno;corpo\n2024-04-24;Fuoco\n", "a.csv", options)
    assert (report.text, report.published) == ("Fuoco", date(2024, 4, 24))
    assert sniff_delimiter("giorno;corpo", options) == ";"
    assert sniff_delimiter("text", DEFAULTS) == ","


def test_bad_rows_are_told_and_the_rest_goes_on() -> None:
    raw = b'date,text\n2024-04-24,a,b\n2024-04-24,"x" y\n2024-04-24,\nsoon,Fire\n2024-04-24,\xff\n,Last\n'
    reports, errors = read(read_csv, raw, "a.csv", LoadOptions(now=NOW, encoding="utf-8"))
    assert [r.text for r in reports] == ["Last"]
    assert [(e.where.line, e.where.field) for e in errors] == [
        (2, None),
        (3, None),
        (4, "text"),
        (5, "date"),
        (6, None),
    ]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("a,b\n1,2\n", "names no column for the text"),
        ('"open\n1,2\n', "names no column for the text"),
        ("", "the table is empty"),
        ("text,date\n", "no rows"),
    ],
)
def test_tables_that_can_not_be_read(raw: str, found: str) -> None:
    reports, (error,) = read(read_csv, raw, "a.csv")
    assert reports == []
    assert found in str(error)


def test_a_mapped_column_that_is_missing_is_named() -> None:
    _, (error,) = read(read_csv, "text\nx\n", "a.csv", LoadOptions(columns={"text": "corpo"}))
    assert "('corpo'); found ['text']" in str(error)


def test_a_cell_larger_than_the_standard_limit_is_read() -> None:
    (report,), errors = read(read_csv, "text\n" + "word " * 50_000, "a.csv")
    assert (len(report.text), errors) == (250_000, [])
