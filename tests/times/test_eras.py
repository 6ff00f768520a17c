import pytest

from dateline.times.expressions import Meaning, Portion, Season, Years
from tests.times.reading import parse


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("last summer", Season("SU", None, -1)),
        ("the winter of 1994", Season("WI", 1994)),
        ("spring 2014", Season("SP", 2014)),
        ("spring", Season("SP")),
        ("the spring", Season("SP")),
        ("last fall", Season("FA", None, -1)),
        ("the third quarter", Season("Q3")),
        ("Q2 2029", Season("Q2", 2029)),
        ("the fourth quarter of 2029", Season("Q4", 2029)),
        ("the 1990s", Years(1990, 10, "199")),
        ("the 1800s", Years(1800, 100, "18")),
        ("the 19th century", Years(1800, 100, "18")),
    ],
)
def test_eras_are_found(words: str, meaning: Meaning) -> None:
    ((found, expression),) = parse(f"It fell in {words}.")
    assert words == found
    assert meaning == expression.meaning


def test_late_decades() -> None:
    ((_, expression),) = parse("It was built in the late 1970s.")
    assert expression.portion is Portion.END


@pytest.mark.parametrize(
    "body",
    [
        "They spring up.",
        "In the fall of the town he fled.",
        "The 9th century is far.",
        "The fall is near.",
    ],
)
def test_other_meanings_are_left_alone(body: str) -> None:
    assert parse(body) == ()
