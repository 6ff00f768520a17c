import pytest

from tests.claims.world import find_all


def actors(words: str) -> list[tuple[str, str, bool]]:
    """(words, side, attacking)."""
    found = find_all(words)
    return [(a.span.of(found.text.body), a.side, a.attacking) for a in found.mentions.actors]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Grenmarkian drones came.", ("Grenmarkian drones", "Grenmark", True)),
        ("Grenmarkian cruise missiles came.", ("Grenmarkian cruise missiles", "Grenmark", True)),
        ("The attack by Grenmark failed.", ("Grenmark", "Grenmark", True)),
        ("An attack by the Grenmarkian army failed.", ("Grenmarkian army", "Grenmark", True)),
        ("Grenmark met them.", ("Grenmark", "Grenmark", False)),
        ("Grenmarkian soldiers came.", ("Grenmarkian soldiers", "Grenmark", False)),
        ("They accused Grenmark of shelling towns.", ("Grenmark", "Grenmark", True)),
        ("They blamed Grenmark for the attack.", ("Grenmark", "Grenmark", True)),
        ("Hamas rockets came.", ("Hamas", "Hamas", True)),
        ("Hezbollah met them.", ("Hezbollah", "Hezbollah", False)),
    ],
)
def test_sides_and_whether_the_words_make_them_attackers(
    words: str, expected: tuple[str, str, bool]
) -> None:
    assert actors(words) == [expected]


def test_a_verb_between_country_and_deed_is_no_name_of_an_attack() -> None:
    assert actors("Grenmark is shelling towns.") == [("Grenmark", "Grenmark", False)]


def test_a_weapon_in_the_name_of_a_facility_is_no_attack() -> None:
    assert actors("A Grenmarkian drone factory burned.") == [("Grenmarkian", "Grenmark", False)]


def test_a_town_is_no_side() -> None:
    assert actors("Northford burned.") == []
