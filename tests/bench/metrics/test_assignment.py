from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.assignment import assign

tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 9).map(float), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


def best(weights: list[list[float]]) -> float:
    """By trying everything."""
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights, strict=True)]
    chosen = permutations(range(len(weights[0])), len(weights))
    return max(sum(row[c] for row, c in zip(weights, pick, strict=True)) for pick in chosen)


@pytest.mark.law
@given(tables)
def test_the_sum_is_the_greatest_and_pairs_are_one_to_one(weights: list[list[float]]) -> None:
    pairs = assign(weights)
    assert sum(weights[r][c] for r, c in pairs) == best(weights)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)
    assert all(weights[r][c] > 0 for r, c in pairs)


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign([]) == assign([[]]) == ()
