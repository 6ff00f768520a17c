import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model.spans import Span, cover

spans = st.tuples(st.integers(0, 500), st.integers(0, 100)).map(lambda p: Span(p[0], p[0] + p[1]))


def test_span_of_gives_its_characters() -> None:
    assert Span(2, 5).of("abcdefg") == "cde"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_span_refuses_what_is_no_stretch(start: int, end: int) -> None:
    with pytest.raises(InputError, match="start <= end"):
        Span(start, end)


@pytest.mark.law
@given(spans, spans)
def test_overlap_is_symmetric(a: Span, b: Span) -> None:
    assert a.overlaps(b) == b.overlaps(a)


@pytest.mark.law
@given(st.lists(spans, min_size=1))
def test_cover_contains_each(many: list[Span]) -> None:
    whole = cover(many)
    assert whole is not None
    assert all(whole.contains(s) for s in many)


def test_cover_of_nothing_is_none() -> None:
    assert cover([]) is None
