from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from dateline.errors import ReportError, Where
from dateline.model.reports import Report
from dateline.reports.options import LoadOptions
from dateline.reports.record import report_of
from tests.reports.helpers import NOW

HERE = Where("a.jsonl", line=3)


def report(record: Mapping[str, object], **options: Any) -> Report:
    return report_of(
        record,
        where=HERE,
        form="jsonl",
        fallback_name="a#3",
        options=LoadOptions(now=NOW, **options),
    )


def test_usual_names_are_found_in_any_spelling() -> None:
    found = report(
        {"Doc-ID": 17, "BODY": "Fire.", "Pub_Date": "2024-04-24T08:00:00+03:00", "source": "Post",
         "Headline": "Depot\nburns", "link": "https://h.test/1", "lang": "uk-UA"}
    )  # fmt: skip
    assert (found.name, found.text, found.published) == ("17", "Fire.", date(2024, 4, 24))
    assert (found.outlet, found.title, found.url) == ("Post", "Depot burns", "https://h.test/1")
    assert found.language == "uk"
    assert found.published_at is not None
    assert (found.provenance.line, found.provenance.format) == (3, "jsonl")


def test_the_best_name_that_holds_something_counts() -> None:
    assert report({"summary": "Short.", "text": "  ", "content": "Full."}).text == "Full."


def test_a_mapped_column_stands_over_the_usual_ones() -> None:
    assert report({"text": "A.", "corpo": "B."}, columns={"text": "corpo"}).text == "B."


def test_a_dateline_is_no_day_of_publication() -> None:
    found = report({"docid": "x", "dateline": "VESTRANA, 3 JAN 90", "text": "Fire."})
    assert (found.name, found.published) == ("x", None)


def test_an_outlet_may_be_an_object_or_told_by_the_address() -> None:
    assert report({"text": "Fire.", "source": {"id": None, "name": "Post"}}).outlet == "Post"
    at_reuters = {"text": "Fire.", "url": "https://www.reuters.com/world/x"}
    assert report(at_reuters).outlet == "Reuters"
    assert report(at_reuters, outlet="Post").outlet == "Post"
    assert report({"text": "Fire.", "url": "https://h.test/"}).outlet is None


def test_the_same_report_has_the_same_id_wherever_it_is_found() -> None:
    assert report({"text": "Fire.", "id": "1"}).id == report({"body": "Fire.", "id": "2"}).id


def test_nul_and_surrogates_never_get_through() -> None:
    found = report({"text": "Fi\x00re\ud800.", "title": "a\x00b"})
    assert (found.text, found.title) == ("Fire.", "ab")


@pytest.mark.parametrize(
    ("record", "field", "message"),
    [
        ({"headline": "x"}, "text", "there is no text; found 'headline'"),
        ({}, "text", "found nothing"),
        ({"text": 5}, "text", "a int stands where"),
        ({"text": ["x"]}, "text", "a list stands"),
        ({"text": "…"}, "text", "no letter"),
        ({"text": "Fire.", "pubDate": "soon"}, "pubDate", "'soon' is no date"),
        ({"text": "Fire.", "date": "0001-01-01"}, "date", "before 1900"),
        ({"text": "Fire.", "date": "2031-07-01"}, "date", "in the future"),
        ({"text": "Fire.", "title": ["x"]}, "title", "a list stands"),
        ({"text": "Fire.", "source": True}, "source", "a bool stands"),
    ],
)
def test_errors_name_the_field(record: Mapping[str, object], field: str, message: str) -> None:
    with pytest.raises(ReportError) as raised:
        report(record)
    assert raised.value.where == Where("a.jsonl", line=3, field=field)
    assert message in str(raised.value)


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(ReportError, match=r"11 characters.*10 .option max_bytes"):
        report({"text": "x" * 11}, max_bytes=10)
