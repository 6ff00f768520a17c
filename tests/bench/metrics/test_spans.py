from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.counts import Prf
from dateline.bench.metrics.spans import (
    Kinded,
    Stretch,
    agreement,
    covered,
    one_to_one,
    overlap,
    score_kinds,
    tidy,
    token_stretches,
    tokens_in,
)

#       0         1         2         3
#       0123456789012345678901234567890
TEXT = "The  mayor of Arvany, she said."


def spans(text: str) -> st.SearchStrategy[list[Stretch]]:
    ends = st.integers(0, len(text))
    pairs = st.tuples(ends, ends).map(lambda p: (min(p), max(p)))
    return st.lists(pairs, max_size=5)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ([(0, 3)], ((0, 3),)),
        ([(3, 11)], ((5, 10),)),  # white space at both ends
        ([(0, 3), (5, 10)], ((0, 10),)),  # two spaces between them
        ([(5, 10), (0, 7)], ((0, 10),)),  # in any order, overlapping
        ([(0, 3), (11, 13)], ((0, 3), (11, 13))),  # a word between them
        ([(14, 20), (20, 21)], ((14, 21),)),  # touching
        ([(0, 20), (5, 10)], ((0, 20),)),  # one inside the other
        ([(3, 5), (7, 7)], ()),  # nothing but white space, nothing at all
    ],
)
def test_white_space_never_counts(given_: list[Stretch], kept: tuple[Stretch, ...]) -> None:
    assert tidy(given_, TEXT) == kept


def test_characters_covered_are_those_in_any_stretch_but_white_space() -> None:
    assert covered([(2, 6), (4, 7)], TEXT) == {2, 5, 6}


@pytest.mark.law
@given(spans(TEXT))
def test_tidying_keeps_the_characters_and_is_done_once(given_: list[Stretch]) -> None:
    kept = tidy(given_, TEXT)
    assert covered(kept, TEXT) == covered(given_, TEXT)
    assert tidy(kept, TEXT) == kept
    assert all(a[1] < b[0] for a, b in pairwise(kept))


def test_tokens_are_the_packages_own_in_characters_of_the_text_as_given() -> None:
    # A byte order mark and a soft hyphen, which normalising drops; the possessive stands alone, the contraction whole.
    text = "\ufeffVell's ca\u00adn't go."
    assert [text[a:b] for a, b in token_stretches(text)] == ["Vell", "'s", "ca\u00adn't", "go", "."]


def test_a_token_is_in_if_it_shares_a_character() -> None:
    tokens = token_stretches(TEXT)
    assert [TEXT[a:b] for a, b in tokens] == ["The", "mayor", "of", "Arvany", ",", "she", "said", "."]  # fmt: skip
    assert tokens_in(tokens, covered([(9, 15)], TEXT)) == {1, 2, 3}
    assert tokens_in(tokens, frozenset()) == frozenset()


def test_agreement_counts_both_sides() -> None:
    assert agreement({1, 2, 3}, {3, 4}) == Prf(tp=1, fp=1, fn=2)


def test_pairs_are_one_to_one_and_as_many_as_can_be() -> None:
    # Taking the first that fits would pair (0, 9) with (0, 9) and leave (0, 3) alone.
    gold: list[Kinded] = [(0, 9, "x"), (0, 3, "x")]
    system: list[Kinded] = [(0, 9, "x"), (5, 9, "x")]
    assert one_to_one(gold, system, overlap) == Prf(tp=2, fp=0, fn=0)
    assert one_to_one(gold[:1], system, overlap) == Prf(tp=1, fp=1, fn=0)


def test_stretches_that_only_touch_do_not_overlap() -> None:
    assert overlap((0, 3, "x"), (2, 5, "x"))
    assert not overlap((0, 3, "x"), (3, 5, "x"))
    assert not overlap((3, 5, "x"), (0, 3, "x"))


def test_kinds_are_scored_apart_and_together() -> None:
    gold: list[Kinded] = [(0, 5, "person"), (10, 15, "person"), (20, 25, "place"), (30, 31, "time")]
    system: list[Kinded] = [
        (0, 5, "person"),
        (0, 5, "person"),  # the same again counts once
        (11, 15, "person"),  # overlaps
        (20, 25, "weapon"),  # another kind, not scored
        (40, 45, "place"),
    ]
    found = score_kinds([(gold, system), ([], [])], ["person", "place"])
    assert found.exact == {"person": Prf(1, 1, 1), "place": Prf(0, 1, 1)}
    assert found.overlapping == {"person": Prf(2, 0, 0), "place": Prf(0, 1, 1)}
    assert found.micro == (Prf(1, 2, 2), Prf(2, 1, 1))
    assert found.passed_over == 1


def test_a_kind_does_not_pair_with_another() -> None:
    found = score_kinds([([(0, 5, "person")], [(0, 5, "place")])], ["person", "place"])
    assert found.micro == (Prf(0, 1, 1), Prf(0, 1, 1))


kinded = st.lists(
    st.tuples(st.integers(0, 8), st.integers(1, 4), st.sampled_from("ab")).map(
        lambda t: (t[0], t[0] + t[1], t[2])
    ),
    max_size=6,
)


@pytest.mark.law
@given(kinded, kinded)
def test_overlap_finds_no_less_than_exact_and_sides_swap(
    one: list[Kinded], other: list[Kinded]
) -> None:
    found, back = score_kinds([(one, other)], "ab"), score_kinds([(other, one)], "ab")
    for kind in "ab":
        assert found.overlapping[kind].tp >= found.exact[kind].tp
        for here, there in (
            (found.exact[kind], back.exact[kind]),
            (found.overlapping[kind], back.overlapping[kind]),
        ):
            assert (here.tp, here.fp, here.fn) == (there.tp, there.fn, there.fp)
    assert score_kinds([(one, one)], "ab").micro[0].f1 == 1.0
