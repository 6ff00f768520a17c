"""A judge of fills that differ, who goes by the scoring guidelines of 1992 as far as rules can.

In 1992 people decided whether a string that differs from the key's is right, half right or wrong. Here words decide. Held against those people on the
official responses of 17 systems, such a judge gave an F 1.03 lower on average, and ranked the systems alike (rank correlation .999).
"""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from dateline.bench.metrics.muc4.fills import (
    Fill,
    Kind,
    Path,
    Ref,
    Span,
    bare,
    leaves,
    options,
    same,
)
from dateline.bench.metrics.muc4.slots import KINDS, Match

Judge: TypeAlias = Callable[[str, Fill, Fill], Match]
"""Takes the slot, the key's fill and the response's, and says how far they agree."""

_SMALL = frozenset(
    ("OF", "THE", "A", "AN", "IN", "ON", "AT", "TO", "FOR", "BY", "FROM", "AND", "OR", "WITH")
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NEAR_DAYS = 7
_EXTRA_WORDS = 2


def guidelines(slot: str, key: Fill, response: Fill) -> Match:
    """Judge two fills that are not equal.

    Args:
        slot: a slot of :data:`~dateline.bench.metrics.muc4.slots.KINDS`.
        key: what the key holds; of alternatives the one that agrees best counts.
        response: what the system gave.
    """
    verdicts = {_JUDGES[KINDS[slot]](option, response) for option in options(key)}
    return next((v for v in (Match.FULL, Match.PARTIAL) if v in verdicts), Match.NONE)


def _half(right: bool) -> Match:  # noqa: FBT001 -- a truth value is all there is
    return Match.PARTIAL if right else Match.NONE


def _set(key: Fill, response: Fill) -> Match:
    """The right value of the wrong thing is half right."""
    both = isinstance(key, Ref) and isinstance(response, Ref)
    return _half(both and same(_value(key), _value(response)))


def _date(key: Fill, response: Fill) -> Match:
    """A day within the key's span, and a span that is open to the left and ends with the key's, are half right.

    Where the key's span is itself open to the left, only a week before its end counts.
    """
    end = key.end if isinstance(key, Span) else key
    if isinstance(response, Span):
        return _half(response.start is None and response.end == end)
    if not isinstance(key, Span) or not (_is_day(end) and _is_day(response)):
        return Match.NONE
    if key.start is None:
        return _half(0 <= _days(str(response), str(end)) <= _NEAR_DAYS)
    start = key.start
    return _half(isinstance(start, str) and start <= str(response) <= str(end))


def _is_day(fill: Fill) -> bool:
    return isinstance(fill, str) and _ISO.fullmatch(fill) is not None


def _days(start: str, end: str) -> int:
    """Days from the one to the other; -1 where one of them is no day of the calendar."""
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return -1


def _place(key: Fill, response: Fill) -> Match:
    """The right country is half right."""
    country, told = (f.steps[0] if isinstance(f, Path) else f for f in (key, response))
    return _half(same(country, told))


def _number(key: Fill, response: Fill) -> Match:
    """One of the numbers that the key's fill is made of is half right, and so is the right number of the wrong thing."""
    known, told = _value(key), _value(response)
    if isinstance(key, Ref) == isinstance(response, Ref) and same(known, told):
        return _half(isinstance(key, Ref))
    numbers = _numbers(told)
    return _half(len(numbers) == 1 and numbers[0] in _numbers(known))


def _numbers(fill: Fill) -> list[str]:
    return [number for leaf in leaves(fill) for number in re.findall(r"\d+", leaf)]


def _string(key: Fill, response: Fill) -> Match:
    """Words decide; a string right but for what it is said of is half right."""
    told = _value(response)
    if not isinstance(told, str):
        return Match.NONE
    best = Match.NONE
    for option in options(_value(key)):
        verdict = _compared(option, told) if isinstance(option, str) else Match.NONE
        if verdict is Match.FULL and isinstance(key, Ref):
            referred = isinstance(response, Ref) and same(key.to, response.to)
            verdict = Match.FULL if referred else Match.PARTIAL
        if verdict is Match.FULL:
            return verdict
        best = verdict if best is Match.NONE else best
    return best


def _value(fill: Fill) -> Fill:
    return fill.value if isinstance(fill, Ref) else fill


def _compared(key: str, response: str) -> Match:
    """Full: the key's words and at most two more. Partial: all words of the one among the other's."""
    known, told = _content(key), _content(response)
    if not known or not told:
        return Match.NONE
    if set(known) <= set(told):
        short = known == told or len(told) <= len(known) + _EXTRA_WORDS
        return Match.FULL if short else Match.PARTIAL
    return _half(set(told) <= set(known))


def _content(string: str) -> list[str]:
    found = re.findall(r"[A-Z0-9'&.-]+", bare(string).upper())
    return [word for word in found if not word.isdigit() and word not in _SMALL]


_JUDGES: dict[Kind, Callable[[Fill, Fill], Match]] = {
    Kind.SET: _set,
    Kind.DATE: _date,
    Kind.PLACE: _place,
    Kind.NUMBER: _number,
    Kind.STRING: _string,
}
