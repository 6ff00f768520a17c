"""The conformance suite of the port, run over the file and the fake; and what folding does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.places import Level
from dateline.places.gazetteer import Gazetteer, fold, plain
from dateline.places.memory import MemoryGazetteer
from dateline.places.store import SqliteGazetteer


@pytest.fixture(params=["file", "memory"])
def gazetteer(request: pytest.FixtureRequest, small: SqliteGazetteer) -> Gazetteer:
    if request.param == "file":
        return small
    names = ("Kharkiv", "Smolensk", "Moscow", "Russia", "Ukraine", "Black Sea")
    places = [place for name in names for place in small.lookup(name)]
    russia = small.country("RU")
    assert russia is not None
    return MemoryGazetteer(
        places,
        adjectives={"Russian": russia, "Russians": russia},
        variants={"Kharkov": places[0].id},
    )


def test_town_is_better_known_than_its_region_of_the_same_name(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup("Kharkiv")
    assert [place.level for place in found] == [Level.TOWN, Level.REGION]
    assert {place.admin1 for place in found} == {"Kharkiv"}


def test_larger_town_comes_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Moscow")[0].country == "RU"
    assert {place.country for place in gazetteer.lookup("Moscow")} == {"RU", "US"}


@pytest.mark.parametrize("name", ["kharkiv", "KHARKIV", "Khárkiv", "Kharkov"])
def test_spellings_of_one_name(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name)[0].id == "geonames:706483"


def test_unknown_name_has_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Nowhere At All") == ()
    assert gazetteer.lookup("") == ()


def test_adjectives(gazetteer: Gazetteer) -> None:
    for word in ("Russian", "Russians", "RUSSIAN"):
        place = gazetteer.adjective(word)
        assert place is not None
        assert place.country == "RU"
    assert gazetteer.adjective("russian") is None
    assert gazetteer.adjective("Smolensk") is None


def test_codes(gazetteer: Gazetteer) -> None:
    region = gazetteer.region("RU", "RU.69")
    assert region is not None
    assert region == gazetteer.region("RU", "69")
    assert (region.name, region.level) == ("Smolensk", Level.REGION)
    country = gazetteer.country("UA")
    assert country is not None
    assert (country.name, country.level) == ("Ukraine", Level.COUNTRY)
    assert gazetteer.country("??") is None
    assert gazetteer.region("RU", "RU.??") is None


def test_sea_has_no_middle(gazetteer: Gazetteer) -> None:
    (sea,) = gazetteer.lookup("Black Sea")
    assert sea.level is Level.SEA
    assert (sea.latitude, sea.longitude, sea.radius_km) == (None, None, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Petersburg", "Saint Petersburg"),
        ("Ma'rib", "Marib"),
        ("Slov’yans’k", "Slovyansk"),
        ("Deir ez-Zor", "deir ez zor"),
        ("U.S.", "US"),
        ("Łódź", "Lodz"),
        ("Mt. Lebanon", "Mount Lebanon"),
    ],
)
def test_fold_makes_spellings_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_plain_keeps_case() -> None:
    assert plain("Al Ḩasakah") == "Al Hasakah"


@pytest.mark.law
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
