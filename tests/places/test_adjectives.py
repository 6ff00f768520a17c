import pytest

from dateline.places.store import SqliteGazetteer


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Ukrainians", "Ukraine"),
        ("Israeli", "Israel"),
        ("Chechen", "Chechnya"),
        ("Crimean", "Crimea"),
        ("Muscovites", "Moscow"),
        ("South Sudanese", "South Sudan"),
    ],
)
def test_adjectives_of_countries_regions_and_towns(
    small: SqliteGazetteer, word: str, name: str
) -> None:
    place = small.adjective(word)
    assert place is not None
    assert place.name == name


def test_groups_are_no_places(small: SqliteGazetteer) -> None:
    assert small.adjective("Houthi") is None
