"""The time expressions of a text, resolved: grammar first, then the calendar."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from statistics import median

from dateline.model.texts import Text
from dateline.model.times import Basis, Timex
from dateline.times import calendar
from dateline.times.anchor import resolve
from dateline.times.context import Context
from dateline.times.expressions import Calendar, Expression, Floating
from dateline.times.grammar import find_expressions
from dateline.times.tense import tense_at

_CHRONICLE_DATES = 4  # dates with a year that a text must give before its own years count
_CHRONICLE_YEARS = 2  # years its dates must lie from the report's


def find_timexes(text: Text, published: date | None) -> tuple[Timex, ...]:
    """Every time expression, in order of the text, with its days as far as the report lets one tell.

    Relative times are counted from ``published``, else from the dateline's date if that is given in full, else they stay open
    (``interval`` None, basis UNKNOWN); a time told from the story ("the same day") is counted from the last day named before it.

    Args:
        text: the report, prepared.
        published: its publication date, as told by the outlet; None when unknown. One before the year 1001 or after
            2998 counts as unknown: it is a slip, and counting from it would leave the calendar.
    """
    expressions = find_expressions(text)
    reference, basis = _reference(text, expressions, published)
    chronicle = _is_chronicle(expressions, reference)
    story: list[Timex] = []
    for sentence in _by_sentence(text, expressions):
        before = len(story)
        # A part of the day waits for the days of its sentence, on either side of it.
        for floating in (False, True):
            for expression in sentence:
                if isinstance(expression.meaning, Floating) is not floating:
                    continue
                context = Context(
                    reference=reference,
                    basis=basis,
                    story=tuple(story),
                    own=tuple(story[before:]) if floating else (),
                    tense=tense_at(text, expression.span),
                    chronicle=chronicle,
                )
                story.append(resolve(text.body, expression, context))
        story[before:] = sorted(story[before:], key=lambda t: t.span)
    return tuple(story)


def _by_sentence(text: Text, expressions: Sequence[Expression]) -> Iterator[tuple[Expression, ...]]:
    for _, group in groupby(expressions, key=lambda e: text.sentence_at(e.span.start)):
        yield tuple(group)


def _reference(
    text: Text, expressions: Sequence[Expression], published: date | None
) -> tuple[date | None, Basis]:
    """The publication date, else the dateline's if it is whole."""
    if published is not None and calendar.MIN_YEAR < published.year < calendar.MAX_YEAR:
        return published, Basis.RELATIVE
    if text.dateline is not None and text.dateline.date is not None:
        for expression in expressions:
            meaning = expression.meaning
            if (
                text.dateline.date.overlaps(expression.span)
                and isinstance(meaning, Calendar)
                and meaning.year is not None
                and meaning.month is not None
                and meaning.day is not None
            ):
                return calendar.day(meaning.year, meaning.month, meaning.day), Basis.DATELINE
    return None, Basis.UNKNOWN


def _is_chronicle(expressions: Sequence[Expression], reference: date | None) -> bool:
    """Whether the text tells the history of other years than the report's own."""
    years = [
        e.meaning.year
        for e in expressions
        if isinstance(e.meaning, Calendar) and e.meaning.year is not None
    ]
    if len(years) < _CHRONICLE_DATES:
        return False
    return reference is None or abs(median(years) - reference.year) >= _CHRONICLE_YEARS
