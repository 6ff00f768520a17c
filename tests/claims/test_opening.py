import pytest

from dateline.claims.opening import opens, strength
from tests.claims.world import areas, frames_of, read_invented

TOLD = "Missiles hit a mill in Oston on Monday. "


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("They attacked.", 0),
        ("Drones attacked.", 1),
        ("Drones attacked a mill.", 2),
        ("Grenmark attacked a mill with drones on Monday, killing two people.", 5),
    ],
)
def test_strength_counts_what_is_told(words: str, count: int) -> None:
    found, frames = frames_of(words)
    assert strength(found, frames[0]) == count


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ("Drones hit Northford.", True),
        ("Drones did not hit Northford.", False),
        ("Drones regularly hit Northford.", False),
        ("They attacked Northford.", False),
        ("Drones destroyed a mill.", True),
    ],
)
def test_what_opens_an_event(words: str, opened: bool) -> None:
    found, frames = frames_of(words)
    assert opens(found, frames[0]) is opened


@pytest.mark.parametrize(
    "words",
    [
        "Two people died in a car crash in Northford.",
        "A fire destroyed a mill in Northford.",
        "Two people died in Northford.",
        "A mill burned down in Northford.",
        "Floods damaged a bridge in Northford.",
        "The museum shows destroyed tanks in Northford.",
    ],
)
def test_harm_alone_is_no_attack(words: str) -> None:
    assert read_invented(words).events == ()


def test_an_accident_stays_out_of_a_report_of_attacks() -> None:
    assert areas(TOLD + "Two people died in a car crash in Northford.") == ["Oston"]


def test_in_a_report_of_attacks_harm_at_another_place_is_one() -> None:
    assert areas(TOLD + "Two people were killed in Northford.") == ["Oston", "Veldt"]


def test_what_a_thing_is_like_tells_of_no_attack_on_it() -> None:
    assert areas(TOLD + "Crowds looked at the destroyed bridge in Northford.") == ["Oston"]


def test_damage_by_a_weapon_needs_no_attack_word() -> None:
    assert areas("Grenmarkian drones destroyed a refinery in Northford on Monday.") == ["Veldt"]


def test_without_an_area_it_takes_more() -> None:
    assert read_invented("Drones hit a mill.").events == ()
    assert len(read_invented("Drones hit a mill on Monday, killing two people.").events) == 1
