"""The notation of MUC-4 fills, read into trees.

::

    a / b           alternatives           ? a        optional
    a: b            a said of b            -  *       no fill, not applicable
    a - b           from a to b            "A B"      a string of the text
    A: B (CITY)     a place in a country   ( … )      what belongs together

A slash joins words as well as whole expressions; which is meant shows at the next ``:`` or ``-``, whose operands are the words nearest to it. So the text
is cut at these marks into runs of alternatives, and the runs are joined from left to right.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.bench.metrics.muc4.fills import (
    AnyOf,
    Between,
    Fill,
    Filler,
    Kind,
    Path,
    Ref,
    Span,
    Typed,
)

MALFORMED = "<malformed>"
"""Stands for a fill that is against the notation; in lower case, as no word is, so that it equals only its like."""

_QUOTED = re.compile(r'"(?:\\"|[^"\n])*"')
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2}|\d{4})")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_BLANKS = " \t\r\n"


class _MalformedError(ValueError):
    """A fill against the notation."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Alternatives up to a mark; ``kind`` is what stands in parentheses behind the last."""

    fills: tuple[Fill, ...]
    end: str
    kind: Fill = None


def fillers(given: Any, kind: Kind) -> tuple[Filler, ...]:  # noqa: ANN401 -- any JSON value
    """The fillers of one slot.

    Args:
        given: what a key or response holds there: a list of lines or of objects with a line under ``raw``, one line, or nothing.
        kind: the slot's notation.
    """
    lines = given if isinstance(given, list) else [given or "-"]
    read = (_filler(line["raw"] if isinstance(line, dict) else line, kind) for line in lines)
    return tuple(filler for filler in read if filler.fill not in {None, "-", "*"})


def _filler(line: str, kind: Kind) -> Filler:
    optional = line.startswith("?")
    return Filler(parse(line.removeprefix("?"), kind), optional)


def parse(text: str, kind: Kind) -> Fill:
    """One fill as a tree; :data:`MALFORMED` if it is against the notation, None if it is empty."""
    try:
        return _parse(text.strip(_BLANKS), kind)
    except _MalformedError:
        return MALFORMED


def _parse(text: str, kind: Kind) -> Fill:
    if kind is Kind.PLACE:
        return _places(_runs(text, ":(-", kind))
    if kind is Kind.DATE:
        return _joined(_runs(text, "-", kind), _span)
    referring = _joined(_runs(text, ":", kind), Ref)
    if kind is Kind.NUMBER and not isinstance(referring, (Ref, AnyOf)):
        return _joined(_runs(text, "-", kind), _span)
    return referring


def _runs(text: str, marks: str, kind: Kind) -> Iterator[_Run]:
    fills: list[Fill] = []
    at, mark = 0, "/"
    while at < len(text):
        fill, at = _operand(text, at, f"/{marks}", kind)
        mark, at = _mark(text, at, f"/{marks}")
        fills.append(fill)
        if mark == "(":
            close = _close(text, at - 1)
            inner = _flat(r for run in _runs(text[at:close].strip(), "", kind) for r in run.fills)
            mark, at = _mark(text, close + 1, "/:-")
            yield _Run(tuple(fills), mark, inner)
            fills = []
        elif mark != "/":
            yield _Run(tuple(fills), mark)
            fills = []
    if fills or mark in {":", "-"}:
        # After a last slash an empty alternative is left over.
        yield _Run((*fills, None) if mark == "/" else tuple(fills), "")


def _operand(text: str, at: int, stops: str, kind: Kind) -> tuple[Fill, int]:
    """The string, group or words at a place, and where they end."""
    if text[at] == "(":
        close = _close(text, at)
        return _parse(text[at + 1 : close].strip(_BLANKS), kind), close + 1
    if text[at] == '"':
        string = _QUOTED.match(text, at)
        if string is None:
            raise _MalformedError
        return string[0].upper(), string.end()
    end = next((i for i in range(at, len(text)) if text[i] in stops), len(text))
    return _word(text[at:end].strip(_BLANKS).upper(), kind), end


