"""The days of a calendar date, a weekday, a shift and the like."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.model.times import Basis, Interval, Precision
from dateline.times import calendar
from dateline.times.context import Context, Days
from dateline.times.expressions import (
    Ambiguous,
    Calendar,
    Day,
    Range,
    Season,
    Shift,
    Weekday,
    Window,
    Years,
)
from dateline.times.shifts import shift_days
from dateline.times.tense import Tense
from dateline.times.values import open_calendar, open_weekday
from dateline.times.years import (
    closest_day_of_month,
    nearest_day_of_month,
    pick,
    story_date,
    year_for_day,
    year_for_month,
)

_NEAR = (
    60  # days within which one reading of an ambiguous numeric date is taken, if the other is not
)


def days_of(
    meaning: Calendar | Weekday | Shift | Ambiguous | Window | Season | Years | Range,
    context: Context,
) -> Days:
    """The days, as far as ``context`` lets one tell."""
    match meaning:
        case Calendar():
            days = _calendar(meaning, context)
        case Weekday():
            days = _weekday(meaning, context)
        case Shift():
            days = shift_days(meaning, context)
        case Range():
            days = _range(meaning, context)
        case Ambiguous():
            days = _ambiguous(meaning, context)
        case Window():
            days = _window(meaning, context)
        case Season():
            days = _season(meaning, context)
        case _:
            interval = calendar.years_of(meaning.first, meaning.count)
            days = Days(meaning.value, interval, Precision.VAGUE, Basis.STATED)
    return days


def _calendar(date_: Calendar, context: Context) -> Days:
    if date_.day is not None:
        day, basis = _day(date_, context)
        return Days.single(day, basis) if day is not None else Days(open_calendar(date_))
    if date_.month is not None:
        return _month(date_, context)
    if date_.year is None:
        return Days(None)
    return Days(f"{date_.year:04}", calendar.years_of(date_.year), Precision.YEAR, Basis.STATED)


def _day(date_: Calendar, context: Context) -> tuple[date | None, Basis]:
    """The day, and what its year and month rest on."""
    number = date_.day or 0
    if date_.month is None:
        return _day_of_month(number, context)
    if date_.year is not None:
        return calendar.day(date_.year, date_.month, number), Basis.STATED
    if date_.whole_year:
        year, basis = _whole_year(date_, context)
        return (calendar.day(year, date_.month, number) if year else None), basis
    story = _story_year(context)
    if story is not None and date_.which is None:
        return story_date(date_.month, number, story), Basis.NARRATIVE
    if context.reference is None:
        return None, Basis.UNKNOWN
    tense = _tense(date_.which, context)
    found = year_for_day(date_.month, number, context.reference, tense, date_.weekday)
    return found, context.basis


def _whole_year(date_: Calendar, context: Context) -> tuple[int | None, Basis]:
    """The year of "June last year", "June of that year"."""
    if date_.of_story:
        told = context.last_year()
        return (None if told is None else told + (date_.which or 0)), Basis.NARRATIVE
    if context.reference is None:
        return None, Basis.UNKNOWN
    return context.reference.year + (date_.which or 0), context.basis


def _day_of_month(number: int, context: Context) -> tuple[date | None, Basis]:
    told = context.last_dated()
    if told is not None:
        return closest_day_of_month(number, told), Basis.NARRATIVE
    if context.reference is None:
        return None, Basis.UNKNOWN
    return nearest_day_of_month(number, context.reference, context.tense), context.basis


def _story_year(context: Context) -> date | None:
    """The day a story has come to, when dates without a year are the story's and not the report's."""
    return context.last_dated() if context.chronicle else None


def _tense(which: int | None, context: Context) -> Tense:
    if which is None or which == 0:
        return context.tense
    return Tense.PAST if which < 0 else Tense.FUTURE


def _month(date_: Calendar, context: Context) -> Days:
    month = date_.month or 1
    story = _story_year(context)
    year: int | None = date_.year
    basis = Basis.STATED
    if date_.whole_year:
        year, basis = _whole_year(date_, context)
    elif year is None and story is not None and date_.which is None:
        found = story_date(month, 1, story)
        year, basis = (found or story).year, Basis.NARRATIVE
    elif year is None and context.reference is not None:
        year, basis = _year_of_month(date_.which, month, context.reference, context), context.basis
    if year is None:
        return Days(open_calendar(date_))
    return Days(f"{year:04}-{month:02}", calendar.month_of(year, month), Precision.MONTH, basis)


def _year_of_month(which: int | None, month: int, reference: date, context: Context) -> int:
    if which == 0:
        return reference.year
    if which is not None and month == reference.month:
        return reference.year + which
    return year_for_month(month, reference, _tense(which, context))


def _weekday(weekday: Weekday, context: Context) -> Days:
    reference = context.reference
    if reference is None:
        return Days(open_weekday(weekday))
    if weekday.week is not None:
        monday = calendar.week_of(reference).start
        day = monday + timedelta(days=7 * weekday.week + weekday.number - 1)
    elif weekday.which == -1:
        day = calendar.weekday_before(reference, weekday.number, strictly=True)
    elif weekday.which == 1:
        day = calendar.weekday_after(reference, weekday.number, strictly=True)
    elif context.tense is Tense.FUTURE or (weekday.which == 0 and context.tense is Tense.OPEN):
        day = calendar.weekday_after(reference, weekday.number)
    else:
        day = calendar.weekday_before(reference, weekday.number)
    return Days.single(day, context.basis)


def _range(range_: Range, context: Context) -> Days:
    """From the first day of the one to the last day of the other."""
    last = days_of(range_.last, context)
    if last.interval is None:
        first = days_of(range_.first, context)
        return Days(f"{first.value}/{last.value}")
    first = _start(range_.first, last.interval.start, context)
    if first.interval is None or first.interval.start > last.interval.last:
        return Days(f"{first.value}/{last.value}")
    interval = Interval(first.interval.start, last.interval.end)
    precision = Precision.DAYS if last.precision is Precision.DAY else Precision.VAGUE
    return Days(f"{first.value}/{last.value}", interval, precision, last.basis)


def _start(first: Day, last: date, context: Context) -> Days:
    """The start of a range: the last such day before its end."""
    if isinstance(first, Calendar) and first.year is None and first.month is not None:
        found = pick(
            [
                day
                for year in (last.year - 1, last.year)
                if (day := calendar.day(year, first.month, first.day or 1)) is not None
            ],
            last,
            Tense.PAST,
        )
        if found is not None:
            return days_of(replace(first, year=found.year), context)
    if isinstance(first, Weekday) and first.which is None:
        return Days.single(calendar.weekday_before(last, first.number), context.basis)
    return days_of(first, context)


def _ambiguous(meaning: Ambiguous, context: Context) -> Days:
    """Taken only if exactly one reading is near the report."""
    days = [
        day
        for c in meaning.readings
        if (day := calendar.day(c.year or 0, c.month or 0, c.day or 0)) is not None
    ]
    near = [
        day
        for day in days
        if context.reference is not None and -_NEAR <= (day - context.reference).days <= 0
    ]
    if len(near) == 1:
        return Days.single(near[0], Basis.STATED)
    return Days(f"{meaning.readings[0].year:04}-XX-XX")


def _window(window: Window, context: Context) -> Days:
    if context.reference is None:
        return Days(f"P{window.days}D")
    start = context.reference - timedelta(days=window.days)
    interval = Interval.days(start, context.reference)
    return Days(f"{start}/{context.reference}", interval, Precision.DAYS, context.basis)


def _season(season: Season, context: Context) -> Days:
    year, basis = season.year, Basis.STATED
    if year is None:
        if context.chronicle and season.which is None:
            year, basis = context.last_year(), Basis.NARRATIVE
        elif context.reference is not None:
            year, basis = _season_year(season, context.reference, context), context.basis
    if year is None:
        return Days(f"XXXX-{season.code}")
    interval = calendar.season_of(season.code, year)
    return Days(f"{year:04}-{season.code}", interval, Precision.VAGUE, basis)


def _season_year(season: Season, reference: date, context: Context) -> int | None:
    starts = [calendar.season_of(season.code, reference.year + step) for step in (-2, -1, 0, 1, 2)]
    if season.which == -1:
        return max((s.start.year for s in starts if s.end <= reference), default=None)
    if season.which == 1:
        return min((s.start.year for s in starts if s.start > reference), default=None)
    if season.which == 0:
        return reference.year
    tense = Tense.PAST if season.code.startswith("Q") else context.tense
    found = pick([s.start for s in starts], reference, tense)
    return found.year if found else None
