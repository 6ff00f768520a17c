"""One-to-one assignment of maximum total weight; the only home of SciPy."""

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Pairs (row, column) of positive weight whose sum is the greatest (Jonker–Volgenant, as SciPy has it)."""
    if not weights or not weights[0]:
        return ()
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment([list(row) for row in weights], maximize=True)
    return tuple((int(r), int(c)) for r, c in zip(rows, columns, strict=True) if weights[r][c] > 0)
