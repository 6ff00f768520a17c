from dateline.lexicon import time_words


def test_months_and_weekdays_are_complete() -> None:
    assert set(range(1, 13)) == set(time_words.month_numbers().values())
    assert set(range(1, 8)) == set(time_words.weekday_numbers().values())
    assert len(time_words.weekday_names()) == 7


def test_units_have_singular_and_plural() -> None:
    units = time_words.time_units()
    assert units["century"] == units["centuries"]
    assert (units["fortnight"].letter, units["fortnight"].size) == ("W", 2)
    assert units["hours"].clock == "T"


def test_parts_and_seasons_carry_timex_codes() -> None:
    assert {"NI", "EV", "AF", "MO"} == set(time_words.part_codes().values())
    assert {"SP", "SU", "FA", "WI"} == set(time_words.season_codes().values())


def test_references_point_three_ways() -> None:
    words = time_words.reference_words()
    assert words["recently"] == "PAST_REF"
    assert words["now"] == "PRESENT_REF"
    assert words["the future"] == "FUTURE_REF"


def test_sets_holidays_and_days_are_there() -> None:
    assert time_words.set_values()["daily"] == "XXXX-XX-XX"
    assert time_words.holidays()["christmas eve"] == (12, 24)
    assert time_words.day_offsets()["yesterday"] == -1
    assert "several" in time_words.vague_counts()


def test_cues_of_tense_do_not_overlap() -> None:
    future, past = time_words.tense_cues("future_cues"), time_words.tense_cues("past_cues")
    assert not future & past
    assert "united" in time_words.tense_cues("not_past")


def test_guard_words_are_lower_case() -> None:
    for name in ("month_leads", "year_leads", "not_years", "counted"):
        assert all(word == word.lower() for word in time_words.guard_words(name))
