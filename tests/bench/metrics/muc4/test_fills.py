import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.muc4.fills import (
    AnyOf,
    Between,
    Fill,
    Path,
    Ref,
    Span,
    Typed,
    bare,
    leaves,
    same,
    words,
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('"THE TWO OF THESE FERRIES"', '"FERRIES"'),
        ('"FERRIES"', '"FERRIES"'),
        ('"SEVERAL OTHER 10 GUARDS"', '"GUARDS"'),
        # As the scorer of 1992 has it, a premodifier may be the end of a longer word.
        ('"ALMA GUARDS"', '"ALMGUARDS"'),
        ("THE", "THE"),
    ],
)
def test_premodifiers_go(text: str, left: str) -> None:
    assert bare(text) == left


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ('"THE FERRY"', '"FERRY"', True),
        ('"FERRY"', "FERRY", False),
        ("A1", AnyOf(("B1", "A1")), True),
        (AnyOf(("A1", "B1")), AnyOf(("B1", "A1")), True),
        (AnyOf(("A1", "B1")), AnyOf(("B1", "C1")), False),
        (Ref("GUN", '"X"'), Ref("GUN", AnyOf(('"Y"', '"X"'))), True),
        (Ref("GUN", '"X"'), Ref("GUN", '"Y"'), False),
        (Ref("GUN", '"X"'), "GUN", False),
        (Span(None, "1990-02-04"), Span(None, "1990-02-04"), True),
        (Span("1990-02-04", None), Span(None, "1990-02-04"), False),
        (Span("5", "7"), Between("5", "7"), False),
        (Path(("NORLAND", "B1")), Path(("NORLAND",)), False),
        (Path(("NORLAND", Typed("B1", "CITY"))), Path(("NORLAND", Typed("B1", "CITY"))), True),
        (None, "A1", False),
    ],
)
def test_when_fills_agree(one: Fill, other: Fill, *, expected: bool) -> None:
    assert same(one, other) is same(other, one) is expected


LEAVES = st.sampled_from(["X", '"THE X"', '"X"', "Y", None])
TREES: st.SearchStrategy[Fill] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda o: AnyOf(tuple(o))),
        st.builds(Ref, inner, inner),
        st.lists(inner, min_size=1, max_size=2).map(lambda s: Path(tuple(s))),
    ),
    max_leaves=6,
)


@given(TREES, TREES)
def test_agreement_goes_both_ways_and_includes_oneself(one: Fill, other: Fill) -> None:
    assert same(one, other) is same(other, one)
    assert same(one, one)


def test_leaves_and_words() -> None:
    fill = Ref(AnyOf(('"THE MAYOR"', "CHIEF")), Path(("NORLAND", Typed("EAST END", None))))
    assert leaves(fill) == ('"THE MAYOR"', "CHIEF", "NORLAND", "EAST END")
    assert words(fill) == {"MAYOR", "CHIEF", "NORLAND", "EAST", "END"}
    assert words(None) == frozenset()
