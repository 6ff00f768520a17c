"""Publication dates as feeds, pages, tables and people print them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TypeAlias

from dateline.errors import ReportError, Where

EARLIEST = date(1900, 1, 1)
"""No report is older than this; what says so is a placeholder (year 1, 1899-12-30 of spreadsheets)."""

AHEAD = timedelta(days=1)
"""How far after now a date may lie: clocks differ, and Kiribati is 14 hours ahead of UTC."""

ALLOWED = (
    "Give a day from 1900-01-01 to tomorrow as ISO 8601 (2024-04-24, 2024-04-24T10:30:00+03:00), "
    "RFC 822 (Wed, 24 Apr 2024 10:30:00 GMT), '24 April 2024' or seconds since 1970, or leave it out."
)

Moment: TypeAlias = tuple[date | None, datetime | None]
"""The day as printed, and the moment where a time zone is told."""

_NOWHERE = Where("(value)", field="published")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_PRINTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})[/.](?P<number>\d{1,2})[/.](?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})",  # dots: day first everywhere
    )
)
_COMPACT = re.compile(r"\d{8}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_ISO = re.compile(r"\d{4}-?(?:\d{2}|W\d{2})")
_ZONE_WORD = re.compile(r"\s*(?:UTC|GMT)$")
_SECONDS = (10.0**8, 10.0**11)  # 1973 to 5138; fewer digits are no moment anyone meant
_MILLISECONDS = (10.0**11, 10.0**14)


def parse_published(
    value: object, *, where: Where = _NOWHERE, now: datetime | None = None
) -> Moment:
    """The day of publication as printed, and the moment where a time zone is told with it.

    The day is the printed one: ``2024-04-24T23:30:00-05:00`` is the 24th, though it is the 25th in
    London; relative words of the report ("on Wednesday") are counted from the day its readers saw.
    A time without a zone gives the day only: it is no moment. Numbers count from 1970 in UTC, in
    seconds or milliseconds; eight digits are year, month and day. Slashes are read only with the
    year first, since 04/05/2024 is two days.

    Args:
        value: a string, number, ``date`` or ``datetime``; None and blanks give ``(None, None)``.
        where: named in errors, with its field.
        now: what "in the future" is counted from, with a time zone; None for the clock.

    Raises:
        ReportError: for a value that can't be read, lies before 1900 or more than a day after now.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None, None
    day, moment = _read(value, where)
    latest = ((now or datetime.now(UTC)).astimezone(UTC) + AHEAD).date()
    if not EARLIEST <= day <= latest:
        side = "before 1900" if day < EARLIEST else "in the future"
        raise ReportError(where, f"the date {_shown(value)} lies {side}.", ALLOWED)
    return day, moment


def _read(value: object, where: Where) -> tuple[date, datetime | None]:
    """Any supported value; the range is not yet checked."""
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value, None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = repr(value)
    found = _read_characters(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ReportError(where, f"{_shown(value)} is no date that can be read.", ALLOWED)
    return found


def _read_characters(characters: str) -> tuple[date, datetime | None] | None:
    """The first of the forms that reads the whole of ``characters``."""
    for form in _FORMS:
        try:
            found = form(characters)
        except (ValueError, OverflowError):  # a month 13, a year 0, a moment past the year 9999
            continue
        if found is not None:
            return found
    return None


def _iso(characters: str) -> tuple[date, datetime | None] | None:
    if not _ISO.match(characters) or _NUMBER.fullmatch(characters):
        return None
    return _moment(datetime.fromisoformat(_ZONE_WORD.sub("+00:00", characters)))


def _printed(characters: str) -> tuple[date, datetime | None] | None:
    for pattern in _PRINTED:
        match = pattern.fullmatch(characters)
        if match:
            parts = match.groupdict()
            month = int(parts["number"]) if "number" in parts else _month_number(parts["month"])
            return date(int(parts["year"]), month, int(parts["day"])), None
    return None


def _month_number(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _mail(characters: str) -> tuple[date, datetime | None] | None:
    if ":" not in characters:  # the standard library would read far too much as a date
        return None
    return _moment(parsedate_to_datetime(characters))


def _number(characters: str) -> tuple[date, datetime | None] | None:
    if _COMPACT.fullmatch(characters):
        return date(int(characters[:4]), int(characters[4:6]), int(characters[6:])), None
    if not _NUMBER.fullmatch(characters):
        return None
    number = float(characters)
    if _MILLISECONDS[0] <= number < _MILLISECONDS[1]:
        number /= 1000
    elif not _SECONDS[0] <= number < _SECONDS[1]:
        return None
    return _moment(datetime.fromtimestamp(number, UTC))


_FORMS: tuple[Callable[[str], tuple[date, datetime | None] | None], ...] = (
    _number,
    _iso,
    _printed,
    _mail,
)


def _moment(value: datetime) -> tuple[date, datetime | None]:
    """The printed day, and the moment if its zone is told."""
    return value.date(), None if value.tzinfo is None else value


def _shown(value: object) -> str:
    """The value, cut short: a whole text in the date's column must not fill the screen."""
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}…"
