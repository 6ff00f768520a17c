import pytest

from dateline.mentions.quantities import find_quantities
from dateline.text.prepare import prepare


def quantities(words: str) -> list[str]:
    return [q.value for q in find_quantities(prepare(words))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("It held 26,000 cubic metres of fuel.", "26,000 cubic metres"),
        ("It makes 6.6 million tonnes a year.", "6.6 million tonnes"),
        ("It lies 300 km away.", "300 km"),
        ("It took 20,000 barrels per day.", "20,000 barrels per day"),
    ],
)
def test_a_figure_with_its_unit_as_printed(words: str, value: str) -> None:
    assert quantities(words) == [value]


def test_the_same_figure_in_another_unit_is_told_once() -> None:
    assert quantities("It lies 300 kilometres (186 miles) away.") == ["300 kilometres"]


@pytest.mark.parametrize("words", ["Tonnes of fuel burned.", "Nine people came.", ""])
def test_a_unit_without_a_figure_is_none(words: str) -> None:
    assert quantities(words) == []
