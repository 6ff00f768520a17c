"""The days of a calendar date, a weekday, a shift and the like."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model.times import Basis, Interval, Precision
from dateline.times import calendar
from dateline.times.context import Context
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
from dateline.times.shifts import Days, shift_days
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

_NEAR = 60  # days within which one reading of an ambiguous numeric date is taken, if the other is not


def days_of(
    meaning: Calendar | Weekday | Shift | Ambiguous | Window | Season | Years | Range,
    context: Context,
) -> Days:
    """The days, as far as ``context`` lets one tell."""
    if isinstance(meaning, Calendar):
        return _calendar(meaning, context)
    if isinstance(meaning, Weekday):
        return _weekday(meaning, context)
    if isinstance(meaning, Shift):
        return shift_days(meaning, context)
    if isinstance(meaning, Range):
        return _range(meaning, context)
    if isinstance(meaning, Ambiguous):
        return _ambiguous(meaning, context)
    if isinstance(meaning, Window):
        return _window(meaning, context)
    if isinstance(meaning, Season):
        return _season(meaning, context)
    interval = calendar.years_of(meaning.first, meaning.count)
    return Days(meaning.value, interval, Precision.VAGUE, Basis.STATED)
