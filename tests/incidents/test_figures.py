import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.incidents.figures import bounds, compatible, entails
from dateline.model.claims import ClaimValue

counts = st.one_of(
    st.integers(0, 9),
    st.just("some"),
    st.tuples(st.integers(0, 5), st.one_of(st.none(), st.integers(5, 9))),
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (5, (4, 6), True),
        (5, "some", True),
        (0, "some", False),
        (5, 6, False),
        ((5, None), 20, True),
        ((5, None), 4, False),
        ((None, 30), 31, False),
        ("all", 7, True),
    ],
)
def test_compatible(left: ClaimValue, right: ClaimValue, *, expected: bool) -> None:
    assert compatible(left, right) is expected


def test_true_is_no_count() -> None:
    assert bounds(value=True) is None


@pytest.mark.law
@given(counts, counts)
def test_what_entails_is_compatible(special: ClaimValue, general: ClaimValue) -> None:
    assert compatible(special, general) is compatible(general, special)
    if entails(special, general):
        assert compatible(special, general)


@pytest.mark.law
@given(st.integers(0, 12), counts)
def test_a_number_fits_a_range_exactly_when_it_entails_it(number: int, value: ClaimValue) -> None:
    assert compatible(number, value) is entails(number, value)
