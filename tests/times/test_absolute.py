import pytest

from dateline.times.absolute import portion_of
from dateline.times.expressions import Ambiguous, Calendar, Portion, Range
from tests.times.reading import parse


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("24 April 2030", (2030, 4, 24)),
        ("April 24, 2030", (2030, 4, 24)),
        ("April 24 2030", (2030, 4, 24)),
        ("24 April", (None, 4, 24)),
        ("April 24", (None, 4, 24)),
        ("April 24th", (None, 4, 24)),
        ("the 24th of April 2030", (2030, 4, 24)),
        ("Apr. 24", (None, 4, 24)),
        ("Sept. 3, 2029", (2029, 9, 3)),
        ("24/04/2030", (2030, 4, 24)),
        ("04/24/2030", (2030, 4, 24)),
        ("24.04.2030", (2030, 4, 24)),
        ("24/04/30", (2030, 4, 24)),
        ("2030-04-24", (2030, 4, 24)),
        ("3 JAN 90", (1990, 1, 3)),
        ("30 DECEMBER", (None, 12, 30)),
        ("April 2030", (2030, 4, None)),
        ("April of 2030", (2030, 4, None)),
        ("April", (None, 4, None)),
        ("2014", (2014, None, None)),
    ],
)
def test_dates_are_read_in_all_forms(
    words: str, date: tuple[int | None, int | None, int | None]
) -> None:
    ((found, expression),) = parse(f"It fell in {words}.")
    assert words == found
    year, month, day = date
    assert expression.meaning == Calendar(year=year, month=month, day=day)


def test_weekday_beside_a_date_belongs_to_it() -> None:
    ((words, expression),) = parse("It fell on Tuesday, May 13.")
    assert words == "Tuesday, May 13"
    assert expression.meaning == Calendar(month=5, day=13, weekday=2)


def test_abbreviated_weekday_counts_only_beside_a_date() -> None:
    assert [words for words, _ in parse("The Sun wrote on Sun, 4 May that it fell.")] == [
        "Sun, 4 May"
    ]


@pytest.mark.parametrize(
    "words", ["April 23-24", "23-24 April", "April 23 and 24", "23 to 24 April 2030"]
)
def test_runs_of_days_are_one_expression(words: str) -> None:
    ((found, expression),) = parse(f"It fell on {words}.")
    assert words == found
    year = 2030 if "2030" in words else None
    assert expression.meaning == Range(
        Calendar(year=year, month=4, day=23), Calendar(year=year, month=4, day=24)
    )


def test_years_run() -> None:
    ((_, expression),) = parse("The war of 2014-2018 is over.")
    assert expression.meaning == Range(Calendar(year=2014), Calendar(year=2018))
    ((_, short),) = parse("The war of 2014-18 is over.")
    assert short.meaning == expression.meaning


@pytest.mark.parametrize(
    "words", ["31 April", "April 31", "32/04/2030", "2030-13-01", "30 February"]
)
def test_no_such_day_is_no_date(words: str) -> None:
    assert all(
        not isinstance(e.meaning, Calendar) or e.meaning.day is None
        for _, e in parse(f"It fell on {words}.")
    )


def test_numeric_date_that_reads_two_ways_keeps_both() -> None:
    ((_, expression),) = parse("It fell on 03/04/2030.")
    assert expression.meaning == Ambiguous(
        (Calendar(year=2030, month=4, day=3), Calendar(year=2030, month=3, day=4))
    )


def test_digits_after_a_date_may_count_something() -> None:
    ((words, expression),) = parse("On 24 April 20 people fled.")
    assert words == "24 April"
    assert expression.meaning == Calendar(month=4, day=24)


@pytest.mark.parametrize(
    ("words", "portion"),
    [
        ("early April", Portion.START),
        ("mid-May", Portion.MID),
        ("late February", Portion.END),
        ("the end of 2014", Portion.END),
        ("early 2014", Portion.START),
        ("mid-2014", Portion.MID),
    ],
)
def test_portions_are_kept(words: str, portion: Portion | None) -> None:
    ((found, expression),) = parse(f"It fell in {words}.")
    assert words == found
    assert portion is expression.portion


def test_portion_of_nothing_is_none() -> None:
    assert portion_of(None) is None
    assert portion_of("whole") is None


def test_ordinal_day_needs_no_noun_after_it() -> None:
    ((_, expression),) = parse("It fell on the 24th.")
    assert expression.meaning == Calendar(day=24)
    assert parse("It fell on the 24th Brigade.") == ()
    assert parse("It was the 24th.") == ()


def test_holidays_are_days() -> None:
    ((_, expression),) = parse("It fell on Christmas Eve.")
    assert expression.meaning == Calendar(month=12, day=24)
    ((_, dated),) = parse("It fell on New Year's Day, 2030.")
    assert dated.meaning == Calendar(year=2030, month=1, day=1)
    ((_, last),) = parse("It fell last Christmas.")
    assert last.meaning == Calendar(month=12, day=25, which=-1)
    assert parse("a christmas tree") == ()
