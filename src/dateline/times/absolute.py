"""Rules for dates of the calendar: days, runs of days, months and years."""

from collections.abc import Iterable

from dateline.lexicon.time_words import holidays, month_numbers, weekday_numbers
from dateline.times import calendar
from dateline.times.expressions import Ambiguous, Calendar, Expression, Meaning, Portion, Range
from dateline.times.guards import is_month, is_year, two_digit_year
from dateline.times.patterns import (
    ANY_WEEKDAY,
    DASH,
    DAY,
    END,
    HOLIDAY,
    MONTH,
    ORDINAL_DAY,
    PORTION,
    WS,
    YEAR,
)
from dateline.times.rules import DIGIT, Found, Rule, rule

_MONTHS = frozenset(month_numbers())
_WEEKDAYS = frozenset(weekday_numbers())
_PORTIONS = frozenset({"the", "early", "late", "mid", "beginning", "start", "middle", "end"})
_WHICH = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_LEAD = rf"(?:(?P<weekday>{ANY_WEEKDAY})(?:,|{WS}the)?{WS})?"
_TAIL = rf"(?:(?:,{WS}?|{WS}(?:of{WS})?)(?P<year>{YEAR})|{WS}'?(?P<short>\d\d))?{END}"
_TO = rf"(?:{WS}?{DASH}{WS}?|{WS}(?:to|and|or|through|until){WS}|/|,{WS})"


def portion_of(words: str | None) -> Portion | None:
    """ "early" and "the beginning of" are START, and so on."""
    if not words:
        return None
    for portion, heads in (
        (Portion.START, ("early", "beginning", "start")),
        (Portion.MID, ("mid", "middle")),
        (Portion.END, ("late", "end")),
    ):
        if any(head in words for head in heads):
            return portion
    return None


def _month(found: Found) -> int:
    return month_numbers()[(found.piece("month") or "").rstrip(".")]


def _weekday(found: Found) -> int | None:
    word = found.piece("weekday")
    return weekday_numbers()[word.rstrip(".")] if word else None


def _exists(date: Calendar) -> bool:
    """Whether the calendar has the day in some year (or in the year told)."""
    if date.day is None or date.month is None:
        return True
    return calendar.day(date.year or 2000, date.month, date.day) is not None


def _day(found: Found) -> Expression | None:
    """ "Tuesday, April 2", "24 April 2024", "3 JAN 90"."""
    short = two_digit_year(found)
    span = found.span
    if found.match["short"] and short is None:
        return _without_year(found)
    date = Calendar(
        year=found.number("year") or short,
        month=_month(found),
        day=found.number("day"),
        weekday=_weekday(found),
    )
    if not _exists(date) or not is_month(found, dated=True):
        return None
    return Expression(span=span, meaning=date)


def _without_year(found: Found) -> Expression | None:
    """The two digits after the date belong to what follows ("24 April 20 people …")."""
    end = max(found.match.end(name) for name in ("day", "month"))
    date = Calendar(month=_month(found), day=found.number("day"), weekday=_weekday(found))
    if not _exists(date) or not is_month(found, dated=True):
        return None
    return Expression(span=type(found.span)(found.match.start(), end), meaning=date)


def _run(found: Found) -> Expression | None:
    """ "April 23-24", "6 and 7 April 2024"."""
    year, month = found.number("year"), _month(found)
    first = Calendar(year=year, month=month, day=found.number("day"))
    last = Calendar(year=year, month=month, day=found.number("last"))
    if not (_exists(first) and _exists(last)) or (first.day or 0) >= (last.day or 0):
        return None
    return Expression(span=found.span, meaning=Range(first, last))


def _iso(found: Found) -> Expression | None:
    date = Calendar(year=found.number("year"), month=found.number("month"), day=found.number("day"))
    if not 1 <= (date.month or 0) <= 12 or not _exists(date):
        return None
    return Expression(span=found.span, meaning=date)


def _slashed(found: Found) -> Expression | None:
    """Day first or month first, told only by a number above twelve."""
    year = found.number("year") or 0
    if year < 100:
        year += 1900 if year >= 70 else 2000
    a, b = found.number("a") or 0, found.number("b") or 0
    readings = [
        Calendar(year=year, month=month, day=number)
        for number, month in dict.fromkeys([(a, b), (b, a)])
        if calendar.day(year, month, number)
    ]
    if not readings:
        return None
    meaning: Meaning = readings[0] if len(readings) == 1 else Ambiguous(tuple(readings))
    return Expression(span=found.span, meaning=meaning)


def _month_and_year(found: Found) -> Expression | None:
    date = Calendar(year=found.number("year"), month=_month(found))
    if not is_month(found, dated=True):
        return None
    return Expression(span=found.span, meaning=date, portion=portion_of(found.piece("portion")))


