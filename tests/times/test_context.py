from datetime import date

from dateline.model.spans import Span
from dateline.model.times import Basis, Interval, Precision, Timex, TimexType
from dateline.times.context import Context, Days


def timex(day: date, precision: Precision, basis: Basis = Basis.STATED) -> Timex:
    return Timex(
        span=Span(0, 1),
        text="x",
        type=TimexType.DATE,
        interval=Interval.days(day),
        precision=precision,
        basis=basis,
    )


STORY = (
    timex(date(2029, 1, 1), Precision.YEAR),
    timex(date(2030, 4, 2), Precision.DAY),
    timex(date(2030, 5, 1), Precision.MONTH),
    timex(date(2031, 5, 13), Precision.DAY, Basis.RELATIVE),
)


def test_the_story_is_asked_from_its_end() -> None:
    context = Context(reference=None, basis=Basis.UNKNOWN, story=STORY)
    assert context.last_day() == date(2031, 5, 13)
    assert context.last_dated() == date(2031, 5, 13)
    assert context.last_year() == 2031


def test_a_chronicle_leaves_out_what_was_counted_from_the_report() -> None:
    context = Context(reference=None, basis=Basis.UNKNOWN, story=STORY, chronicle=True)
    assert context.last_day() == date(2030, 4, 2)
    assert context.last_dated() == date(2030, 5, 1)


def test_an_empty_story_has_nothing() -> None:
    context = Context(reference=None, basis=Basis.UNKNOWN)
    assert (context.last_day(), context.last_dated(), context.last_year()) == (None, None, None)


def test_single_day() -> None:
    day = date(2031, 5, 14)
    assert Days.single(day, Basis.STATED) == Days(
        "2031-05-14", Interval.days(day), Precision.DAY, Basis.STATED
    )
