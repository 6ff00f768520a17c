"""Arithmetic of the Gregorian calendar, proleptic, with ISO 8601 weeks."""

import calendar
from datetime import date, timedelta

from dateline.model.times import Interval

MIN_YEAR = 1000
MAX_YEAR = 2999


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none ("31 April")."""
    if not (MIN_YEAR <= year <= MAX_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def week_of(reference: date) -> Interval:
    """Monday to Sunday of the week that holds the day."""
    monday = reference - timedelta(days=reference.isoweekday() - 1)
    return Interval.days(monday, monday + timedelta(days=6))


def month_of(year: int, month: int) -> Interval:
    """The whole month."""
    return Interval.days(
        date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    )


def years_of(first: int, count: int = 1) -> Interval:
    """``count`` whole years from ``first``."""
    return Interval(date(first, 1, 1), date(first + count, 1, 1))


def add_months(reference: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    year, month = divmod(reference.year * 12 + reference.month - 1 + months, 12)
    return year, month + 1


def weekday_before(reference: date, number: int, *, strictly: bool = False) -> date:
    """The last day of that weekday (1–7), ``reference`` included unless ``strictly``."""
    back = (reference.isoweekday() - number) % 7
    return reference - timedelta(days=7 if strictly and not back else back)


def weekday_after(reference: date, number: int, *, strictly: bool = False) -> date:
    """The next day of that weekday (1–7), ``reference`` included unless ``strictly``."""
    ahead = (number - reference.isoweekday()) % 7
    return reference + timedelta(days=7 if strictly and not ahead else ahead)


def thirds(interval: Interval) -> tuple[Interval, Interval, Interval]:
    """Early, middle and late; of a month days 1–10, 11–20 and the rest."""
    if 28 <= len(interval) <= 31:
        first = second = 10
    else:
        first = second = max(1, len(interval) // 3)
    a = interval.start + timedelta(days=first)
    b = a + timedelta(days=second)
    return Interval(interval.start, a), Interval(a, b), Interval(b, interval.end)


def season_of(code: str, year: int) -> Interval:
    """Three months: a quarter, or a meteorological season of the northern hemisphere (winter begins in December)."""
    month = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    start = date(year, month, 1)
    ends = add_months(start, 3)
    return Interval(start, date(ends[0], ends[1], 1))
