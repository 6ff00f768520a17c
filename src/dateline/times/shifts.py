"""Units counted from a day: "yesterday", "last week", "two months earlier"."""

from collections.abc import Callable
from datetime import date, timedelta

from dateline.model.times import Basis, Interval, Precision
from dateline.times import calendar
from dateline.times.context import Context, Days
from dateline.times.expressions import Anchor, Shift
from dateline.times.tense import Tense
from dateline.times.values import open_shift, quarter_value, week_value

_HALF_WEEK = timedelta(days=3)
_FIRST_YEAR = 1000
_DAYS = {"week": 7, "fortnight": 14, "weekend": 7, "month": 31, "quarter": 92, "year": 366} | {
    "decade": 3653,
    "century": 36525,
}


def shift_days(shift: Shift, context: Context) -> Days:
    """The days of a shift; open where there is nothing to count from."""
    origin, basis = _origin(shift, context)
    compute = _UNITS.get(shift.unit)
    if origin is None or compute is None or not _in_range(shift, origin):
        return Days(open_shift(shift))
    return _clip(compute(origin, shift, basis, context.tense), shift, context)


def _origin(shift: Shift, context: Context) -> tuple[date | None, Basis]:
    if shift.anchor is Anchor.REPORT:
        return context.reference, context.basis
    if shift.unit in {"day", "night"}:
        return context.last_day(), Basis.NARRATIVE
    told = context.last_dated()
    if told is None and shift.unit in {"year", "decade", "century"}:
        year = context.last_year()
        told = date(year, 1, 1) if year else None
    return told, Basis.NARRATIVE


def _in_range(shift: Shift, origin: date) -> bool:
    """Whether the arithmetic stays within years of four digits."""
    return abs(shift.by) * _DAYS.get(shift.unit, 1) < (origin.year - _FIRST_YEAR) * 365


def _clip(days: Days, shift: Shift, context: Context) -> Days:
    """What is told as past "this week" was not after the report."""
    now = context.reference
    if (
        now is None
        or days.interval is None
        or shift.by
        or shift.anchor is not Anchor.REPORT
        or context.tense is not Tense.PAST
        or not days.interval.start <= now < days.interval.end
    ):
        return days
    until = Interval.days(days.interval.start, now)
    return Days(days.value, until, days.precision, days.basis)


def _day(origin: date, shift: Shift, basis: Basis, _tense: Tense) -> Days:
    return Days.single(origin + timedelta(days=shift.by), basis)


def _week(origin: date, shift: Shift, basis: Basis, _tense: Tense) -> Days:
    """ "Last week" is the week before; "two weeks ago" half a week either side of the day."""
    weeks = shift.by * (2 if shift.unit == "fortnight" else 1)
    day = origin + timedelta(days=7 * weeks)
    if shift.counted:
        interval = Interval.days(day - _HALF_WEEK, day + _HALF_WEEK)
    else:
        interval = calendar.week_of(day)
    return Days(week_value(day), interval, Precision.WEEK, basis)


def _weekend(origin: date, shift: Shift, basis: Basis, tense: Tense) -> Days:
    """The last one, begun or over, unless told as coming."""
    saturday = calendar.week_of(origin).start + timedelta(days=5)
    if shift.by == 0 and tense is not Tense.FUTURE and saturday > origin:
        saturday -= timedelta(days=7)
    elif shift.by:
        saturday += timedelta(days=7 * shift.by)
    interval = Interval.days(saturday, saturday + timedelta(days=1))
    return Days(f"{week_value(saturday)}-WE", interval, Precision.DAYS, basis)


def _month(origin: date, shift: Shift, basis: Basis, _tense: Tense) -> Days:
    year, month = calendar.add_months(origin, shift.by)
    return Days(f"{year:04}-{month:02}", calendar.month_of(year, month), Precision.MONTH, basis)


def _quarter(origin: date, shift: Shift, basis: Basis, _tense: Tense) -> Days:
    year, month = calendar.add_months(origin, 3 * shift.by)
    interval = calendar.season_of(quarter_value(year, month)[-2:], year)
    return Days(quarter_value(year, month), interval, Precision.VAGUE, basis)


def _year(origin: date, shift: Shift, basis: Basis, _tense: Tense) -> Days:
    year = origin.year + shift.by
    return Days(f"{year:04}", calendar.years_of(year), Precision.YEAR, basis)


def _decade(origin: date, shift: Shift, basis: Basis, _tense: Tense) -> Days:
    if shift.counted:
        year = origin.year + 10 * shift.by
        return Days(f"{year:04}", calendar.years_of(year), Precision.YEAR, basis)
    first = origin.year - origin.year % 10 + 10 * shift.by
    return Days(str(first // 10), calendar.years_of(first, 10), Precision.VAGUE, basis)


def _century(origin: date, shift: Shift, basis: Basis, _tense: Tense) -> Days:
    first = origin.year - origin.year % 100 + 100 * shift.by
    return Days(str(first // 100), calendar.years_of(first, 100), Precision.VAGUE, basis)


_UNITS: dict[str, Callable[[date, Shift, Basis, Tense], Days]] = {
    "day": _day,
    "night": _day,
    "week": _week,
    "fortnight": _week,
    "weekend": _weekend,
    "month": _month,
    "quarter": _quarter,
    "year": _year,
    "decade": _decade,
    "century": _century,
}
