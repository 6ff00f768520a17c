import pytest

from dateline.model.places import Level
from dateline.places.entries import kept_variants
from dateline.places.store import SqliteGazetteer


def test_variants_that_would_be_junk_are_left_out() -> None:
    given = ["Kharkov", "HRK", "Харків", "ha er ke fu", "Ko", "Đà Nẵng"]
    assert list(kept_variants(given)) == ["Kharkov", "Đà Nẵng"]


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Sevastopol", "UA", "Crimea"),
        ("Crimea", "UA", "Crimea"),
        ("Kyiv", "UA", "Kyiv"),
        ("Kiev", "UA", "Kyiv"),
        ("Luhansk", "UA", "Luhansk"),
        ("Tatarstan", "RU", "Tatarstan"),
        ("Krasnodar", "RU", "Krasnodar"),
        ("North Kivu", "CD", "North Kivu"),
        ("Antioquia", "CO", "Antioquia"),
        ("South Lebanon", "LB", "South Lebanon"),
        ("Odessa", "UA", "Odesa"),
        ("Leningrad", "RU", "Leningrad"),
        ("Arkhangelsk", "RU", "Arkhangelsk"),
        ("Saratov", "RU", "Saratov"),
        ("Hasakah", "SY", "Hasakah"),
        ("Gaza", "PS", "Gaza Strip"),
        ("Gaza City", "PS", "Gaza Strip"),
        ("Ind.", "US", "Indiana"),
    ],
)
def test_regions_have_plain_english_names(
    small: SqliteGazetteer, name: str, country: str, admin1: str
) -> None:
    first = small.lookup(name)[0]
    assert (first.country, first.admin1) == (country, admin1)


def test_bare_gaza_is_the_strip(small: SqliteGazetteer) -> None:
    assert [place.name for place in small.lookup("Gaza")][:1] == ["Gaza Strip"]


def test_city_that_is_a_region_keeps_its_own_name_for_the_town(small: SqliteGazetteer) -> None:
    levels = [(p.level, p.admin1_code) for p in small.lookup("Kyiv")]
    assert levels == [(Level.TOWN, "UA.12"), (Level.REGION, "UA.13")]


def test_article_may_be_left_out(small: SqliteGazetteer) -> None:
    town = small.lookup("Hasakah")[0]
    assert (town.name, town.level) == ("Hasakah", Level.TOWN)
    assert town in small.lookup("al-Hasakah")


def test_region_reaches_its_farthest_town(small: SqliteGazetteer) -> None:
    region = small.region("RU", "RU.69")
    assert region is not None
    assert region.radius_km is not None
    assert 20 < region.radius_km < 40  # half way between the two towns of the small gazetteer


def test_region_without_towns_has_no_middle(small: SqliteGazetteer) -> None:
    region = small.region("RU", "RU.41")
    assert region is not None
    assert (region.latitude, region.radius_km, region.population) == (None, None, 0)
