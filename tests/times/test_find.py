import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.times import Basis
from dateline.text.prepare import prepare
from dateline.times.find import find_timexes
from tests.times.reading import days, read

SENTENCES = [
    "A drone fell on Wednesday.",
    "It burned on 2 April 2030.",
    "Talks will start on Friday.",
    "He spoke on April 24, 2029.",
    "Overnight two more fell.",
    "Nothing burned.",
]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("It fell on 2 May. On the same day he spoke.", "2031-05-02"),
        ("It fell on 2 May. That day he spoke.", "2031-05-02"),
        ("It fell on 2 May. The previous day he spoke.", "2031-05-01"),
        ("It fell on 2 May. He spoke the day before.", "2031-05-01"),
        ("It fell on 2 May. A day earlier he spoke.", "2031-05-01"),
        ("It fell on 2 May. Two days earlier he spoke.", "2031-04-30"),
        ("It fell on 2 May. The next day he spoke.", "2031-05-03"),
        ("It fell on 2 May. Two days later he spoke.", "2031-05-04"),
        ("It fell on 2 May. That night he spoke.", "2031-05-02..2031-05-03"),
        ("It fell on 2 May. Later that day he spoke.", "2031-05-02"),
        ("It fell on 2 May. In 2014 he left, and the same day he spoke.", "2031-05-02"),
    ],
)
def test_story_times_count_from_the_last_day_told(body: str, shown: str | None) -> None:
    assert shown == days(body)[-1][1]
    assert read(body)[-1].basis is Basis.NARRATIVE


def test_story_times_without_a_story_stay_open() -> None:
    timexes = read("The same day he spoke. A day earlier he left. The next day he came.")
    assert all(t.interval is None and t.basis is Basis.UNKNOWN for t in timexes)
    assert {t.value for t in timexes} == {"XXXX-XX-XX"}


def test_dateline_without_a_year_is_anchored_to_the_report() -> None:
    timexes = read("ARVANY, 2 May (IPA) — A drone fell on Wednesday.", date(2031, 5, 8))
    assert [str(t.interval.start) for t in timexes if t.interval] == ["2031-05-02", "2031-05-07"]
    assert [t.basis for t in timexes] == [Basis.RELATIVE, Basis.RELATIVE]


def test_full_dateline_stands_in_for_the_date_of_the_report() -> None:
    timexes = read("ARVANY, 3 JAN 90 (AFP) -- THE REBELS STRUCK LAST NIGHT.", None)
    assert [str(t.interval.start) for t in timexes if t.interval] == ["1990-01-03", "1990-01-02"]
    assert [t.basis for t in timexes] == [Basis.STATED, Basis.DATELINE]


def test_dateline_without_a_year_alone_is_nothing_to_count_from() -> None:
    timexes = read("ARVANY, 2 May (AFP) — A drone fell yesterday.", None)
    assert all(t.interval is None for t in timexes)


def test_capitals_read_like_any_text() -> None:
    body = "THE REBELS MAY ATTACK. ON 30 DECEMBER THEY STRUCK; LAST NIGHT THEY FLED."
    assert [t.text for t in read(body)] == ["30 DECEMBER", "LAST NIGHT"]


def test_words_are_the_characters_of_the_span() -> None:
    body = "It fell early\nWednesday, on the 24th and two days later."
    assert [t.text for t in read(body)] == [t.span.of(body) for t in read(body)]


@pytest.mark.law
@given(st.permutations(SENTENCES))
def test_absolute_dates_do_not_mind_the_order_of_sentences(sentences: list[str]) -> None:
    timexes = find_timexes(prepare(" ".join(sentences)), date(2031, 5, 14))
    found = {t.text: t.interval for t in timexes}
    alone = {
        t.text: t.interval
        for sentence in SENTENCES
        for t in find_timexes(prepare(sentence), date(2031, 5, 14))
    }
    assert alone == found


WORDS = st.lists(
    st.sampled_from(
        [
            "Wednesday",
            "last",
            "next",
            "yesterday",
            "99 weeks ago",
            "31 December",
            "February 29",
            "the 31st",
            "999 years ago",
            "decades later",
            "overnight",
            "winter",
            "1000",
            "1000-01-01",
            "the past 99 weeks",
            "the same",
            "day",
            "night",
            "from",
            "to",
            "a day earlier",
            "last century",
            "the weekend",
            "it fell.",
        ]
    ),
    max_size=15,
).map(" ".join)


@pytest.mark.law
@given(st.text(max_size=200) | WORDS, st.none() | st.dates())
def test_any_text_can_be_read(body: str, published: date | None) -> None:
    text = prepare(body)
    for timex in find_timexes(text, published):
        assert timex.span.of(text.body) == timex.text
        assert (timex.interval is None) == (timex.precision is None)
        assert timex.interval is not None or timex.basis is Basis.UNKNOWN


def test_five_hundred_words_take_milliseconds() -> None:
    text = prepare(" ".join(SENTENCES * 20))
    find_timexes(text, date(2031, 5, 14))
    start = time.perf_counter()
    find_timexes(text, date(2031, 5, 14))
    # Ten times what it takes, for busy machines.
    assert time.perf_counter() - start < 0.1
