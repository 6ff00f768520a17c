import pytest

from tests.places.conftest import Find


@pytest.mark.parametrize(
    ("characters", "text", "wide"),
    [
        ("A shell hit the village of Qorbanel.", "Qorbanel", "the village of Qorbanel"),
        ("A shell fell near Qorbanel.", "Qorbanel", "Qorbanel"),
        ("A shell fell in Qorbanel district.", "Qorbanel", "Qorbanel district"),
        ("A shell fell in the Qorbanel region.", "Qorbanel", "Qorbanel region"),
    ],
)
def test_place_the_gazetteer_lacks(find: Find, characters: str, text: str, wide: str) -> None:
    (found,) = find(characters)
    assert (found.text, found.place, found.reason) == (text, None, "not in the gazetteer")
    assert found.wide.of(characters) == wide


def test_listed_with_known_towns(find: Find) -> None:
    found = find("Bases in the towns of Yartsevo and Qorbanel burned.")
    assert [(t.text, t.place is None) for t in found] == [("Yartsevo", False), ("Qorbanel", True)]


@pytest.mark.parametrize(
    "characters",
    ["Qorbanel denied it.", "They stood near Governor Qorbanel.", "A post near the Qorbanel Bank."],
)
def test_other_names_are_left_alone(find: Find, characters: str) -> None:
    assert find(characters) == ()
