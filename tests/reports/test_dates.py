from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ReportError, Where
from dateline.reports.dates import parse_published
from tests.reports.helpers import NOW

KYIV = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-04-24", date(2024, 4, 24)),
        (" 2024-04-24\n", date(2024, 4, 24)),
        ("20240424", date(2024, 4, 24)),
        (20240425, date(2024, 4, 25)),
        ("2024/04/24", date(2024, 4, 24)),
        ("24.04.2024", date(2024, 4, 24)),
        ("24 April 2024", date(2024, 4, 24)),
        ("24th of April, 2024", date(2024, 4, 24)),
        ("Wednesday, 24 Apr. 2024", date(2024, 4, 24)),
        ("April 24, 2024", date(2024, 4, 24)),
        ("Sept 3 2024", date(2024, 9, 3)),
        ("24-Apr-2024", date(2024, 4, 24)),
        (date(2024, 4, 24), date(2024, 4, 24)),
        ("2024-04-24T10:30:00", date(2024, 4, 24)),
        ("2024-04-24 10:30", date(2024, 4, 24)),
    ],
)
def test_days_without_a_zone_are_no_moments(value: object, day: date) -> None:
    assert parse_published(value, now=NOW) == (day, None)


@pytest.mark.parametrize(
    ("value", "day", "moment"),
    [
        ("2024-04-24T10:30:00Z", date(2024, 4, 24), datetime(2024, 4, 24, 10, 30, tzinfo=UTC)),
        ("2024-04-24 10:30 UTC", date(2024, 4, 24), datetime(2024, 4, 24, 10, 30, tzinfo=UTC)),
        (
            "2024-04-24T00:30:00+03:00",
            date(2024, 4, 24),
            datetime(2024, 4, 24, 0, 30, tzinfo=KYIV),
        ),
        (
            "Wed, 24 Apr 2024 10:30:00 GMT",
            date(2024, 4, 24),
            datetime(2024, 4, 24, 10, 30, tzinfo=UTC),
        ),
        (
            "24 Apr 2024 00:30:00 +0300",
            date(2024, 4, 24),
            datetime(2024, 4, 24, 0, 30, tzinfo=KYIV),
        ),
        (1713954600, date(2024, 4, 24), datetime(2024, 4, 24, 10, 30, tzinfo=UTC)),
        ("1713954600000", date(2024, 4, 24), datetime(2024, 4, 24, 10, 30, tzinfo=UTC)),
        (1713954600.0, date(2024, 4, 24), datetime(2024, 4, 24, 10, 30, tzinfo=UTC)),
    ],
)
def test_moments_keep_their_zone_and_the_printed_day(
    value: object, day: date, moment: datetime
) -> None:
    found = parse_published(value, now=NOW)
    assert found == (day, moment)
    assert found[1] is not None
    assert found[1].utcoffset() == moment.utcoffset()


@pytest.mark.parametrize("value", [None, "", "  \n"])
def test_nothing_gives_nothing(value: object) -> None:
    assert parse_published(value) == (None, None)


@pytest.mark.parametrize(
    "value",
    ["yesterday", "2024", "04/05/2024", "2024-13-01", "31 June 2024", 2023, 0, 3.5, True, [], {},
     "0000-01-01", float("nan"), float("inf"), 10**30, "9" * 5000, "12:30", "soon: 2024"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_field_and_value(value: object) -> None:
    with pytest.raises(ReportError, match="is no date") as raised:
        parse_published(value, where=Where("a.csv", line=4, field="pubdate"), now=NOW)
    assert str(raised.value).startswith("a.csv:4 (field 'pubdate'): ")
    assert repr(value)[:20] in str(raised.value)
    assert "ISO 8601" in raised.value.remedy


@pytest.mark.parametrize(
    ("value", "side"),
    [
        ("0001-01-01", "before 1900"),
        ("1899-12-31", "before 1900"),
        ("2031-05-22", "in the future"),
        ("9999-12-31T23:59:59Z", "in the future"),
    ],
)
def test_days_out_of_range_are_refused(value: object, side: str) -> None:
    with pytest.raises(ReportError, match=side):
        parse_published(value, now=NOW)


def test_tomorrow_is_let_pass() -> None:
    assert parse_published("2031-05-21", now=NOW)[0] == date(2031, 5, 21)


def test_a_long_value_is_cut_in_the_error() -> None:
    with pytest.raises(ReportError) as raised:
        parse_published("word " * 1000)
    assert len(str(raised.value)) < 400


@pytest.mark.law
@given(st.dates(date(1900, 1, 1), date(2031, 5, 21)))
def test_iso_days_come_back(day: date) -> None:
    assert parse_published(day.isoformat(), now=NOW) == (day, None)
    assert parse_published(f"{day.day} {day:%B} {day.year}", now=NOW) == (day, None)


@pytest.mark.law
@given(st.text(max_size=40) | st.integers() | st.floats())
def test_any_value_gives_a_day_or_a_report_error(value: object) -> None:
    try:
        day, moment = parse_published(value, now=NOW)
    except ReportError:
        return
    assert (day is None) <= (moment is None)
