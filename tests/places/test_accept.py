import pytest

from tests.places.conftest import Find


@pytest.mark.parametrize(
    "characters",
    [
        "Reading is fun.",
        "He was Reading.",
        "Of all the towns, none burned.",
        "MOST OF THE SHELLS FELL SHORT OF THE LINE.",
        "Troops from OF stood by.",
        "In March it rained.",
    ],
)
def test_common_words_are_no_towns(find: Find, characters: str) -> None:
    assert find(characters) == ()


@pytest.mark.parametrize(
    ("characters", "name"),
    [
        ("A fire in Reading, Pennsylvania.", "Reading"),
        ("A fire in the town of Reading.", "Reading"),
        ("American police saw a fire in Reading.", "Reading"),
    ],
)
def test_common_words_beside_words_for_places_are(find: Find, characters: str, name: str) -> None:
    assert name in [toponym.text for toponym in find(characters)]
