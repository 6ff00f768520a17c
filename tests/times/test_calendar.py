import calendar as stdlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.times import Interval
from dateline.times import calendar

DATES = st.dates(date(1901, 1, 1), date(2190, 1, 1))


def test_days_that_are_not_in_the_calendar() -> None:
    assert calendar.day(2031, 4, 31) is None
    assert calendar.day(2031, 13, 1) is None
    assert calendar.day(31, 1, 1) is None
    assert calendar.day(2032, 2, 29) == date(2032, 2, 29)


@pytest.mark.law
@given(DATES, st.integers(1, 7), st.booleans())
def test_nearest_weekdays_agree_with_a_walk_over_the_calendar(
    reference: date, number: int, strictly: bool
) -> None:
    back = reference - timedelta(days=1) if strictly else reference
    while back.isoweekday() != number:
        back -= timedelta(days=1)
    ahead = reference + timedelta(days=1) if strictly else reference
    while ahead.isoweekday() != number:
        ahead += timedelta(days=1)
    assert back == calendar.weekday_before(reference, number, strictly=strictly)
    assert ahead == calendar.weekday_after(reference, number, strictly=strictly)


@pytest.mark.law
@given(DATES)
def test_week_is_the_iso_week(reference: date) -> None:
    week = calendar.week_of(reference)
    assert len(week) == 7
    assert week.start <= reference < week.end
    assert {(week.start + timedelta(days=i)).isocalendar()[:2] for i in range(7)} == {
        reference.isocalendar()[:2]
    }


@pytest.mark.law
@given(st.integers(1901, 2190), st.integers(1, 12))
def test_month_has_as_many_days_as_the_calendar_says(year: int, month: int) -> None:
    assert len(calendar.month_of(year, month)) == stdlib.monthrange(year, month)[1]


@pytest.mark.law
@given(DATES, st.integers(-500, 500))
def test_months_are_added_one_by_one(reference: date, months: int) -> None:
    year, month = reference.year, reference.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in {0, 13}:
            year, month = year + (month == 13) - (month == 0), 1 if month == 13 else 12
    assert (year, month) == calendar.add_months(reference, months)


@pytest.mark.law
@given(DATES, st.integers(3, 400))
def test_thirds_make_up_the_whole(start: date, length: int) -> None:
    interval = Interval(start, start + timedelta(days=length))
    early, middle, late = calendar.thirds(interval)
    assert (early.start, late.end) == (interval.start, interval.end)
    assert (early.end, middle.end) == (middle.start, late.start)


def test_thirds_of_a_month_end_on_the_tenth_and_twentieth() -> None:
    early, middle, late = calendar.thirds(calendar.month_of(2031, 2))
    assert (early.last.day, middle.last.day, late.last.day) == (10, 20, 28)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [("Q1", date(2031, 1, 1), date(2031, 3, 31)), ("WI", date(2031, 12, 1), date(2032, 2, 29))],
)
def test_seasons_last_three_months(code: str, first: date, last: date) -> None:
    assert Interval.days(first, last) == calendar.season_of(code, 2031)


def test_years() -> None:
    assert Interval.days(date(1990, 1, 1), date(1999, 12, 31)) == calendar.years_of(1990, 10)
