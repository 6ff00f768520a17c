from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.coreference import MEASURES, conll, coreference


def clusters(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def test_the_worked_example_of_moosavi_and_strube() -> None:
    lea = coreference(clusters("abc", "defg"), clusters("ab", "cd", "fghi"))["LEA"]
    assert lea.recall == pytest.approx((3 * 1 / 3 + 4 * 1 / 6) / 7)
    assert lea.precision == pytest.approx((2 * 1 + 2 * 0 + 4 * 1 / 6) / 8)


def test_a_cluster_torn_in_two() -> None:
    found = coreference(clusters("abcd"), clusters("ab", "cd"))
    assert (found["MUC"].recall, found["MUC"].precision) == pytest.approx((2 / 3, 1.0))
    assert (found["B-cubed"].recall, found["B-cubed"].precision) == (0.5, 1.0)
    # One of the two halves is matched: φ4 = 2·2 / (4 + 2).
    assert found["CEAF-e"].recall == pytest.approx(2 / 3)
    assert found["CEAF-e"].precision == pytest.approx(1 / 3)
    assert (found["LEA"].recall, found["LEA"].precision) == pytest.approx((2 / 6, 1.0))


def test_two_clusters_taken_for_one() -> None:
    found = coreference(clusters("ab", "cd"), clusters("abcd"))
    assert (found["B-cubed"].recall, found["B-cubed"].precision) == (1.0, 0.5)
    assert (found["MUC"].recall, found["MUC"].precision) == pytest.approx((1.0, 2 / 3))


def test_a_mention_missed_costs_recall_and_one_invented_costs_precision() -> None:
    missed = coreference(clusters("ab", "c"), clusters("ab"))
    invented = coreference(clusters("ab"), clusters("ab", "c"))
    for name in ("B-cubed", "CEAF-e", "LEA"):
        assert missed[name].precision == invented[name].recall == 1.0
        assert missed[name].recall == invented[name].precision < 1.0


def test_a_mention_alone_is_right_only_alone() -> None:
    assert coreference(clusters("a", "b"), clusters("a", "b"))["LEA"].f1 == 1.0
    assert coreference(clusters("a", "b"), clusters("ab"))["LEA"].f1 == 0.0
    # MUC counts links only, and there are none to find.
    assert coreference(clusters("a"), clusters("a"))["MUC"].f1 == 1.0


def test_nothing_on_one_side_or_both() -> None:
    assert all(ratio.f1 == 1.0 for ratio in coreference([], []).values())
    assert all(ratio.f1 == 0.0 for ratio in coreference(clusters("ab"), []).values())
    assert conll(coreference([], clusters("ab"))) == 0.0


def partitions() -> st.SearchStrategy[list[frozenset[int]]]:
    def split(labels: Sequence[int]) -> list[frozenset[int]]:
        return [
            frozenset(m for m, label in enumerate(labels) if label == each)
            for each in sorted(set(labels))
            if each
        ]

    return st.lists(st.integers(0, 4), min_size=1, max_size=9).map(split)


@pytest.mark.law
@given(partitions(), partitions())
def test_laws(one: list[frozenset[int]], other: list[frozenset[int]]) -> None:
    there, back = coreference(one, other), coreference(other, one)
    for name in MEASURES:
        assert 0.0 <= there[name].f1 <= 1.0
        assert there[name].precision == pytest.approx(back[name].recall)
        assert coreference(one, one)[name].f1 == pytest.approx(1.0)
