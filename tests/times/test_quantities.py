import pytest

from dateline.lexicon.time_words import time_units
from dateline.model.spans import Span
from dateline.times.expressions import Literal, Period, Repeated
from dateline.times.quantities import count_of, period_value
from tests.times.reading import parse


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two weeks", "P2W"),
        ("three hours", "PT3H"),
        ("a week", "P1W"),
        ("a 10-day", "P10D"),
        ("twenty-five minutes", "PT25M"),
        ("1.5 years", "P1.5Y"),
        ("a decade", "P10Y"),
        ("decades", "PXDE"),
        ("more than two months", "P2M"),
        ("several days", "PXD"),
        ("weeks", "PXW"),
    ],
)
def test_lengths_are_periods(words: str, value: str) -> None:
    ((_, expression),) = parse(f"It burned for {words}.")
    assert expression.meaning == Period(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("daily", "XXXX-XX-XX"),
        ("every day", "P1D"),
        ("every night", "XXXX-XX-XXTNI"),
        ("each Monday", "XXXX-WXX-1"),
        ("every Friday evening", "XXXX-WXX-5TEV"),
        ("every two weeks", "P2W"),
        ("every July", "XXXX-07"),
    ],
)
def test_sets_repeat(words: str, value: str) -> None:
    ((found, expression),) = parse(f"It burns {words}.")
    assert words == found
    assert expression.meaning == Repeated(value)


@pytest.mark.parametrize(
    "body",
    ["It costs $40 a day.", "A second drone fell.", "He is 20 years old.", "Three times a week."],
)
def test_rates_ages_and_ordinals_are_no_lengths(body: str) -> None:
    assert parse(body) == ()


def test_references_need_no_anchor() -> None:
    assert [e.meaning for _, e in parse("It is now as recently as in the future.")] == [
        Literal("PRESENT_REF"),
        Literal("PAST_REF"),
        Literal("FUTURE_REF"),
    ]


def test_count_of_words() -> None:
    assert [count_of(w) for w in (None, "a", "a few", "two dozen", "2.5", "5 6 7")] == [
        "X",
        1,
        "X",
        24,
        "2.5",
        "X",
    ]


def test_period_of_vague_centuries() -> None:
    assert period_value(Span(0, 1), "X", time_units()["centuries"]).meaning == Period("PXCE")
