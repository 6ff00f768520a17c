import pytest

from tests.times.reading import parse


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("3 a.m.", "T03:00"),
        ("3:30 p.m.", "T15:30"),
        ("12 pm", "T12:00"),
        ("12:15 am", "T00:15"),
        ("09:30", "T09:30"),
        ("0930 GMT", "T09:30"),
        ("2230", "T22:30"),
        ("noon", "T12:00"),
        ("5 o'clock", "T05:00"),
        ("around 3 a.m. local time", "T03:00"),
    ],
)
def test_times_of_day_are_read(words: str, clock: str | None) -> None:
    ((found, expression),) = parse(f"It fell at {words} sharp.")
    assert words == found
    assert clock == expression.clock


@pytest.mark.parametrize("words", ["13 a.m.", "25:30", "9:75", "3:1", "2560 GMT"])
def test_other_numbers_are_not(words: str) -> None:
    assert all(e.clock is None for _, e in parse(f"It fell at {words} there."))