def _bare_month(found: Found) -> Expression | None:
    which = found.piece("which")
    portion = portion_of(found.piece("portion"))
    if not is_month(found, dated=False, led=bool(which or portion)):
        return None
    date = Calendar(month=_month(found), which=_WHICH[which] if which else None)
    return Expression(span=found.span, meaning=date, portion=portion)


def _year(found: Found) -> Expression | None:
    portion = portion_of(found.piece("portion"))
    if not is_year(found, led=portion is not None):
        return None
    date = Calendar(year=found.number("year"))
    return Expression(span=found.span, meaning=date, portion=portion)


def _year_run(found: Found) -> Expression | None:
    first, last = found.number("year") or 0, found.number("last") or 0
    if last < 100:
        last += first - first % 100
    if not first < last <= first + 100:
        return None
    return Expression(span=found.span, meaning=Range(Calendar(year=first), Calendar(year=last)))


def _holiday(found: Found) -> Expression | None:
    name = found.piece("holiday") or ""
    if found.match["holiday"][:1].islower():
        return None
    month, day = holidays()[name]
    which = found.piece("which")
    year = found.number("year")
    date = Calendar(
        year=year, month=month, day=day, which=_WHICH[which] if which and not year else None
    )
    return Expression(span=found.span, meaning=date)


def _ordinal(found: Found) -> Expression | None:
    """ "the 24th", where no noun follows."""
    following = found.after()
    plain = not following[:1].isalnum() or following.lower() in _FUNCTION_WORDS
    if not plain or found.before() not in {"on", "of", "by", "until", "since", "and", "from", "to"}:
        return None
    return Expression(span=found.span, meaning=Calendar(day=found.number("day")))


_FUNCTION_WORDS = frozenset(
    {"and", "to", "when", "while", "after", "before", "as", "at", "in", "a", "an", "the", "that"}
    | {"he", "she", "it", "they", "we", "but", "or", "for", "with", "by", "near", "was", "were"}
)


def _joined(*parts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for part in parts for word in part)


_A_MONTH = rf"(?P<month>{MONTH})"
ABSOLUTE_RULES: tuple[Rule, ...] = (
    rule(rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", {DIGIT}, _iso),
    rule(
        rf"(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark)(?P<year>{YEAR}|(?<=/)\d\d){END}",
        {DIGIT},
        _slashed,
    ),
    rule(
        rf"{_LEAD}(?P<day>(?:the{WS})?{DAY}(?:st|nd|rd|th)?){WS}(?:of{WS})?{_A_MONTH}{_TAIL}",
        _joined({DIGIT, "the"}, _WEEKDAYS),
        _day,
    ),
    rule(
        rf"{_LEAD}{_A_MONTH}{WS}(?:the{WS})?(?P<day>{DAY}(?:st|nd|rd|th)?)(?!\w){_TAIL}",
        _joined(_MONTHS, _WEEKDAYS),
        _day,
    ),
    rule(
        rf"(?P<day>{DAY}(?:st|nd|rd|th)?){_TO}(?P<last>{DAY}(?:st|nd|rd|th)?){WS}(?:of{WS})?"
        rf"{_A_MONTH}(?:,?{WS}(?P<year>{YEAR}))?{END}",
        {DIGIT},
        _run,
    ),
    rule(
        rf"{_A_MONTH}{WS}(?P<day>{DAY}(?:st|nd|rd|th)?){_TO}(?P<last>{DAY}(?:st|nd|rd|th)?)"
        rf"(?!{WS}{MONTH})(?:,?{WS}(?P<year>{YEAR}))?{END}(?!{WS}(?:people|percent|per|killed|dead))",
        _MONTHS,
        _run,
    ),
    rule(
        rf"(?:(?P<portion>{PORTION})(?:{WS}|-))?{_A_MONTH}(?:,|{WS}of)?{WS}(?:the{WS}year{WS})?(?P<year>{YEAR}){END}",
        _joined(_MONTHS, _PORTIONS),
        _month_and_year,
    ),
    rule(
        rf"(?:(?P<which>last|this|next|past|coming){WS}|(?P<portion>{PORTION})(?:{WS}|-))?{_A_MONTH}",
        _joined(_MONTHS, _PORTIONS, _WHICH),
        _bare_month,
    ),
    rule(
        rf"(?:(?P<portion>{PORTION})(?:{WS}(?:in{WS})?|-))?(?P<year>{YEAR}){END}(?!{DASH}\w)",
        _joined({DIGIT}, _PORTIONS),
        _year,
    ),
    rule(rf"(?P<year>{YEAR})(?:{DASH}|/)(?P<last>{YEAR}|\d\d){END}", {DIGIT}, _year_run),
    rule(
        rf"(?:(?P<which>last|this|next){WS})?(?P<holiday>{HOLIDAY})(?:,?{WS}(?P<year>{YEAR}))?{END}",
        _joined(_WHICH, (name.split()[0] for name in holidays())),
        _holiday,
    ),
    rule(rf"the{WS}(?P<day>{ORDINAL_DAY}){END}", {"the"}, _ordinal),
)
