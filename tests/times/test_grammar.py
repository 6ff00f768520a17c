import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.prepare import prepare
from dateline.times.grammar import find_expressions
from tests.times.reading import parse

PIECES = st.sampled_from(
    [
        "It fell on",
        "Wednesday",
        "April 2",
        "2014",
        "the",
        "last",
        "night",
        "two days",
        "ago",
        ".",
        ",",
        "\n",
        "\n\n",
        "to",
        "of",
        "3 a.m.",
        "early",
        "24/04/2031",
        "May",
        "overnight",
        "from",
        "-",
        "the 24th",
        "’s",
        "every",
        "week",
        "twenty-five",
        "mid-",
    ]
)


def test_longest_match_wins() -> None:
    assert [words for words, _ in parse("It fell earlier this month.")] == ["earlier this month"]
    assert [words for words, _ in parse("It fell two weeks ago.")] == ["two weeks ago"]


def test_line_ends_do_not_matter_but_paragraphs_do() -> None:
    assert [words for words, _ in parse("It fell on April\n24, 2031.")] == ["April\n24, 2031"]
    assert [words for words, _ in parse("It fell in April\n\n24 men came.")] == ["April"]


def test_text_without_time_has_none() -> None:
    assert find_expressions(prepare("")) == ()
    assert find_expressions(prepare("Nothing fell.")) == ()


@pytest.mark.law
@given(st.lists(PIECES, max_size=25))
def test_expressions_are_in_order_and_never_overlap(pieces: list[str]) -> None:
    text = prepare(" ".join(pieces))
    spans = [e.span for e in find_expressions(text)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(0 <= s.start < s.end <= len(text.body) for s in spans)
