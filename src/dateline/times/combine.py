"""Neighbouring expressions that are one: "3 a.m. on Tuesday", "overnight into Wednesday", "from Monday to Friday"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.model.spans import Span
from dateline.times.expressions import (
    Anchor,
    Calendar,
    Day,
    Expression,
    Floating,
    Part,
    Range,
    Shift,
    Weekday,
)
from dateline.times.patterns import WS

_TO_DAY = re.compile(
    rf"(?:,?{WS}(?:(?:late|early){WS})?(?:of|on|into|to|from|between)(?:{WS}the)?)?{WS}",
    re.IGNORECASE,
)
_AT = re.compile(rf",?{WS}(?:at|around|by){WS}", re.IGNORECASE)
_OF = re.compile(rf",?{WS}(?:of{WS})?", re.IGNORECASE)
_LINK = re.compile(
    rf"{WS}?(?:-|–|—){WS}?|{WS}(?:to|and|until|till|through|or){WS}(?:on{WS})?", re.IGNORECASE
)
_OPENING = re.compile(r"(?<!\w)(from|between)(?: |\n)+$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")  # what stands in two paragraphs is no one time
_NIGHTS = frozenset({Part.NIGHT, Part.OVERNIGHT})


def combine(body: str, found: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions with neighbours joined; order kept."""
    ranged = _fold(body, found, _range)
    return _fold(body, [_opened(body, expression) for expression in ranged], _pair)


def _opened(body: str, expression: Expression) -> Expression:
    """A range with the "from" or "between" before it."""
    start = expression.span.start
    opening = _OPENING.search(body, max(0, start - 12), start)
    if not isinstance(expression.meaning, Range) or opening is None:
        return expression
    return replace(expression, span=Span(opening.start(), expression.span.end))


def _fold(
    body: str,
    found: Sequence[Expression],
    merge: Callable[[str, Expression, Expression], Expression | None],
) -> tuple[Expression, ...]:
    joined: list[Expression] = []
    for expression in found:
        apart = not joined or _PARAGRAPH.search(_gap(body, joined[-1], expression)) is not None
        merged = None if apart else merge(body, joined[-1], expression)
        if merged is None:
            joined.append(expression)
        else:
            joined[-1] = merged
    return tuple(joined)


def _gap(body: str, a: Expression, b: Expression) -> str:
    return body[a.span.end : b.span.start]


def _cover(a: Expression, b: Expression) -> Span:
    return Span(a.span.start, b.span.end)


def _is_day(expression: Expression) -> bool:
    meaning = expression.meaning
    if isinstance(meaning, Calendar):
        return meaning.day is not None
    return isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.unit == "day")


def _pair(body: str, a: Expression, b: Expression) -> Expression | None:
    """Two expressions of one time, the finer one first or last."""
    gap = _gap(body, a, b)
    if len(gap) > 20:
        return None
    if isinstance(a.meaning, Floating) and _TO_DAY.fullmatch(gap):
        return _part_first(a, b, into=gap.split()[0] in {"into", "to"} if gap.split() else False)
    if isinstance(b.meaning, Floating) and _is_day(a) and a.clock is None:
        at = b.clock is not None and _AT.fullmatch(gap) is not None
        overnight = b.part is Part.OVERNIGHT and not gap.strip()
        if not (at or overnight):
            return None
        return replace(a, span=_cover(a, b), part=a.part or b.part, clock=b.clock)
    return _whole(gap, a, b)


def _part_first(a: Expression, b: Expression, *, into: bool) -> Expression | None:
    """ "3 a.m. on Tuesday", "overnight into Wednesday", "the night of 23-24 April"."""
    if _is_day(b) and b.part in {None, a.part} and b.clock is None:
        part = Part.INTO if into and a.part in _NIGHTS else a.part
        return replace(b, span=_cover(a, b), part=part, clock=a.clock)
    if isinstance(b.meaning, Range) and a.part in _NIGHTS:
        return replace(b, span=_cover(a, b), part=Part.NIGHT)
    return None


def _whole(gap: str, a: Expression, b: Expression) -> Expression | None:
    """ "June last year", "Monday last week", "April 24 this year"."""
    if not isinstance(b.meaning, Shift) or b.meaning.counted or not _OF.fullmatch(gap):
        return None
    meaning, shift = a.meaning, b.meaning
    if isinstance(meaning, Calendar) and meaning.year is None and shift.unit == "year":
        if meaning.month is None or b.portion:
            return None
        of_story = shift.anchor is Anchor.NARRATIVE
        dated = replace(meaning, which=shift.by, whole_year=True, of_story=of_story)
        return replace(a, span=_cover(a, b), meaning=dated)
    if isinstance(meaning, Weekday) and meaning.which is None and shift.unit == "week":
        return replace(a, span=_cover(a, b), meaning=replace(meaning, week=shift.by))
    return None


def _range(body: str, a: Expression, b: Expression) -> Expression | None:
    """ "from April 23 to May 2", "between Monday and Wednesday", "April 28-May 2"."""
    gap = _gap(body, a, b)
    if len(gap) > 12 or not _LINK.fullmatch(gap) or a.clock or b.clock or a.part or b.part:
        return None
    first, last = a.meaning, b.meaning
    if not isinstance(first, Calendar | Weekday) or not isinstance(last, Calendar | Weekday):
        return None
    if _grain(first) != _grain(last) or a.portion or b.portion:
        return None
    lead = body[max(0, a.span.start - 15) : a.span.start].lower()
    opened = _OPENING.search(lead) is not None or "night" in lead
    if not opened and any(c.isalpha() for c in gap):
        return None
    return Expression(span=_cover(a, b), meaning=Range(first, last))


def _grain(day: Day) -> str:
    if isinstance(day, Calendar):
        return "day" if day.day else "month" if day.month else "year"
    return "day"
