import pytest

from tests.claims.world import find_all


def named(words: str) -> list[tuple[str, str | None]]:
    """(name, office) of every person."""
    found = find_all(words)
    return [(n.span.of(found.text.body), n.office) for n in found.mentions.names]


@pytest.mark.parametrize(
    ("words", "name", "office"),
    [
        ("Governor Jana Brel spoke.", "Jana Brel", "Governor"),
        ("Veldt regional Governor Jana Brel spoke.", "Jana Brel", "Veldt regional Governor"),
        ("Jana Brel, the regional governor, spoke.", "Jana Brel", "the regional governor"),
        (
            "Jana Brel, governor of the Veldt region, spoke.",
            "Jana Brel",
            "governor of the Veldt region",
        ),
        ("Oto Lind, 54, a retired pilot, spoke.", "Oto Lind", "a retired pilot"),
        ("The mayor, Ann Vell, spoke.", "Ann Vell", "The mayor"),
        (
            "The governor of the Veldt region, Jana Brel, spoke.",
            "Jana Brel",
            "The governor of the Veldt region",
        ),
        ("Gen. Max Tarn spoke.", "Max Tarn", "Gen."),
        ("Maria von Ost spoke.", "Maria von Ost", None),
    ],
)
def test_a_name_and_the_role_beside_it(words: str, name: str, office: str | None) -> None:
    assert named(words) == [(name, office)]


def test_a_surname_alone_is_a_name_once_it_was_introduced() -> None:
    assert [name for name, _ in named("Jana Brel left. Brel spoke.")] == ["Jana Brel", "Brel"]


def test_a_family_name_that_stands_first_is_known_too() -> None:
    found = named("Wang Lei left. Wang spoke.")
    assert [name for name, _ in found] == ["Wang Lei", "Wang"]


@pytest.mark.parametrize(
    "words",
    [
        "Ruritania spoke.",
        "Agence France-Presse spoke.",
        "Monday came.",
        "The Defence Ministry spoke.",
        "The National Guard Committee met.",
        "Brel spoke.",
        "Nobody came.",
    ],
)
def test_what_is_no_persons_name(words: str) -> None:
    assert named(words) == []


def test_another_persons_role_is_not_taken() -> None:
    assert named("He met the governor, Jana Brel said.") == [("Jana Brel", None)]


def test_the_agency_that_signs_is_nobodys_name() -> None:
    assert named("MARWICK, 2 April (Anna Press) — Fires burned.") == []
