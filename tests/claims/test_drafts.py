from dataclasses import replace
from datetime import date

import pytest

from dateline.claims.drafts import (
    attacker_side,
    current_draft,
    draft_of_area,
    draft_pointed_at,
    is_further,
    join,
    open_draft,
)
from dateline.claims.regions import Area
from dateline.model.times import Interval
from tests.claims.world import find_all, frames_of

VELDT = Area("Ruritania", "Veldt", "Veldt")


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Grenmarkian drones hit a mill.", "Grenmark"),
        ("Grenmark attacked a mill.", "Grenmark"),
        ("A mill was hit in an attack by Grenmark.", "Grenmark"),
        ("Grenmark shot down two drones.", None),
        ("A mill was hit near Grenmarkian fields.", None),
        ("Drones hit a mill.", None),
    ],
)
def test_the_side_that_the_words_make_the_attacker(words: str, side: str | None) -> None:
    assert attacker_side(frames_of(words)[1][0]) == side


def test_a_draft_keeps_what_was_told_first() -> None:
    found, (first, second) = frames_of(
        "Grenmarkian drones hit Northford on Monday. Drones hit Northford."
    )
    draft = open_draft(found, first, VELDT, [])
    joined = join(found, draft, second, draft.area)
    assert (joined.side, joined.interval) == ("Grenmark", Interval.days(date(2024, 5, 6)))
    assert (joined.last, len(joined.frames)) == (1, 2)


def test_one_more_attack_is_of_the_same_day() -> None:
    found, (first, second) = frames_of("Drones hit Northford on Monday. Another attack hit Oston.")
    draft = open_draft(found, first, VELDT, [])
    assert is_further(found, second)
    assert open_draft(found, second, None, [draft]).interval == draft.interval


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Drones hit Northford on Monday.", "Missiles hit Veldt.", True),
        ("Drones hit Northford on Monday.", "Missiles hit Veldt on Tuesday.", False),
        ("Drones hit Northford on Monday.", "Missiles hit Veldt on Monday.", True),
        ("Drones hit Northford overnight.", "Missiles hit Veldt on Tuesday.", True),
        ("Drones hit Northford on Monday.", "Missiles hit Veldt on 29 April.", False),
        ("Grenmarkian drones hit Northford.", "Ruritanian drones hit Veldt.", False),
        ("Grenmarkian drones hit Northford.", "Drones hit Veldt.", True),
    ],
)
def test_one_side_one_area_one_wave(first: str, second: str, same: bool) -> None:
    found, (opening, following) = frames_of(f"{first} {second}")
    draft = open_draft(found, opening, VELDT, [])
    assert (draft_of_area(VELDT, following, found, [draft]) == 0) is same


def test_an_open_area_is_never_completed_in_the_attackers_own_country() -> None:
    found, (opening, following) = frames_of("Grenmarkian drones attacked. Missiles hit Marwick.")
    draft = open_draft(found, opening, None, [])
    assert draft_of_area(Area("Grenmark", "Marwick", "Marwick"), following, found, [draft]) is None
    assert draft_of_area(VELDT, following, found, [draft]) == 0


def test_an_account_goes_on_only_for_a_few_sentences() -> None:
    found, (opening, following) = frames_of("Drones hit Northford. Two people were hurt.")
    draft = open_draft(found, opening, VELDT, [])
    assert current_draft(found, following, [draft]) == 0
    assert current_draft(found, replace(following, sentence=9), [draft]) is None


def test_words_that_point_back_reach_farther() -> None:
    found, (opening, following) = frames_of("Drones hit Northford. The attack killed two people.")
    draft = open_draft(found, opening, VELDT, [])
    far = replace(following, sentence=9)
    assert draft_pointed_at(found, far, [draft]) == 0
    _, (other,) = frames_of("An attack killed two people.")
    assert draft_pointed_at(find_all("An attack killed two people."), other, [draft]) is None


def test_a_mere_name_of_a_place_completes_no_open_area() -> None:
    found, (opening, following) = frames_of("Drones attacked. A mill stands in Northford.")
    draft = open_draft(found, opening, None, [])
    assert draft_of_area(VELDT, following, found, [draft]) is None
