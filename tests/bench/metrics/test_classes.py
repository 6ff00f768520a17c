import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.classes import Confusion, score, support
from dateline.bench.metrics.counts import Prf

#           a's: 2 right, 1 as b, 1 as c; b's: 1 right, 1 as a; c: never right; d: only the system has it.
GOLD = ["a", "a", "a", "a", "b", "b", "c", "c"]
SYSTEM = ["a", "a", "b", "c", "b", "a", "a", "d"]


def test_figures_by_hand() -> None:
    found = score(GOLD, SYSTEM)
    assert found.classes == {
        "a": Prf(2, 2, 2),
        "b": Prf(1, 1, 1),
        "c": Prf(0, 1, 2),
        "d": Prf(0, 1, 0),
    }
    assert list(found.classes) == ["a", "b", "c", "d"]
    assert [support(count) for count in found.classes.values()] == [4, 2, 2, 0]
    assert found.accuracy == 3 / 8
    assert found.weighted_f1 == pytest.approx((4 * 0.5 + 2 * 0.5 + 2 * 0 + 0) / 8)
    assert found.macro_f1 == pytest.approx((0.5 + 0.5 + 0 + 0) / 4)


def test_mistakes_are_listed_the_commonest_first() -> None:
    found = score([*GOLD, "c", "c"], [*SYSTEM, "d", None])
    assert found.confusions == (
        Confusion("c", "d", 2),
        Confusion("a", "b", 1),
        Confusion("a", "c", 1),
        Confusion("b", "a", 1),
        Confusion("c", None, 1),
        Confusion("c", "a", 1),
    )


def test_a_text_without_a_class_misses_golds_and_invents_none() -> None:
    found = score(["a", "b"], ["a", None])
    assert found.classes == {"a": Prf(1, 0, 0), "b": Prf(0, 0, 1)}
    assert (found.accuracy, found.weighted_f1, found.macro_f1) == (0.5, 0.5, 0.5)


def test_no_texts_are_perfect() -> None:
    found = score([], [])
    assert (found.accuracy, found.weighted_f1, found.macro_f1) == (1.0, 1.0, 1.0)
    assert found.confusions == ()


def test_both_sides_need_one_length() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score(["a", "b"], ["a"])


pairs = st.lists(
    st.tuples(st.sampled_from("abc"), st.one_of(st.none(), st.sampled_from("abcd"))), min_size=1
)


@pytest.mark.law
@given(pairs)
def test_right_and_mistakes_make_up_all_texts(told: list[tuple[str, str | None]]) -> None:
    gold, system = [a for a, _ in told], [b for _, b in told]
    found = score(gold, system)
    assert found.right + sum(c.count for c in found.confusions) == found.texts == len(told)
    assert sum(count.tp for count in found.classes.values()) == found.right
    assert sum(map(support, found.classes.values())) == len(told)
    assert 0 <= found.macro_f1 <= 1
    assert 0 <= found.weighted_f1 <= 1
    assert (found.accuracy == 1.0) is (gold == system)


@pytest.mark.law
@given(pairs)
def test_order_does_not_matter(told: list[tuple[str, str | None]]) -> None:
    once, back = (
        score([a for a, _ in way], [b for _, b in way]) for way in (told, list(reversed(told)))
    )
    assert once == back
