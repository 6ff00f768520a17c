"""Short ways to read one invented sentence."""

from datetime import date

from dateline.model.times import Timex
from dateline.text.prepare import prepare
from dateline.times.expressions import Expression
from dateline.times.find import find_timexes
from dateline.times.grammar import find_expressions

WEDNESDAY = date(2031, 5, 14)


def read(body: str, published: date | None = WEDNESDAY) -> tuple[Timex, ...]:
    """The time expressions of a body, read on Wednesday, 14 May 2031 unless told otherwise."""
    return find_timexes(prepare(body), published)


def parse(body: str) -> tuple[tuple[str, Expression], ...]:
    """The unresolved expressions of a body, each with its words."""
    text = prepare(body)
    return tuple((e.span.of(text.body), e) for e in find_expressions(text))


def days(body: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """The words of each expression with its days: "2031-05-13..2031-05-14", one day alone, or None."""
    rows: list[tuple[str, str | None]] = []
    for timex in read(body, published):
        interval = timex.interval
        if interval is None:
            rows.append((timex.text, None))
        elif len(interval) == 1:
            rows.append((timex.text, str(interval.start)))
        else:
            rows.append((timex.text, f"{interval.start}..{interval.last}"))
    return rows
