import pytest

from dateline.times.expressions import Anchor, Literal, Meaning, Period, Portion, Shift, Window
from tests.times.reading import parse


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("last week", Shift("week", -1)),
        ("this month", Shift("month", 0)),
        ("next year", Shift("year", 1)),
        ("the same day", Shift("day", 0, Anchor.NARRATIVE)),
        ("that day", Shift("day", 0, Anchor.NARRATIVE)),
        ("the previous day", Shift("day", -1, Anchor.NARRATIVE)),
        ("the following year", Shift("year", 1, Anchor.NARRATIVE)),
        ("the weekend", Shift("weekend", 0)),
        ("last weekend", Shift("weekend", -1)),
        ("two days ago", Shift("day", -2, counted=True)),
        ("a day earlier", Shift("day", -1, Anchor.NARRATIVE, counted=True)),
        ("two days later", Shift("day", 2, Anchor.NARRATIVE, counted=True)),
        ("three weeks ago", Shift("week", -3, counted=True)),
        ("nearly four years ago", Shift("year", -4, counted=True)),
        ("two weeks from now", Shift("week", 2, counted=True)),
        ("48 hours ago", Shift("day", -2, counted=True)),
        ("several years ago", Literal("PAST_REF")),
        ("a few days later", Literal("FUTURE_REF")),
        ("the past week", Window(7)),
        ("the past day", Window(1)),
        ("the past 24 hours", Window(1)),
        ("the last three days", Window(3)),
        ("recent weeks", Literal("PAST_REF")),
        ("past years", Literal("PAST_REF")),
        ("the coming days", Literal("FUTURE_REF")),
        ("the past two months", Period("P2M")),
        ("the next two weeks", Period("P2W")),
        ("the past few weeks", Period("PXW")),
    ],
)
def test_units_are_found(words: str, meaning: Meaning) -> None:
    ((found, expression),) = parse(f"It fell in {words}.")
    assert words == found
    assert meaning == expression.meaning


@pytest.mark.parametrize(
    ("words", "shift", "portion"),
    [
        ("earlier this month", Shift("month", 0), Portion.EARLIER),
        ("later this week", Shift("week", 0), Portion.LATER),
        ("early last year", Shift("year", -1), Portion.START),
        ("earlier in the day", Shift("day", 0, Anchor.NARRATIVE), Portion.EARLIER),
        ("earlier in the week", Shift("week", 0), Portion.EARLIER),
        ("the end of the year", Shift("year", 0), Portion.END),
    ],
)
def test_modes_are_kept(words: str, shift: Shift, portion: Portion | None) -> None:
    ((found, expression),) = parse(f"It fell {words}.")
    assert words == found
    assert (shift, portion) == (expression.meaning, expression.portion)


@pytest.mark.parametrize("body", ["this minute", "this day", "the last hour", "recent week"])
def test_units_that_name_no_date_are_left_out(body: str) -> None:
    assert parse(f"It fell {body}.") == ()
