import pytest

from dateline.model.vocab import TargetType, WeaponType
from tests.claims.world import only


def test_each_place_is_told_once_at_its_first_mention() -> None:
    event = only("Drones hit Northford on Monday. Fires burned in Northford and Veldt.")
    assert [p.text for p in event.places] == ["Northford", "Veldt"]


def test_a_country_is_a_place_only_if_nothing_finer_is_told() -> None:
    wide = only("Grenmark hit oil depots in Ruritania with drones on Monday.")
    fine = only("Grenmark hit oil depots in Northford, Ruritania, with drones on Monday.")
    assert [p.text for p in wide.places] == ["Ruritania"]
    assert [p.text for p in fine.places] == ["Northford"]


def test_the_attackers_own_country_is_no_place_of_its_attack() -> None:
    event = only("Grenmark launched drones at oil depots in Veldt overnight.")
    assert [p.text for p in event.places] == ["Veldt"]


def test_attackers_are_told_once_a_wording() -> None:
    event = only(
        "Grenmarkian drones hit Northford on Monday. Grenmarkian drones killed two people."
    )
    assert [(a.text, a.side) for a in event.attackers] == [("Grenmarkian drones", "Grenmark")]


def test_each_type_of_target_and_weapon_is_told_once() -> None:
    event = only(
        "Drones and missiles hit two oil depots in Northford on Monday. Drones hit an oil depot there."
    )
    assert [t.text for t in event.targets] == ["two oil depots"]
    assert [w.type for w in event.weapons] == [WeaponType.DRONE, WeaponType.MISSILE]


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("Drones hit energy facilities in Northford.", [TargetType.ENERGY]),
        ("Drones hit energy facilities and a refinery in Northford.", [TargetType.REFINING]),
        ("Drones hit a mill and a building in Northford.", [TargetType.INDUSTRY]),
        ("Drones hit a school; the market was not targeted in Northford.", [TargetType.SCHOOL]),
    ],
)
def test_a_vaguer_or_denied_target_adds_nothing(words: str, types: list[TargetType]) -> None:
    assert [t.type for t in only(words).targets] == types


def test_what_is_denied_is_no_target_and_no_weapon() -> None:
    event = only(
        "Drones hit a mill in Northford on Monday. The army denied that missiles hit a school."
    )
    assert [t.type for t in event.targets] == [TargetType.INDUSTRY]
    assert [w.type for w in event.weapons] == [WeaponType.DRONE]


def test_what_is_only_denied_keeps_what_the_denial_is_about() -> None:
    event = only("The army denied that missiles hit a barracks in Northford on Monday.")
    assert [t.type for t in event.targets] == [TargetType.TROOPS]


def test_a_weapon_in_the_attack_word_counts() -> None:
    event = only("A drone attack on Northford killed two people on Monday.")
    assert [w.type for w in event.weapons] == [WeaponType.DRONE]
