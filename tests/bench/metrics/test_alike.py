from typing import Any

import pytest

from dateline.bench.metrics.alike import (
    best_overlap,
    comparable,
    name_words,
    overlap,
    rows,
    same_source,
)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (5, "5", True),
        (5, 5.0, True),
        ("26,000", 26000, True),
        (True, 1, False),
        (True, "true", False),
        (None, False, False),
        ([3, None], (3, None), True),
        ([3, None], [3, 5], False),
        ("Air  Strike", "air strike", True),
        ("the mayor’s", "The mayor's", True),
    ],
)
def test_values(one: Any, other: Any, equal: bool) -> None:
    assert (comparable(one) == comparable(other)) is equal


def test_titles_and_small_words_are_no_part_of_a_name() -> None:
    assert name_words("Governor Ann Example’s") == {"ann", "example"}
    assert name_words("the governor") == {"the", "governor"}
    assert name_words(None) == frozenset()


def test_only_objects_are_rows() -> None:
    assert rows({"a": [{"x": 1}, "no", None]}, "a") == [{"x": 1}]
    assert rows({}, "a") == rows({"a": None}, "a") == []


def test_spans_overlap_by_characters_or_else_by_words() -> None:
    assert overlap({"start": 0, "end": 10}, {"start": 5, "end": 15}) == 0.5
    assert overlap({"start": 0, "end": 5}, {"start": 5, "end": 9}) == 0
    assert overlap({"text": "fuel depot"}, {"text": "the depot fuel", "start": 1}) == 1
    assert overlap({"text": "fuel depot"}, {"text": "fuel train"}) == 0
    assert best_overlap([], [{"text": "x"}]) == 0


TEXT = "Ann Example said so. The governor repeated it."


@pytest.mark.parametrize(
    ("gold", "system", "same"),
    [
        ({"source": "outlet"}, {"source": "x", "source_kind": "outlet"}, True),
        ({"source": "outlet"}, {"source": "Ann Example"}, False),
        ({"source": "Ann Example"}, {"source": "Governor Ann Example"}, True),
        ({"source": "Ann Example"}, {"source": "Bo Lindt"}, False),
        (
            {"source": "Ann Example"},
            {"source": "she", "source_start": 0, "source_end": 3},
            True,
        ),
        (
            {"source": "Ann Example"},
            {"source": "she", "source_start": 21, "source_end": 33},
            False,
        ),
    ],
)
def test_sources(gold: dict[str, Any], system: dict[str, Any], same: bool) -> None:
    assert same_source(gold, system, TEXT) is same
