"""TIMEX3 values (TimeML 1.2.1, 2.2.2; ISO 8601 with X for what is not known)."""

from datetime import date

from dateline.times.expressions import Calendar, Shift, Weekday

_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def week_value(day: date) -> str:
    """The ISO week that holds the day ("2024-W17")."""
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def quarter_value(year: int, month: int) -> str:
    """The quarter of a year that holds the month ("2024-Q2")."""
    return f"{year:04}-Q{(month + 2) // 3}"


def open_calendar(date_: Calendar) -> str:
    """What is known of a date, X for the rest; as short as what the text told."""
    year = f"{date_.year:04}" if date_.year else "XXXX"
    if date_.month is None and date_.day is None:
        return year
    month = f"{date_.month:02}" if date_.month else "XX"
    return f"{year}-{month}" + (f"-{date_.day:02}" if date_.day else "")


def open_weekday(weekday: Weekday) -> str:
    """A weekday of some week."""
    return f"XXXX-WXX-{weekday.number}"


def open_shift(shift: Shift) -> str:
    """A unit of unknown place."""
    return _OPEN.get(shift.unit, "XXXX-XX-XX")
