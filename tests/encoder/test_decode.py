from dataclasses import replace
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


ROLES = np.asarray(
    # O, B-a, I-a, B-b, I-b
    [
        [0.10, 0.60, 0.20, 0.05, 0.05],
        [0.20, 0.10, 0.50, 0.10, 0.10],
        [0.60, 0.10, 0.20, 0.05, 0.05],
        [0.30, 0.05, 0.05, 0.20, 0.40],
    ]
)


def chanced(roles: np.ndarray, card: Card = CARD) -> Scored:
    """A text of two-letter words with the given probabilities of the layer "role" (at temperature 1)."""
    count = len(roles)
    marks = np.zeros((count, 3 + 5 + 2), np.float32)
    marks[:, 3:8] = np.log(roles)
    starts = np.arange(count) * 3
    none = np.zeros((count, 10), np.float32)
    return Scored(card, starts, starts + 2, marks, none, np.zeros(3, np.float32))


def told(text: Scored) -> list[tuple[int, int, str, float]]:
    """First word, end word, label and score, rounded, of each span."""
    return [
        (s.span.start // 3, (s.span.end + 1) // 3, s.label, round(s.score, 4))
        for s in text.spans("role")
    ]


def test_a_span_scores_the_mean_of_its_label_over_its_words() -> None:
    both = round((0.8 + 0.6) / 2, 4)
    assert told(chanced(ROLES)) == [(0, 2, "a", both), (3, 4, "b", 0.6)]


def test_a_lower_threshold_takes_words_that_are_likelier_outside() -> None:
    low = replace(CARD, thresholds={"role": 0.35})
    three = round((0.8 + 0.6 + 0.3) / 3, 4)
    assert told(chanced(ROLES, low)) == [(0, 3, "a", three), (3, 4, "b", 0.6)]
    high = replace(CARD, thresholds={"role": 0.75, "cue": 0.1})
    assert told(chanced(ROLES, high)) == [(0, 2, "a", 0.7)]


def test_a_temperature_flattens_what_a_span_scores() -> None:
    # Their square roots are 0.2, 0.8, 0.4, 0.4 and next to nothing: 1.8 in all.
    roles = np.asarray([[0.04, 0.64, 0.16, 0.16, 1e-12]])
    cool = replace(CARD, temperatures={"role": 2.0})
    assert told(chanced(roles, cool)) == [(0, 1, "a", round((0.8 + 0.4) / 1.8, 4))]


def test_the_share_of_a_label_is_its_mean_over_the_words_touched() -> None:
    text = chanced(ROLES)
    assert text.share("role", "a", Span(0, 2)) == pytest.approx(0.8)
    assert text.share("role", "b", Span(0, 2)) == pytest.approx(0.1)
    assert text.share("role", "a", Span(4, 7)) == pytest.approx((0.6 + 0.3) / 2)
    assert text.share("role", "b", Span(0, 11)) == pytest.approx((0.1 + 0.2 + 0.1 + 0.6) / 4)


@pytest.mark.parametrize("span", [Span(2, 3), Span(5, 6), Span(11, 90)])
def test_where_no_word_is_there_is_no_signal(span: Span) -> None:
    text = chanced(ROLES)
    assert text.share("role", "a", span) == 0
    assert text.sort("stage", span) == ()
    assert text.partners("source", span) == ()
    assert text.link("source", span, Span(0, 2)) == 0
    assert text.link("source", Span(0, 2), span) == 0


def test_relations_have_thresholds_and_temperatures_of_their_own() -> None:
    named = {"source>": 0.7, "content>": 0.2}
    card = replace(CARD, thresholds=named, temperatures={"source>": 2.0})
    text = chanced(ROLES, card)
    text.pairs[:, 8] = (4, 1, -4, 2)  # "source" of each word by itself
    text.pairs[:, 9] = (-1, -2, -1, -1)  # "content"
    # From the first word: the buckets of itself, of one step twice and of three steps.
    scores = np.asarray([4 + 0, 1 + 0, -4 + 0, 2 - 0.5])
    chances = 1 / (1 + np.exp(-scores / 2))  # 0.88, 0.62, 0.12, 0.68
    (only,) = text.partners("source", Span(0, 2))
    assert (only.span, only.label) == (Span(0, 2), "source")
    assert only.score == pytest.approx(chances[0])
    assert text.link("source", Span(0, 2), Span(0, 5)) == pytest.approx(chances[:2].mean())
    one = 1 / (1 + np.exp(1))
    runs = [(s.span, s.label, pytest.approx(s.score)) for s in text.partners("content", Span(0, 2))]
    assert runs == [(Span(0, 2), "content", one), (Span(6, 11), "content", one)]


def test_an_anchor_speaks_by_its_first_word() -> None:
    text = chanced(ROLES)
    text.pairs[:, 0:2] = [(1, 0), (0, 1), (-1, 0), (0, -1)]  # anchors "source"
    text.pairs[:, 4:6] = (7, -7)  # others "source"
    first, second = (text.link("source", Span(n, 11), Span(0, 2)) for n in (0, 3))
    assert first == pytest.approx(1 / (1 + np.exp(-7 / np.sqrt(2))))
    assert second == pytest.approx(1 / (1 + np.exp(7 / np.sqrt(2))))


def test_the_likeliest_class_is_told_first_and_equals_in_the_cards_order() -> None:
    text = chanced(ROLES)
    text.whole[:] = np.log([0.2, 0.5, 0.3])
    assert [name for name, _ in text.kinds()] == ["y", "z", "x"]
    assert [chance for _, chance in text.kinds()] == pytest.approx([0.5, 0.3, 0.2])
    text.whole[:] = 0
    assert [name for name, _ in text.kinds()] == ["x", "y", "z"]
    cool = replace(text, card=replace(CARD, temperatures={"kinds": 2.0}))
    cool.whole[:] = np.log([0.16, 0.64, 0.2])
    chances = dict(cool.kinds())
    assert chances["y"] / chances["x"] == pytest.approx(2)


def test_the_surest_no_is_told_without_a_warning() -> None:
    text = chanced(ROLES)
    text.pairs[:, 8] = (200, 0, 0, -200)  # "source" of each word by itself
    assert text.link("source", Span(0, 2), Span(0, 2)) == 1
    assert text.link("source", Span(0, 2), Span(9, 11)) == pytest.approx(0)


scores = st.floats(-5, 5, width=32)


@pytest.mark.law
@given(
    st.lists(st.lists(scores, min_size=10, max_size=10), max_size=12),
    st.lists(scores, min_size=3, max_size=3),
    st.floats(0.05, 0.95),
)
def test_whatever_the_scores_signals_are_in_order_and_probable(
    rows: list[list[float]], whole: list[float], least: float
) -> None:
    count = len(rows)
    marks = np.asarray(rows, np.float32).reshape(count, 10)
    starts = np.arange(count) * 3
    card = replace(CARD, thresholds={"role": least, "cue": least, "source>": least})
    text = Scored(card, starts, starts + 2, marks, marks, np.asarray(whole, np.float32))
    end = 3 * count
    for layer, labels in card.layers.items():
        found = text.spans(layer)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))
        assert all(0 <= s.span.start < s.span.end < end for s in found)
        assert {s.label for s in found} <= set(labels)
        for signal in found:
            assert 0 <= signal.score <= 1 + 1e-6
            assert text.share(layer, signal.label, signal.span) == pytest.approx(signal.score)
    for word in range(count):
        here = Span(3 * word, 3 * word + 2)
        partners = text.partners("source", here)
        assert all(a.span.end < b.span.start for a, b in pairwise(partners))
        for other in (Span(3 * n, 3 * n + 2) for n in range(count)):
            marked = any(p.span.contains(other) for p in partners)
            assert marked == (text.link("source", here, other) >= least)
    assert sum(chance for _, chance in text.kinds()) == pytest.approx(1)
