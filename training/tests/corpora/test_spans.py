from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline_training.corpora.spans import commonest, longest, merged, trimmed
from dateline_training.example import Offsets, Tagged

LABELS = ("first", "second")
SPANS = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1]))


def tag(start: int, end: int, label: str = "first") -> Tagged:
    return Tagged(layer="layer", start=start, end=end, label=label)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 3, (1, 3)),
        (1, 5, (1, 3)),
        (1, 8, (1, 8)),
        (3, 6, None),
        (2, 2, None),
        (5, 3, None),
        (6, 10, None),
        (-1, 3, None),
    ],
)
def test_blanks_at_the_ends_are_cut(start: int, end: int, found: Offsets | None) -> None:
    assert trimmed(" on \n the", start, end) == found


def test_spans_that_share_characters_are_one_and_those_that_touch_are_two() -> None:
    assert merged([(8, 9), (0, 4), (3, 6), (1, 2), (6, 7)]) == ((0, 6), (6, 7), (8, 9))


@pytest.mark.law
@given(st.lists(SPANS))
def test_a_union_covers_what_its_spans_cover(spans: list[Offsets]) -> None:
    union = merged(spans)
    covered = [i for start, end in union for i in range(start, end)]
    assert sorted({i for start, end in spans for i in range(start, end)}) == covered
    assert merged(union) == union


def test_the_longest_of_what_overlaps_stays() -> None:
    tags = [tag(0, 3), tag(2, 6), tag(5, 9), tag(9, 10)]
    assert longest(tags, ranks=LABELS) == (tag(2, 6), tag(9, 10))
    assert longest([tag(0, 3), tag(2, 6), tag(6, 9)], ranks=LABELS) == (tag(2, 6), tag(6, 9))


def test_of_one_length_the_label_that_ranks_first_stays() -> None:
    assert longest([tag(0, 3, "second"), tag(2, 5)], ranks=LABELS) == (tag(2, 5),)
    assert longest([tag(2, 5), tag(0, 3)], ranks=LABELS) == (tag(0, 3),)


@pytest.mark.law
@given(st.lists(st.builds(lambda s, label: tag(s[0], s[1], label), SPANS, st.sampled_from(LABELS))))
def test_what_stays_does_not_overlap_and_what_goes_met_something_as_long(
    tags: list[Tagged],
) -> None:
    kept = longest(tags, ranks=LABELS)
    assert all(one.end <= two.start for one, two in pairwise(kept))
    for gone in set(tags) - set(kept):
        assert any(
            gone.start < k.end and k.start < gone.end and k.end - k.start >= gone.end - gone.start
            for k in kept
        )


def test_the_commonest_label_and_of_equals_the_first() -> None:
    assert commonest("abb") == "b"
    assert commonest("ba") == "b"
    with pytest.raises(IndexError):
        commonest("")
