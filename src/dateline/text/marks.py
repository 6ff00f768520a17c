"""Quotation marks one by one, and what their surroundings say of them: opening, closing, or no quotation mark at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from dateline.model.spans import Span

_MARK = re.compile(r"``|''|[“”„‟«»\"‘’']")
_DOUBLE_OPENING = frozenset({"“", "„", "‟", "``", "«"})
_SINGLE = frozenset({"‘", "’", "'"})
_BEFORE_OPENING = frozenset(" \n([{—–-/:…“„«‘\"'`")
_AFTER_CLOSING = frozenset(" \n)]}—–-/:;,.!?…”»’\"'")
_ELIDED = re.compile(r"[‘’'](?:\d0s|(?:em|til|tis|twas|n|cause|round|bout)\b)", re.IGNORECASE)
_FEET_AND_INCHES = re.compile(r"\d['’′] ?\d{1,2}$")


class Family(Enum):
    """Marks that pair with one another."""

    DOUBLE = "double"  # “ ” „ ‟ " `` ''
    ANGLE = "angle"  # « »
    SINGLE = "single"  # ‘ ’ '


class Leaning(Enum):
    """What a mark looks like, before pairing."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


_LEANING = {True: Leaning.OPENS, False: Leaning.CLOSES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One quotation mark.

    Attributes:
        span: its characters.
        family: what it pairs with.
        leaning: by its shape, or by its surroundings where the shape is neutral.
        neutral: its shape tells nothing: a straight mark.
        can_open: whether its surroundings allow it to open.
        can_close: whether its surroundings allow it to close.
        leads: it is the first thing in its paragraph.
        possessive: it may as well be the apostrophe of a plural possessive.
    """

    span: Span
    family: Family
    leaning: Leaning
    neutral: bool
    can_open: bool
    can_close: bool
    leads: bool = False
    possessive: bool = False


def find_marks(body: str, paragraph: Span) -> Iterator[Mark]:
    """The quotation marks of a paragraph; apostrophes, feet and inches left out as far as one can see."""
    for match in _MARK.finditer(body, paragraph.start, paragraph.end):
        span = Span(*match.span())
        before = body[span.start - 1] if span.start > paragraph.start else "\n"
        after = body[span.end] if span.end < paragraph.end else "\n"
        read = _single if match.group() in _SINGLE else _double
        mark = read(match.group(), span, before, after)
        if mark is None or _is_measure(body, mark, paragraph):
            continue
        yield replace(mark, leads=True) if span.start == paragraph.start else mark


def _leans(before: str, after: str) -> tuple[bool, bool]:
    """Whether the surroundings look like those of an opening and of a closing mark."""
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = after in _AFTER_CLOSING and not before.isspace()
    return opens, closes


def _double(shape: str, span: Span, before: str, after: str) -> Mark:
    opens, closes = _leans(before, after)
    family = Family.ANGLE if shape in {"«", "»"} else Family.DOUBLE
    neutral = shape in {'"', "''"}
    if neutral:
        leaning = Leaning.EITHER if opens == closes else _LEANING[opens]
    else:
        leaning = _LEANING[shape in _DOUBLE_OPENING]
    return Mark(
        span=span,
        family=family,
        leaning=leaning,
        neutral=neutral,
        can_open=opens or not closes,
        can_close=closes or not opens,
    )


def _single(shape: str, span: Span, before: str, after: str) -> Mark | None:
    """A single mark; None for an apostrophe."""
    opens, closes = _leans(before, after)
    if before.isspace() and after.isspace():
        opens, closes = shape == "‘", shape == "’"
    opens, closes = opens and shape != "’", closes and shape != "‘"
    if opens == closes:
        return None
    return Mark(
        span=span,
        family=Family.SINGLE,
        leaning=_LEANING[opens],
        neutral=shape == "'",
        can_open=opens,
        can_close=closes,
        possessive=before in "sS" and after == " ",
    )


def _is_measure(body: str, mark: Mark, paragraph: Span) -> bool:
    """Feet and inches (6'2"), and elided beginnings ('90s, ’em)."""
    start = mark.span.start
    if mark.family is Family.SINGLE:
        return _ELIDED.match(body, start) is not None
    near = body[max(paragraph.start, start - 6) : start]
    return body[start] in '"”' and _FEET_AND_INCHES.search(near) is not None
