import pytest

from dateline.model.times import Basis, Precision
from tests.times.reading import days, read


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("today", "2031-05-14", "2031-05-14"),
        ("yesterday", "2031-05-13", "2031-05-13"),
        ("tomorrow", "2031-05-15", "2031-05-15"),
        ("two days ago", "2031-05-12", "2031-05-12"),
        ("2,000 days ago", "2025-11-21", "2025-11-21"),
        ("last week", "2031-W19", "2031-05-05..2031-05-11"),
        ("three weeks ago", "2031-W17", "2031-04-20..2031-04-26"),
        ("last month", "2031-04", "2031-04-01..2031-04-30"),
        ("two months ago", "2031-03", "2031-03-01..2031-03-31"),
        ("last year", "2030", "2030-01-01..2030-12-31"),
        ("two years ago", "2029", "2029-01-01..2029-12-31"),
        ("a decade ago", "2021", "2021-01-01..2021-12-31"),
        ("last decade", "202", "2020-01-01..2029-12-31"),
        ("last century", "19", "1900-01-01..1999-12-31"),
        ("last quarter", "2031-Q1", "2031-01-01..2031-03-31"),
        ("last weekend", "2031-W19-WE", "2031-05-10..2031-05-11"),
        ("the weekend", "2031-W19-WE", "2031-05-10..2031-05-11"),
        ("a fortnight ago", "2031-W18", "2031-04-27..2031-05-03"),
    ],
)
def test_units_before_the_report(words: str, value: str | None, shown: str | None) -> None:
    body = f"It fell {words}."
    assert [(words, shown)] == days(body)
    assert [value] == [t.value for t in read(body)]
    assert {t.basis for t in read(body)} == {Basis.RELATIVE}


def test_what_is_past_this_week_was_not_after_the_report() -> None:
    assert days("This week is calm.") == [("This week", "2031-05-12..2031-05-18")]
    assert days("A drone was lost this week.") == [("this week", "2031-05-12..2031-05-14")]
    assert days("It was lost this month.") == [("this month", "2031-05-01..2031-05-14")]


def test_coming_weekend() -> None:
    assert days("They will meet at the weekend.") == [("the weekend", "2031-05-17..2031-05-18")]


def test_hours_stay_open() -> None:
    ((timex),) = read("It fell two hours ago.")
    assert timex.interval is None


def test_without_a_date_of_the_report_all_stays_open() -> None:
    timexes = read("It fell yesterday, last week, last month, last year and three weeks ago.", None)
    assert [t.value for t in timexes] == ["XXXX-XX-XX", "XXXX-WXX", "XXXX-XX", "XXXX", "XXXX-WXX"]
    assert all(t.interval is None and t.basis is Basis.UNKNOWN for t in timexes)
    assert all(t.precision is None for t in timexes)


def test_story_units_count_from_the_story() -> None:
    body = "In 2014 it began. The following year it went on. In March 2020 it stopped; the next month it burned."
    assert [shown for _, shown in days(body)][1] == "2015-01-01..2015-12-31"
    assert [shown for _, shown in days(body)][3] == "2020-04-01..2020-04-30"
    assert read(body)[3].precision is Precision.MONTH


def test_absurd_counts_stay_open() -> None:
    assert [t.interval for t in read("It fell 3000 years ago and 99999999 years ago.")] == [
        None,
        None,
    ]
