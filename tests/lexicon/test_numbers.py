import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.numbers import number_words, parse_number, parse_ordinal


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("twenty-five", 25),
        ("Twenty five", 25),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a couple of", 2),
        ("two hundred and six", 206),
        ("one hundred twenty thousand", 120_000),
        ("26,000", 26_000),
        ("300 000", 300_000),
        ("1.2 million", 1_200_000),
        ("5 hundred", 500),
        ("a hundred", 100),
        ("zero", 0),
        ("7", 7),
    ],
)
def test_numbers_are_read(words: str, expected: int | None) -> None:
    assert expected == parse_number(words.split())


@pytest.mark.parametrize(
    "words",
    [
        "",
        "a",
        "hundred",
        "dozen",
        "five six",
        "20 25",
        "26.5",
        "two and six",
        "half a day",
        "2 cats",
        "half a hundred of",
        "1234567890123456",
        "five twenty",
        "a thousand million hundred",
        "3.55 k",
    ],
)
def test_anything_else_is_no_number(words: str) -> None:
    assert parse_number(words.split()) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("24th", 24),
        ("first", 1),
        ("twenty-fourth", 24),
        ("thirty first", 31),
        ("two", None),
        ("", None),
        ("twenty twentieth", None),
    ],
)
def test_ordinals_are_read_separately(words: str, expected: int | None) -> None:
    assert expected == parse_ordinal(words.split())


def spell(number: int) -> str:
    """The slow way, for numbers below a million."""
    ones = {v: k for k, v in number_words("ones").items() if k not in {"a", "an"}}
    tens = {v: k for k, v in number_words("tens").items() if k != "fourty"}
    if number >= 1000:
        rest = f" {spell(number % 1000)}" if number % 1000 else ""
        return f"{spell(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{ones[number // 100]} hundred{rest}"
    if number < 20:
        return ones[number]
    return tens[number - number % 10] + (f"-{ones[number % 10]}" if number % 10 else "")


@pytest.mark.law
@given(st.integers(min_value=0, max_value=999_999))
def test_words_and_digits_come_to_the_same(number: int) -> None:
    assert number == parse_number(spell(number).split())
    assert number == parse_number([f"{number:,}"])
