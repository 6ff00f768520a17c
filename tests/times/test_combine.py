import pytest

from dateline.times.expressions import Calendar, Meaning, Part, Range, Weekday
from tests.times.reading import parse


@pytest.mark.parametrize(
    ("words", "meaning", "part", "clock"),
    [
        ("3 a.m. on Tuesday", Weekday(2), None, "T03:00"),
        ("10 p.m. Tuesday", Weekday(2), None, "T22:00"),
        ("Tuesday at 3 a.m.", Weekday(2), None, "T03:00"),
        ("overnight on Tuesday", Weekday(2), Part.OVERNIGHT, None),
        ("overnight Tuesday", Weekday(2), Part.OVERNIGHT, None),
        ("Tuesday overnight", Weekday(2), Part.OVERNIGHT, None),
        ("overnight into Tuesday", Weekday(2), Part.INTO, None),
        ("the early hours of Tuesday", Weekday(2), Part.MORNING, None),
        ("the early hours of Tuesday morning", Weekday(2), Part.MORNING, None),
        ("the night of April 23", Calendar(month=4, day=23), Part.NIGHT, None),
        ("dawn on Tuesday", Weekday(2), Part.MORNING, None),
        ("June last year", Calendar(month=6, which=-1, whole_year=True), None, None),
        (
            "June of that year",
            Calendar(month=6, which=0, whole_year=True, of_story=True),
            None,
            None,
        ),
        ("Monday last week", Weekday(1, None, -1), None, None),
        ("Monday of this week", Weekday(1, None, 0), None, None),
    ],
)
def test_neighbours_are_joined(
    words: str, meaning: Meaning, part: Part | None, clock: str | None
) -> None:
    ((found, expression),) = parse(f"It fell at {words}.")
    assert words == found
    assert (meaning, part, clock) == (expression.meaning, expression.part, expression.clock)


@pytest.mark.parametrize(
    "words",
    [
        "from April 28 to May 2",
        "between April 28 and May 2",
        "from Monday to Wednesday",
        "April 28-May 2",
        "between 20 and 22 April",
        "from 2014 to 2018",
        "from March until May",
        "the night of 23-24 April",
        "the night from Monday to Tuesday",
        "the night of Monday to Tuesday",
    ],
)
def test_ranges_are_one_expression(words: str) -> None:
    ((found, expression),) = parse(f"It fell {words}.")
    assert words == found
    assert isinstance(expression.meaning, Range)


@pytest.mark.parametrize(
    "body",
    [
        "It fell on Monday and Wednesday.",
        "It fell on Monday. Wednesday was calm.",
        "Since March or 2014.",
    ],
)
def test_other_neighbours_stay_apart(body: str) -> None:
    assert len(parse(body)) == 2


def test_times_of_two_paragraphs_are_two() -> None:
    found = parse("Northford, July 3, 2025\n\nOvernight, drones came.")
    assert [words for words, _ in found] == ["July 3, 2025", "Overnight"]
