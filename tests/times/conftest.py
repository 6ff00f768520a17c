"""Short ways to read one invented sentence."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.model.times import Timex
from dateline.text.prepare import prepare
from dateline.times.expressions import Expression
from dateline.times.find import find_timexes
from dateline.times.grammar import find_expressions

WEDNESDAY = date(2031, 5, 14)

Read = Callable[..., tuple[Timex, ...]]
Parse = Callable[[str], tuple[tuple[str, Expression], ...]]
Days = Callable[..., list[tuple[str, str | None]]]


@pytest.fixture
def read() -> Read:
    """The time expressions of a body, read on Wednesday, 14 May 2031 unless told otherwise."""

    def reader(body: str, published: date | None = WEDNESDAY) -> tuple[Timex, ...]:
        return find_timexes(prepare(body), published)

    return reader


@pytest.fixture
def parse() -> Parse:
    """The unresolved expressions of a body, each with its words."""

    def parser(body: str) -> tuple[tuple[str, Expression], ...]:
        text = prepare(body)
        return tuple((e.span.of(text.body), e) for e in find_expressions(text))

    return parser


@pytest.fixture
def days(read: Read) -> Days:
    """The words of each expression with its days: "2031-05-13..2031-05-14", one day alone, or None."""

    def shown(body: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
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

    return shown
