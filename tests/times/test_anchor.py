import pytest

from dateline.model.times import Basis, Precision, TimexType
from tests.times.reading import days, read


@pytest.mark.parametrize(
    ("body", "shown", "value", "precision"),
    [
        ("It fell overnight.", "2031-05-13..2031-05-14", "2031-05-13TNI", Precision.NIGHT),
        ("It fell last night.", "2031-05-13..2031-05-14", "2031-05-13TNI", Precision.NIGHT),
        ("They meet tonight.", "2031-05-14..2031-05-15", "2031-05-14TNI", Precision.NIGHT),
        ("It fell Monday night.", "2031-05-12..2031-05-13", "2031-05-12TNI", Precision.NIGHT),
        (
            "It fell on the night of April 23.",
            "2031-04-23..2031-04-24",
            "2031-04-23TNI",
            Precision.NIGHT,
        ),
        (
            "It fell on the night of 23-24 April.",
            "2031-04-23..2031-04-24",
            "2031-04-23TNI",
            Precision.NIGHT,
        ),
        (
            "It fell overnight into Monday.",
            "2031-05-11..2031-05-12",
            "2031-05-11TNI",
            Precision.NIGHT,
        ),
        (
            "It fell overnight on Wednesday.",
            "2031-05-13..2031-05-14",
            "2031-05-13TNI",
            Precision.NIGHT,
        ),
        (
            "It fell overnight on Monday.",
            "2031-05-11..2031-05-13",
            "2031-05-11TNI",
            Precision.NIGHT,
        ),
        ("It fell this morning.", "2031-05-14", "2031-05-14TMO", Precision.DAY),
        ("It fell at 3 a.m. on Tuesday.", "2031-05-13", "2031-05-13T03:00", Precision.DAY),
        ("It fell in the early hours of Tuesday.", "2031-05-13", "2031-05-13TMO", Precision.DAY),
        ("It fell early Wednesday.", "2031-05-14", "2031-05-14", Precision.DAY),
        ("It was lost earlier this month.", "2031-05-01..2031-05-14", "2031-05", Precision.DAYS),
        ("They meet later this week.", "2031-05-14..2031-05-18", "2031-W20", Precision.DAYS),
        ("It fell in early April.", "2031-04-01..2031-04-10", "2031-04", Precision.DAYS),
        ("It fell in mid-April.", "2031-04-11..2031-04-20", "2031-04", Precision.DAYS),
        ("It fell in late April.", "2031-04-21..2031-04-30", "2031-04", Precision.DAYS),
        ("It fell in early 2014.", "2014-01-01..2014-05-01", "2014", Precision.YEAR),
        ("It fell earlier last month.", "2031-04-01..2031-04-30", "2031-04", Precision.MONTH),
        (
            "It fell in the night from 1 to 9 April.",
            "2031-04-01..2031-04-09",
            "2031-04-01/2031-04-09",
            Precision.DAYS,
        ),
    ],
)
def test_parts_and_portions(
    body: str, shown: str | None, value: str | None, precision: Precision
) -> None:
    (timex,) = read(body)
    assert [shown] == [interval for _, interval in days(body)]
    assert (value, precision) == (timex.value, timex.precision)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("It fell on Monday.", TimexType.DATE),
        ("It fell on Monday night.", TimexType.TIME),
        ("It fell at 09:30.", TimexType.TIME),
        ("It burned for two weeks.", TimexType.DURATION),
        ("It burns every night.", TimexType.SET),
        ("It fell recently.", TimexType.DATE),
    ],
)
def test_types(body: str, kind: TimexType) -> None:
    assert [kind] == [t.type for t in read(body)]


def test_durations_sets_and_references_have_no_days() -> None:
    timexes = read("It burned for two weeks, every night, in recent weeks and over recent months.")
    assert [t.value for t in timexes] == ["P2W", "XXXX-XX-XXTNI", "PAST_REF", "PAST_REF"]
    assert all(t.interval is None and t.basis is Basis.UNKNOWN for t in timexes)


def test_a_part_of_the_day_takes_the_day_of_its_sentence() -> None:
    assert days("At 3 a.m. drones came, he said on Tuesday.")[0] == ("3 a.m.", "2031-05-13")
    assert days("It fell on Tuesday. At dawn it burned.")[1] == ("dawn", None)
    assert read("It fell at dawn.")[0].value == "XXXX-XX-XXTMO"
    assert days("On 2 May drones came overnight.")[1] == ("overnight", "2031-05-01..2031-05-02")


def test_overnight_takes_no_day_told_as_a_bound_or_after_it() -> None:
    assert days("The worst since 2 May came overnight.")[1] == (
        "overnight",
        "2031-05-13..2031-05-14",
    )
    assert days("Overnight drones came, on 2 May none had.")[0] == (
        "Overnight",
        "2031-05-13..2031-05-14",
    )


def test_overnight_before_a_noun_follows_the_story_if_recent() -> None:
    assert days("He spoke on Monday, 12 May. Two overnight strikes were told.")[1] == (
        "overnight",
        "2031-05-11..2031-05-12",
    )
    assert days("It began on 2 May 2029. Two overnight strikes were told.")[1] == (
        "overnight",
        "2031-05-13..2031-05-14",
    )


def test_overnight_without_a_date_of_the_report_stays_open() -> None:
    (timex,) = read("It fell overnight.", None)
    assert (timex.value, timex.interval, timex.basis) == ("XXXX-XX-XXTNI", None, Basis.UNKNOWN)
    assert read("It fell on Monday night.", None)[0].value == "XXXX-WXX-1TNI"


@pytest.mark.parametrize("words", ["late last weekend", "early last weekend"])
def test_two_days_have_no_early_middle_and_late(words: str) -> None:
    assert days(f"It fell {words}.") == [(words, "2031-05-10..2031-05-11")]
