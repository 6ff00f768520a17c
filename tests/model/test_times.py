from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model.times import UNDATED, Basis, Interval

DAY = date(2024, 5, 8)
intervals = st.builds(
    lambda first, days: Interval(first, date.fromordinal(first.toordinal() + days)),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(1, 400),
)


def test_one_day_includes_itself() -> None:
    interval = Interval.days(DAY)
    assert (interval.start, interval.end, interval.last, len(interval)) == (DAY, date(2024, 5, 9), DAY, 1)  # fmt: skip


def test_both_ends_are_included() -> None:
    assert len(Interval.days(DAY, date(2024, 5, 10))) == 3


@pytest.mark.parametrize("end", [DAY, date(2024, 5, 7)])
def test_an_interval_without_a_day_is_refused(end: date) -> None:
    with pytest.raises(InputError, match="start < end"):
        Interval(DAY, end)


def test_neighbours_share_no_day() -> None:
    one, two = Interval.days(DAY), Interval.days(date(2024, 5, 9))
    assert not one.overlaps(two)
    assert one & two is None


@pytest.mark.law
@given(intervals, intervals)
def test_overlap_is_symmetric_and_what_they_share_lies_in_both(
    one: Interval, two: Interval
) -> None:
    shared = one & two
    assert one.overlaps(two) == two.overlaps(one) == (shared is not None)
    assert shared == (two & one)
    if shared is not None:
        assert max(one.start, two.start) == shared.start
        assert min(one.end, two.end) == shared.end


def test_undated_rests_on_nothing() -> None:
    assert (UNDATED.interval, UNDATED.precision, UNDATED.span) == (None, None, None)
    assert UNDATED.basis is Basis.UNKNOWN
