"""Ratios of many documents as one."""

from collections.abc import Iterable

from dateline.bench.metrics.coreference import Ratio

NOTHING = Ratio(0, 0, 0, 0)


def added(ratios: Iterable[Ratio]) -> Ratio:
    """Numerators and denominators summed; :data:`NOTHING` of none."""
    total = NOTHING
    for each in ratios:
        total = Ratio(
            total.found + each.found,
            total.of_response + each.of_response,
            total.kept + each.kept,
            total.of_key + each.of_key,
        )
    return total


def row(ratio: Ratio) -> dict[str, float]:
    """Precision, recall and F1 in percent, and the counts they are made of."""
    return {
        "p": 100 * ratio.precision,
        "r": 100 * ratio.recall,
        "f1": 100 * ratio.f1,
        "found": ratio.found,
        "of_response": ratio.of_response,
        "kept": ratio.kept,
        "of_key": ratio.of_key,
    }
