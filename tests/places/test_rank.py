import pytest

from dateline.places.find import find_toponyms
from dateline.places.gazetteer import Gazetteer
from dateline.text.prepare import prepare


def sense(gazetteer: Gazetteer, characters: str, name: str, outlet: str | None = None) -> str:
    found = find_toponyms(prepare(characters), gazetteer, outlet)
    place = next(t.place for t in found if t.text == name)
    assert place is not None
    return f"{place.country}/{place.admin1}/{place.level}"


@pytest.mark.parametrize(
    ("characters", "name", "expected"),
    [
        ("It rained in Paris.", "Paris", "FR/Ile-de-France/town"),
        ("It rained in Paris, Texas.", "Paris", "US/Texas/town"),
        ("It rained in Paris (Texas). Paris was wet.", "Paris", "US/Texas/town"),
        ("Texas police went to Paris, and Texas paid.", "Paris", "US/Texas/town"),
        ("Fire in Smolensk.", "Smolensk", "RU/Smolensk/town"),
        ("Fire in the Smolensk region.", "Smolensk", "RU/Smolensk/region"),
        ("Moscow and Idaho: the town of Moscow, Idaho.", "Moscow", "US/Idaho/town"),
    ],
)
def test_sense_follows_the_report(
    small: Gazetteer, characters: str, name: str, expected: str
) -> None:
    assert sense(small, characters, name) == expected


def test_candidates_are_listed_best_first(small: Gazetteer) -> None:
    (paris,) = find_toponyms(prepare("It rained in Paris."), small)
    assert paris.candidates[0] == paris.place
    assert [place.country for place in paris.candidates] == ["FR", "US"]
    assert paris.reason == "the best known of the name"
