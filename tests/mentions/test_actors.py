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


@pytest.mark.parametrize(
    "words",
    [
        "The town came under fire from Grenmark.",
        "The town came under attack from the Grenmark army.",
        "Grenmark was behind the attack.",
        "Grenmark's Security Service was behind the attack.",
        "Hamas was behind the attack.",
    ],
)
def test_who_fires_or_stands_behind_an_attack(words: str) -> None:
    assert [attacking for _, _, attacking in actors(words)] == [True]


def test_who_was_behind_a_door_attacked_nobody() -> None:
    assert [a for _, _, a in actors("Grenmark said the man was behind the door.")] == [False]


@pytest.fixture
def at_war(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.mentions.actors.enemies", lambda: {"Ruritania": "Grenmark"})


@pytest.mark.usefixtures("at_war")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The enemy hit Northford.", ("The enemy", "Grenmark", False)),
        ("Enemy drones hit Northford.", ("Enemy drones", "Grenmark", True)),
        ("Northford was struck by the occupiers.", ("the occupiers", "Grenmark", True)),
    ],
)
def test_the_enemy_is_the_other_side_of_the_war(
    words: str, expected: tuple[str, str, bool]
) -> None:
    assert expected in actors(words)


@pytest.mark.usefixtures("at_war")
@pytest.mark.parametrize("words", ["The enemy hit Marwick.", "The enemy came."])
def test_where_no_place_tells_whose_enemy_it_is_nobody_is_named(words: str) -> None:
    assert all(side != "Ruritania" for _, side, _ in actors(words))
    assert not any("enemy" in word.lower() for word, _, _ in actors(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The army shelled Northford and Veldt.", ("army", "Ruritania", False)),
        ("A military jet bombed Northford in Veldt.", ("military jet", "Ruritania", True)),
    ],
)
def test_forces_named_without_a_country_are_of_the_one_told_of(
    words: str, expected: tuple[str, str, bool]
) -> None:
    assert actors(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "The army shelled a village.",
        "The army shelled Northford.",
        "NORTHFORD, May 8 (ABC) - The army shelled a village near Veldt.",
    ],
)
def test_forces_are_nobodys_where_too_little_is_told_of_a_country(words: str) -> None:
    assert actors(words) == []
