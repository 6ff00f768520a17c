from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.encoder.card import Card
from dateline.encoder.decode import Scored
from dateline.model.spans import Span

CARD = Card(
    name="toy",
    sha256="0",
    layers={"cue": ("cue",), "role": ("a", "b")},
    heads={"stage": ("done", "tried")},
    relations=("source", "content"),
    kinds=("x", "y", "z"),
    width=2,
    reach=(1, 3),
    distance=((0.5, 0.0, 0.0, 0.0, -0.5), (0.0, 0.0, 0.0, 0.0, 0.0)),
    longest=10,
    temperatures={"stage": 2.0},
    thresholds={},
)


def scored(numbers: list[int], layer: str = "role") -> Scored:
    """A text of two-letter words whose words have the given B/I/O numbers, surely."""
    count = len(numbers)
    marks = np.zeros((count, 3 + 5 + 2), np.float32)
    start = {"cue": 0, "role": 3}[layer]
    for word, number in enumerate(numbers):
        marks[word, start + number] = 20
    starts = np.arange(count) * 3
    pairs = np.zeros((count, 2 * (2 * 2 + 1)), np.float32)
    return Scored(CARD, starts, starts + 2, marks, pairs, np.asarray([0, 1, 0], np.float32))


@pytest.mark.parametrize(
    ("numbers", "spans"),
    [
        ([0, 1, 2, 0], [(1, 3, "a")]),
        ([1, 1, 2], [(0, 1, "a"), (1, 3, "a")]),
        ([0, 2, 2], [(1, 3, "a")]),
        ([1, 4, 4], [(0, 1, "a"), (1, 3, "b")]),
        ([3, 4, 0, 1], [(0, 2, "b"), (3, 4, "a")]),
        ([0, 0], []),
        ([], []),
    ],
)
def test_spans_are_read_off_tags(numbers: list[int], spans: list[tuple[int, int, str]]) -> None:
    found = [
        (s.span.start // 3, (s.span.end + 1) // 3, s.label) for s in scored(numbers).spans("role")
    ]
    assert found == spans


@pytest.mark.law
@given(st.lists(st.integers(0, 4), max_size=30))
def test_spans_stand_in_order_and_never_overlap(numbers: list[int]) -> None:
    found = scored(numbers).spans("role")
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    covered = {w for s in found for w in range(s.span.start // 3, (s.span.end + 1) // 3)}
    assert covered == {word for word, number in enumerate(numbers) if number}
    assert all(s.score > 0.99 for s in found)


def test_a_class_is_the_mean_over_the_words_at_its_temperature() -> None:
    text = scored([0, 0])
    text.marks[:, 8] = (1, 3)  # "done"
    ((first, sure), (second, rest)) = text.sort("stage", Span(0, 5))
    assert (first, second) == ("done", "tried")
    assert sure == pytest.approx(1 / (1 + np.exp(-2 / 2)))
    assert sure + rest == pytest.approx(1)


def test_partners_multiply_vectors_and_add_word_and_distance() -> None:
    text = scored([0, 0, 0, 0, 0])
    text.pairs[2, 0:2] = (2, 0)  # anchor "source"
    text.pairs[:, 4:6] = [(1, 0), (0, 9), (0, 0), (3, 0), (-5, 0)]  # others "source"
    text.pairs[:, 8] = (0, 0, 0, -9, 0)  # alone "source"
    root = np.sqrt(2)
    expected = [2 / root + 0.0, 0.0, 0.0, 6 / root - 9, -10 / root]
    far = [0.0, 0.0, 0.0, 0.0, 0.0]  # buckets: -2 and -1 are of the step from 1, +1 and +2 likewise
    chances = [1 / (1 + np.exp(-(e + f))) for e, f in zip(expected, far, strict=True)]
    anchor = Span(6, 8)
    for word, chance in enumerate(chances):
        assert text.link("source", anchor, Span(3 * word, 3 * word + 2)) == pytest.approx(
            chance, abs=1e-5
        )
    assert [(s.span.start, s.span.end) for s in text.partners("source", anchor)] == [(0, 8)]


def test_far_words_take_the_far_bucket() -> None:
    text = scored([0] * 5)
    near, far = (
        text.link("source", Span(0, 2), Span(6, 8)),
        text.link("source", Span(0, 2), Span(12, 14)),
    )
    assert near == pytest.approx(0.5)
    assert far == pytest.approx(1 / (1 + np.exp(0.5)))
    assert text.link("source", Span(12, 14), Span(0, 2)) == pytest.approx(1 / (1 + np.exp(-0.5)))


def test_the_whole_text_has_a_kind() -> None:
    kinds = scored([0]).kinds()
    assert kinds[0][0] == "y"
    assert sum(chance for _, chance in kinds) == pytest.approx(1)
