"""From what an expression means to the days it names.

News usage decides: a bare weekday is the last one, the day of publication included, unless the words around it tell
of what is to come; a date without a year is its occurrence nearest to publication, past preferred. What the report
gives nothing to count from stays open; the publication date is never a stand-in.
"""

import re
from datetime import date, timedelta

from dateline.model.spans import Span
from dateline.model.times import Basis, Interval, Precision, Timex, TimexType
from dateline.times import calendar
from dateline.times.context import Context, Days
from dateline.times.days import days_of
from dateline.times.expressions import (
    Expression,
    Floating,
    Literal,
    Part,
    Period,
    Portion,
    Range,
    Repeated,
)

_DAY = timedelta(days=1)
_DIVISIBLE = 3  # days that a stretch must have to be early, middle and late
_LATELY = timedelta(
    days=7
)  # "overnight strikes" are of the day last named only if that is as recent
_BOUND = re.compile(r"\b(?:since|until|till|before|after|than)\s+(?:the\s+)?$", re.IGNORECASE)
_SINGLE = frozenset({Precision.DAY, Precision.NIGHT})


def resolve(body: str, expression: Expression, context: Context) -> Timex:
    """The time expression with its type, value and, as far as ``context`` lets one tell, its days."""
    meaning = expression.meaning
    if isinstance(meaning, Literal):
        return _timex(body, expression.span, TimexType.DATE, Days(meaning.value))
    if isinstance(meaning, Period):
        return _timex(body, expression.span, TimexType.DURATION, Days(meaning.value))
    if isinstance(meaning, Repeated):
        return _timex(body, expression.span, TimexType.SET, Days(meaning.value))
    if isinstance(meaning, Floating):
        days = _float(expression, body, context)
    else:
        days = days_of(meaning, context)
        days = _night_run(days) if _names_night(expression) else _apply(expression, days, context)
    kind = TimexType.TIME if expression.part or expression.clock else TimexType.DATE
    return _timex(body, expression.span, kind, days)


def _names_night(expression: Expression) -> bool:
    return isinstance(expression.meaning, Range) and expression.part is not None


def _timex(body: str, span: Span, kind: TimexType, days: Days) -> Timex:
    return Timex(
        span=span,
        text=span.of(body),
        type=kind,
        value=days.value,
        interval=days.interval,
        precision=days.precision if days.interval else None,
        basis=days.basis if days.interval else Basis.UNKNOWN,
    )


def _float(expression: Expression, body: str, context: Context) -> Days:
    """A part of a day not named: the day of the sentence; bare "overnight" is the night before publication."""
    overnight = expression.part is Part.OVERNIGHT
    days = [
        (abs(t.span.start - expression.span.start), t.interval.last)
        for t in context.own
        if t.interval is not None
        and t.precision in _SINGLE
        and not (overnight and t.span.start > expression.span.start)
        and not _BOUND.search(body, max(0, t.span.start - 12), t.span.start)
    ]
    if days:
        return _apply(expression, Days.single(min(days)[1], Basis.NARRATIVE), context)
    if expression.part is not Part.OVERNIGHT:
        return _apply(expression, Days("XXXX-XX-XX"), context)
    attributive = isinstance(expression.meaning, Floating) and expression.meaning.attributive
    told, now = context.last_day() if attributive else None, context.reference
    if told is not None and (now is None or told <= now <= told + _LATELY):
        return _night(told - _DAY, Basis.NARRATIVE)
    if context.reference is None:
        return Days("XXXX-XX-XXTNI")
    return _night(context.reference - _DAY, context.basis)


def _night(first: date, basis: Basis) -> Days:
    return Days(f"{first}TNI", Interval.days(first, first + _DAY), Precision.NIGHT, basis)


def _night_run(days: Days) -> Days:
    """ "The night of 23-24 April"."""
    if days.interval is None or len(days.interval) > 2:
        return days
    return _night(days.interval.start, days.basis)


def _apply(expression: Expression, days: Days, context: Context) -> Days:
    """The part of the day or of the longer time that the expression narrows to."""
    if days.interval is None:
        suffix = expression.clock or _suffix(expression.part)
        return Days(f"{days.value}{suffix}" if days.value else None)
    if days.precision is Precision.DAY:
        return _part_of_day(expression, days, context)
    if expression.portion is not None:
        return _portion(expression.portion, days, context)
    return days


def _suffix(part: Part | None) -> str:
    if part is None:
        return ""
    return "TNI" if part in {Part.OVERNIGHT, Part.INTO} else f"T{part}"


def _part_of_day(expression: Expression, days: Days, context: Context) -> Days:
    if days.interval is None:
        return days
    day = days.interval.start
    if expression.part is Part.NIGHT:
        return _night(day, days.basis)
    if expression.part is Part.INTO:
        return _night(day - _DAY, days.basis)
    if expression.part is Part.OVERNIGHT:
        if day == context.reference or days.basis is Basis.NARRATIVE:
            return _night(day - _DAY, days.basis)
        # "Overnight Monday" may begin or end on Monday.
        around = Interval.days(day - _DAY, day + _DAY)
        return Days(f"{day - _DAY}TNI", around, Precision.NIGHT, days.basis)
    suffix = expression.clock or _suffix(expression.part)
    return Days(f"{days.value}{suffix}", days.interval, days.precision, days.basis)


def _portion(portion: Portion, days: Days, context: Context) -> Days:
    """Early, mid, late; "earlier" ends and "later" begins with the reference day."""
    interval = days.interval
    if interval is None:
        return days
    now = context.reference
    narrowed: Interval | None
    if portion in {Portion.EARLIER, Portion.LATER}:
        if now is None or not interval.start <= now < interval.end:
            return days
        narrowed = (
            Interval(interval.start, now + _DAY)
            if portion is Portion.EARLIER
            else Interval(now, interval.end)
        )
    elif len(interval) < _DIVISIBLE:  # "late in the weekend" is the weekend
        return days
    else:
        order = (Portion.START, Portion.MID, Portion.END)
        narrowed = calendar.thirds(interval)[order.index(portion)]
    precision = Precision.DAYS if len(interval) <= 31 else days.precision
    return Days(days.value, narrowed, precision, days.basis)
