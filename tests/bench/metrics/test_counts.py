import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.counts import Prf

counts = st.builds(Prf, *[st.integers(0, 50)] * 3)


def test_figures_of_an_ordinary_count() -> None:
    found = Prf.of(hits=3, gold=4, system=6)
    assert found == Prf(tp=3, fp=3, fn=1)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.75, 0.6)


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        (Prf(0, 0, 0), (1.0, 1.0, 1.0)),
        (Prf(0, 2, 0), (0.0, 0.0, 0.0)),
        (Prf(0, 0, 2), (0.0, 0.0, 0.0)),
        (Prf(1, 0, 0), (1.0, 1.0, 1.0)),
    ],
)
def test_nothing_to_find_and_nothing_found_is_perfect(
    found: Prf, figures: tuple[float, float, float]
) -> None:
    assert (found.precision, found.recall, found.f1) == figures


@pytest.mark.law
@given(counts, counts)
def test_counts_add_up_and_figures_stay_between_0_and_1(one: Prf, other: Prf) -> None:
    both = one + other
    assert both == other + one
    assert (both.tp, both.fp, both.fn) == (one.tp + other.tp, one.fp + other.fp, one.fn + other.fn)
    row = both.row()
    assert all(0 <= row[name] <= 1 for name in ("p", "r", "f1"))
    assert min(row["p"], row["r"]) - 1e-12 <= row["f1"] <= max(row["p"], row["r"]) + 1e-12
