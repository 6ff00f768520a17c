from datetime import date

import pytest

from dateline.cli.words import (
    counted,
    day_or,
    day_range,
    interval_days,
    outlet_of,
    said_by,
    spoken_value,
    where_words,
)
from dateline.model.claims import ClaimValue
from dateline.model.times import UNDATED, Interval
from dateline.model.vocab import Stance
from tests.factory import claim, head, source


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "not told"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        ((5, None), "at least 5"),
        ((None, 30), "up to 30"),
        ((3, 5), "3 to 5"),
        ("some", "some"),
    ],
)
def test_values_are_spoken(value: ClaimValue, words: str) -> None:
    assert spoken_value(value) == words


def test_days_are_told_once_if_they_are_one() -> None:
    day = date(2031, 5, 14)
    assert interval_days(Interval.days(day)) == "2031-05-14"
    assert interval_days(Interval.days(day, date(2031, 5, 15))) == "2031-05-14 to 2031-05-15"
    assert day_range(UNDATED) == interval_days(None) == "date not told"
    assert (day_or(day), day_or(None)) == ("2031-05-14", "undated")


def test_places_are_named_once_and_unknown_is_said() -> None:
    assert where_words(["Arvany", "BELMARK"], "Belmark", "Norland") == "Arvany, Belmark, Norland"
    assert where_words([], None, None) == "place not told"


def test_speakers_stand_with_side_stance_and_hedge() -> None:
    by = source("Ilan Torv", side="Norland")
    assert said_by(claim(by=by, stance=Stance.DENIED)) == "Ilan Torv (Norland) denied"
    assert said_by(claim(hedged=True)) == "the outlet asserted, hedged"


def test_small_words() -> None:
    assert (counted(1, "origin"), counted(2, "origin")) == ("1 origin", "2 origins")
    assert outlet_of(head("x", outlet=None)) == "x"
    assert outlet_of(head("x", outlet="The Wire")) == "The Wire"