def _word(word: str, kind: Kind) -> str | None:
    """Days in the form of ISO 8601 (unchecked: a key may name 31 November) and numbers without blanks, so that :func:`~dateline.bench.metrics.muc4.fills.bare` leaves their digits alone."""
    if kind is Kind.NUMBER:
        word = word.replace(" ", "")
    day = _DAY.fullmatch(word) if kind is Kind.DATE else None
    if day and day[2] in _MONTHS:
        year = int(day[3]) + (0 if len(day[3]) == 4 else 1900)
        return f"{year}-{_MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}"
    return word or None


def _mark(text: str, at: int, marks: str) -> tuple[str, int]:
    """The mark behind an operand, and where the next operand begins; an empty mark at the end."""
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    if at == len(text):
        return "", at
    if text[at] not in marks:
        raise _MalformedError
    start = at + 1
    while start < len(text) and text[start] in _BLANKS:
        start += 1
    return text[at], start


def _close(text: str, at: int) -> int:
    """Where the parenthesis that opens at ``at`` closes."""
    depth = 0
    while at < len(text):
        string = _QUOTED.match(text, at)
        if string:
            at = string.end()
            continue
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
        at += 1
    raise _MalformedError


def _joined(runs: Iterable[_Run], join: Callable[[Fill, Fill], Fill]) -> Fill:
    """Runs joined two by two: the last words of the one and the first of the other."""
    found: list[Fill] = []
    pending = False
    for run in runs:
        if pending:
            rest, left = _last_words(found)
            right, others = _first_words(run.fills)
            made = join(left, right)
            found = [*rest, *([] if made is None else [made]), *others]
        else:
            found = list(run.fills)
        pending = run.end != ""
    return _flat(found)


def _span(start: Fill, end: Fill) -> Fill:
    return None if start is None and end is None else Span(start, end)


def _places(runs: Iterable[_Run]) -> Fill:
    found: list[Fill] = []
    steps: list[Fill] = []
    between = False
    for run in runs:
        if not steps:
            found.extend(run.fills)
            if run.kind is not None:
                raise _MalformedError
            if run.end == ":":
                found, country = _last_words(found)
                steps = [country]
            continue
        name, others = _first_words(run.fills)
        if others and run.kind is not None:
            raise _MalformedError
        place = name if run.kind is None else Typed(name, run.kind)
        steps = [*steps[:-1], Between(steps[-1], place)] if between else [*steps, place]
        between = run.end == "-"
        if others or run.end in {"/", ""}:
            found, steps, between = [*found, Path(tuple(steps)), *others], [], False
    return _flat(found)


def _plain(fill: Fill) -> bool:
    """Nothing but words and alternatives of words."""
    if isinstance(fill, AnyOf):
        return all(_plain(option) for option in fill.options)
    return fill is None or isinstance(fill, str)


def _last_words(found: list[Fill]) -> tuple[list[Fill], Fill]:
    """What stands before the words at the right end, and these."""
    start = len(found)
    while start and _plain(found[start - 1]):
        start -= 1
    if start == len(found):
        raise _MalformedError
    return found[:start], _flat(found[start:])


def _first_words(found: tuple[Fill, ...]) -> tuple[Fill, tuple[Fill, ...]]:
    """The words at the left end, and what stands behind them."""
    end = next((i for i, fill in enumerate(found) if not _plain(fill)), len(found))
    if found and not end:
        raise _MalformedError
    return _flat(found[:end]), found[end:]


def _flat(found: Iterable[Fill]) -> Fill:
    """Alternatives as one fill."""
    every: list[Fill] = []
    for fill in found:
        every.extend(fill.options if isinstance(fill, AnyOf) else [fill])
    if not every:
        return None
    return every[0] if len(every) == 1 else AnyOf(tuple(every))
