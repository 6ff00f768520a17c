import pytest

from dateline.mentions.figures import find_figures
from dateline.text.prepare import prepare


def figures(words: str) -> list[object]:
    text = prepare(words)
    return [f.value for f in find_figures(text, 0, len(text.tokens))]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("seven", [7]),
        ("12", [12]),
        ("at least five", [(5, None)]),
        ("more than 20", [(20, None)]),
        ("up to 30", [(None, 30)]),
        ("as many as 40", [(None, 40)]),
        ("about ten", [10]),
        ("between 5 and 7", [(5, 7)]),
        ("20 to 30", [(20, 30)]),
        ("dozens of people", [(24, None)]),
        ("hundreds", [(200, None)]),
        ("several people", ["some"]),
        ("nine of eleven", [9]),
        ("nine of the eleven", [9]),
        ("three and four", [3, 4]),
        ("all drones", []),
        ("nobody", []),
        ("30 to 20", [30, 20]),
    ],
)
def test_numbers_as_the_record_wants_them(words: str, values: list[object]) -> None:
    assert figures(words) == values
