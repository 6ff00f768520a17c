import re

import pytest

from dateline.times import patterns


@pytest.mark.parametrize(
    "name",
    [
        "MONTH",
        "WEEKDAY",
        "DAY",
        "YEAR",
        "PART",
        "SEASON",
        "UNIT",
        "HOLIDAY",
        "NUMBER",
        "VAGUE",
        "ABOUT",
        "PORTION",
    ],
)
def test_fragments_compile_and_match_nothing_empty(name: str) -> None:
    assert re.compile(getattr(patterns, name)).fullmatch("") is None


def test_longest_alternative_comes_first() -> None:
    assert re.match(patterns.spaced(["new year", "new year's day"]), "new  year's\nday")


def test_white_space_stays_inside_a_paragraph() -> None:
    assert re.fullmatch(patterns.WS, " \n ")
    assert re.fullmatch(patterns.WS, "\n\n") is None
