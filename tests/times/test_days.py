from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.times import Basis, Precision
from dateline.text.prepare import prepare
from dateline.times.find import find_timexes
from tests.times.reading import days, read

NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DATES = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("A drone fell on Wednesday.", "2031-05-14"),
        ("A drone was lost on Thursday.", "2031-05-08"),
        ("They will meet on Thursday.", "2031-05-15"),
        ("It fell last Wednesday.", "2031-05-07"),
        ("They meet next Wednesday.", "2031-05-21"),
        ("They meet this Friday.", "2031-05-16"),
        ("It was lost on Monday last week.", "2031-05-05"),
        ("It fell on 24 April.", "2031-04-24"),
        ("It fell on 24 April 2030.", "2030-04-24"),
        ("It fell on the 24th.", "2031-04-24"),
        ("It fell in April.", "2031-04-01..2031-04-30"),
        ("It was lost in June last year.", "2030-06-01..2030-06-30"),
        ("It was lost on 3 June last year.", "2030-06-03"),
        ("It was lost last May.", "2030-05-01..2030-05-31"),
        ("It was lost last April.", "2031-04-01..2031-04-30"),
        ("They meet next April.", "2032-04-01..2032-04-30"),
        ("They meet this September.", "2031-09-01..2031-09-30"),
        ("It fell in 2014.", "2014-01-01..2014-12-31"),
        ("It fell on April 23-24.", "2031-04-23..2031-04-24"),
        ("It lasted from 28 December to 3 January.", "2030-12-28..2031-01-03"),
        ("It lasted from December 28 to January 3, 2031.", "2030-12-28..2031-01-03"),
        ("It lasted from Monday to Wednesday.", "2031-05-12..2031-05-14"),
        ("It lasted from 2014 to 2018.", "2014-01-01..2018-12-31"),
        ("It fell on 03/04/2031.", "2031-04-03"),
        ("It fell on 03/04/2019.", None),
        ("It went on for the past week.", "2031-05-07..2031-05-14"),
        ("It fell last summer.", "2030-06-01..2030-08-31"),
        ("They meet next summer.", "2031-06-01..2031-08-31"),
        ("They meet this winter.", "2031-12-01..2032-02-29"),
        ("It fell in spring 2014.", "2014-03-01..2014-05-31"),
        ("It fell in the first quarter.", "2031-01-01..2031-03-31"),
        ("It was built in the 1990s.", "1990-01-01..1999-12-31"),
    ],
)
def test_days_are_news_usage(body: str, shown: str | None) -> None:
    assert [shown] == [interval for _, interval in days(body)]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("It fell on Wednesday.", "XXXX-WXX-3"),
        ("It fell on 24 April.", "XXXX-04-24"),
        ("It fell on 24 April last year.", "XXXX-04-24"),
        ("It fell on the 24th.", "XXXX-XX-24"),
        ("It fell in April.", "XXXX-04"),
        ("It fell last summer.", "XXXX-SU"),
        ("It fell from 23 to 24 April.", "XXXX-04-23/XXXX-04-24"),
        ("It fell over the past week.", "P7D"),
        ("It fell in June of that year.", "XXXX-06"),
    ],
)
def test_without_a_date_of_the_report_all_stays_open(body: str, value: str | None) -> None:
    (timex,) = read(body, None)
    assert (value, None, None, Basis.UNKNOWN) == (
        timex.value,
        timex.interval,
        timex.precision,
        timex.basis,
    )


def test_basis_tells_what_it_rests_on() -> None:
    body = "It fell on 24 April 2031 and on 25 April; the next day it fell on the 27th."
    assert [t.basis for t in read(body)] == [
        Basis.STATED,
        Basis.RELATIVE,
        Basis.NARRATIVE,
        Basis.NARRATIVE,
    ]


def test_chronicles_keep_their_own_years() -> None:
    body = "It began on 1 March 1961. On 3 April it grew. In 1962 it spread. It ended on 5 June 1963, in December 1963 all left. In January they wept. That summer was dry; in winter too."
    shown = dict(days(body))
    assert shown["3 April"] == "1961-04-03"
    assert shown["January"] == "1964-01-01..1964-01-31"
    assert shown["winter"] == "1964-12-01..1965-02-28"
    assert {t.text: t.basis for t in read(body)}["3 April"] is Basis.NARRATIVE


def test_precisions() -> None:
    body = (
        "It fell on Monday, on April 2-3, last night, last week, in April, in 2014, in the 1990s."
    )
    assert {t.precision for t in read(body)} == set(Precision)


@pytest.mark.law
@given(DATES, st.integers(0, 6))
def test_past_weekdays_are_the_last_ones(published: date, number: int) -> None:
    (timex,) = find_timexes(prepare(f"A drone was lost on {NAMES[number]}."), published)
    assert timex.interval is not None
    day = timex.interval.start
    assert day.weekday() == number
    assert 0 <= (published - day).days < 7
    assert timex.value == str(day)


@pytest.mark.law
@given(DATES, st.integers(0, 6))
def test_coming_weekdays_are_the_next_ones(published: date, number: int) -> None:
    (timex,) = find_timexes(prepare(f"They will meet on {NAMES[number]}."), published)
    assert timex.interval is not None
    assert timex.interval.start.weekday() == number
    assert 0 <= (timex.interval.start - published).days < 7


@pytest.mark.law
@given(DATES, DATES)
def test_full_dates_mean_themselves_whatever_the_report(told: date, published: date) -> None:
    for form in (f"{told:%d %B %Y}", f"{told:%B} {told.day}, {told.year}", told.isoformat()):
        for reference in (published, None):
            (timex,) = find_timexes(prepare(f"It fell on {form}."), reference)
            assert timex.interval is not None
            assert (told, 1, Basis.STATED) == (
                timex.interval.start,
                len(timex.interval),
                timex.basis,
            )
