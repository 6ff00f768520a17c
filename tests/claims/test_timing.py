from datetime import date

import pytest

from dateline.model.times import Basis, Interval, Precision
from tests.claims.world import only, read_invented

MONDAY, TUESDAY = date(2024, 5, 6), date(2024, 5, 7)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Drones hit Northford on Monday.", Interval.days(MONDAY)),
        ("Drones hit Northford overnight.", Interval.days(TUESDAY, date(2024, 5, 8))),
        ("Drones hit Northford on 3 May.", Interval.days(date(2024, 5, 3))),
        ("The strike on Northford on Monday killed two people.", Interval.days(MONDAY)),
        ("The death toll from Monday's strike on Northford rose to 12.", Interval.days(MONDAY)),
        ("Two people died in last week's strike on Northford on Monday.", Interval.days(MONDAY)),
        ("Drones hit Northford before dawn on Tuesday.", Interval.days(TUESDAY)),
    ],
)
def test_the_day_of_an_attack(words: str, days: Interval) -> None:
    assert only(words).dating.interval == days


@pytest.mark.parametrize(
    "words",
    [
        "Drones hit a mill in Northford, the army said on Monday.",
        "The army confirmed to AFP on Monday that drones hit a mill in Northford.",
        "Drones hit a mill in Northford, which had worked since Monday.",
        "Drones hit a mill in Northford; repairs are expected by Friday.",
        "Drones hit a mill in Northford in 1999.",
    ],
)
def test_a_day_of_something_else_dates_no_attack(words: str) -> None:
    assert only(words).dating.interval is None


def test_the_finest_time_wins_and_leads_back_to_its_words() -> None:
    words = "Drones hit Northford last week. The attack came on Monday."
    event = only(words)
    assert event.dating.precision in {Precision.DAY, Precision.WEEK}
    assert event.dating.span is not None


def test_another_attack_has_the_day_of_the_one_before() -> None:
    first, second = read_invented(
        "Drones struck Northford on Monday. Another attack hit Oston."
    ).events
    assert second.dating.interval == first.dating.interval == Interval.days(MONDAY)
    assert second.dating.basis is Basis.NARRATIVE


def test_without_a_publication_date_a_full_date_still_stands() -> None:
    (event,) = read_invented("Drones hit Northford on 3 May 2024.", published=None).events
    assert event.dating.interval == Interval.days(date(2024, 5, 3))
    assert event.dating.basis is Basis.STATED
