from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.times.tense import Tense
from dateline.times.years import (
    closest_day_of_month,
    nearest_day_of_month,
    pick,
    story_date,
    year_for_day,
    year_for_month,
)

DATES = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@pytest.mark.parametrize(
    ("month", "day", "reference", "tense", "expected"),
    [
        (12, 30, date(2031, 1, 3), Tense.OPEN, date(2030, 12, 30)),
        (12, 30, date(2031, 1, 3), Tense.FUTURE, date(2031, 12, 30)),
        (1, 3, date(2030, 12, 30), Tense.FUTURE, date(2031, 1, 3)),
        (1, 3, date(2030, 12, 30), Tense.PAST, date(2030, 1, 3)),
        (2, 24, date(2030, 10, 1), Tense.OPEN, date(2030, 2, 24)),
        (2, 29, date(2031, 3, 5), Tense.PAST, date(2028, 2, 29)),
        (5, 14, date(2031, 5, 14), Tense.FUTURE, date(2031, 5, 14)),
    ],
)
def test_year_turns_right(
    month: int, day: int, reference: date, tense: Tense, expected: date
) -> None:
    assert expected == year_for_day(month, day, reference, tense)


def test_weekday_beside_the_date_picks_the_year() -> None:
    # 14 May is a Wednesday in 2031 and a Tuesday in 2030.
    assert date(2030, 5, 14) == year_for_day(5, 14, date(2031, 5, 20), Tense.PAST, weekday=2)


@pytest.mark.law
@given(DATES, DATES)
def test_year_agrees_with_a_walk_over_the_calendar(reference: date, told: date) -> None:
    walk = reference
    while (walk.month, walk.day) != (told.month, told.day):
        walk -= timedelta(days=1)
    assert walk == year_for_day(told.month, told.day, reference, Tense.PAST)
    walk = reference
    while (walk.month, walk.day) != (told.month, told.day):
        walk += timedelta(days=1)
    assert walk == year_for_day(told.month, told.day, reference, Tense.FUTURE)


@pytest.mark.parametrize(
    ("month", "tense", "expected"),
    [
        (5, Tense.FUTURE, 2031),
        (4, Tense.PAST, 2031),
        (12, Tense.PAST, 2030),
        (4, Tense.FUTURE, 2032),
        (6, Tense.OPEN, 2031),
    ],
)
def test_year_of_a_month(month: int, tense: Tense, expected: int) -> None:
    assert expected == year_for_month(month, date(2031, 5, 14), tense)


def test_pick_of_none_is_none() -> None:
    assert pick([], date(2031, 5, 14), Tense.PAST) is None


def test_day_of_month_is_the_last_one_or_the_next() -> None:
    now = date(2031, 5, 14)
    assert date(2031, 4, 24) == nearest_day_of_month(24, now, Tense.PAST)
    assert date(2031, 5, 24) == nearest_day_of_month(24, now, Tense.FUTURE)
    assert date(2031, 3, 31) == nearest_day_of_month(31, date(2031, 4, 2), Tense.PAST)


def test_day_of_month_in_a_story_is_the_closest() -> None:
    assert date(2031, 5, 2) == closest_day_of_month(2, date(2031, 4, 28))
    assert date(2031, 4, 24) == closest_day_of_month(24, date(2031, 4, 22))


def test_stories_go_forward() -> None:
    assert date(1943, 1, 5) == story_date(1, 5, date(1942, 11, 8))
    assert date(1942, 10, 20) == story_date(10, 20, date(1942, 11, 8))
