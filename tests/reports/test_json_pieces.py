import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reports.json_pieces import Broken, Piece, pieces

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def found(characters: str, size: int = 7, limit: int = 10_000) -> list[Piece | Broken]:
    chunks = (characters[i : i + size] for i in range(0, len(characters), size))
    return list(pieces(chunks, limit))


def test_lines_are_counted() -> None:
    assert found('\n[\n{"a": 1},\n\n{"a":\n2}]') == [
        Piece(3, {"a": 1}, of_array=True),
        Piece(5, {"a": 2}, of_array=True),
    ]


@pytest.mark.parametrize(
    ("characters", "line", "reason"),
    [
        ("[1", 1, "missing before ''"),
        ("[1 2]", 1, "missing before '2'"),
        ('[{"a": 1},\n{"a" 2}]', 2, "delimiter"),
        ('[{"a":', 1, "Expecting value"),
        ("[1,]", 1, "Expecting value"),
        ('{"a": 1} x', 1, "something follows"),
        ("[" * 100_000, 1, "nest too deep"),
        ("[" + "1" * 5000 + "]", 1, "too long"),
        ('["' + "x" * 20_000, 1, "no whole value"),
    ],
)
def test_breaks_are_told_and_end_it(characters: str, line: int, reason: str) -> None:
    *_, last = found(characters, size=5000)
    assert isinstance(last, Broken)
    assert last.line == line
    assert reason in last.reason


def test_nothing_gives_nothing() -> None:
    assert found("") == []
    assert found(" \n[ \n] ") == []


@pytest.mark.law
@given(st.lists(VALUES.filter(lambda v: not isinstance(v, int)), max_size=4), st.integers(1, 9))
def test_arrays_come_back_however_they_are_cut(values: list[object], size: int) -> None:
    pieces_found = found(json.dumps(values, indent=1), size)
    assert [p.value for p in pieces_found if isinstance(p, Piece)] == values
    assert len(pieces_found) == len(values)
