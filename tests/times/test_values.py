from datetime import date

from dateline.times.expressions import Calendar, Shift, Weekday
from dateline.times.values import open_calendar, open_shift, open_weekday, quarter_value, week_value


def test_weeks_are_iso_weeks() -> None:
    assert week_value(date(2031, 5, 14)) == "2031-W20"
    assert week_value(date(2030, 12, 31)) == "2031-W01"


def test_quarters() -> None:
    assert [quarter_value(2031, month) for month in (1, 3, 4, 12)] == [
        "2031-Q1",
        "2031-Q1",
        "2031-Q2",
        "2031-Q4",
    ]


def test_what_is_not_known_is_x() -> None:
    assert open_calendar(Calendar(month=4, day=24)) == "XXXX-04-24"
    assert open_calendar(Calendar(month=4)) == "XXXX-04"
    assert open_calendar(Calendar(day=24)) == "XXXX-XX-24"
    assert open_calendar(Calendar(year=2031)) == "2031"
    assert open_weekday(Weekday(3)) == "XXXX-WXX-3"
    assert open_shift(Shift("week", -1)) == "XXXX-WXX"
    assert open_shift(Shift("hour", -1)) == "XXXX-XX-XX"
