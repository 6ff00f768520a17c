import pytest

from dateline.bench.metrics.muc4.tallies import Tally, percent


@pytest.mark.parametrize(
    ("cor", "par", "whole", "expected"),
    [
        (1, 0, 2, 50),
        (0, 1, 2, 25),
        (1, 0, 3, 33),
        (2, 0, 3, 67),
        # Halves go to the even number: 12.5 and 37.5.
        (1, 0, 8, 12),
        (3, 0, 8, 38),
        # 12.56 is cut to 12.5 first.
        (157, 0, 1250, 12),
    ],
)
def test_percents_are_rounded_as_in_1992(cor: int, par: int, whole: int, expected: int) -> None:
    assert percent(cor, par, whole) == expected


def test_figures_of_a_tally() -> None:
    tally = Tally(pos=10, act=8, cor=4, par=2, inc=1, spu=1, mis=3)
    assert (tally.recall, tally.precision) == (50, 62)
    assert tally.f == round(2 * 50 * 62 / 112, 2) == 55.36
    assert tally.f_exact == round(100 * 2 * 5 / 18, 2) == 55.56
    row = tally.row()
    assert (row["pos"], row["spu"], row["recall"], row["f"]) == (10, 1, 50, 55.36)


def test_nothing_to_find_or_nothing_given_has_no_figure() -> None:
    missing = Tally(pos=1, mis=1)
    assert (missing.recall, missing.precision, missing.f, missing.f_exact) == (0, None, None, None)
    wrong = Tally(pos=1, act=1, inc=1)
    assert (wrong.f, wrong.f_exact) == (0.0, 0.0)


def test_tallies_add_up() -> None:
    one = Tally(pos=1, act=2, cor=3, par=4, inc=5, spu=6, mis=7, non=8)
    assert one + one == Tally(2, 4, 6, 8, 10, 12, 14, 16)
