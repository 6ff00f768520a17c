import pytest

from dateline.claims.regions import Area, area_of, areas_of, source_areas
from dateline.model.places import Toponym
from dateline.model.vocab import Field
from tests.claims.world import areas, frames_of, read_invented


def test_unresolved_places_are_one_area_only_by_name() -> None:
    assert Area(None, None, "Millbank").same(Area(None, None, "millbank"))
    assert not Area(None, None, "Millbank").same(Area(None, None, "Eastbank"))


def test_towns_of_one_region_are_one_area() -> None:
    assert Area("Ruritania", "Veldt", "Northford").same(Area("Ruritania", "Veldt", "Veldt"))
    assert not Area("Ruritania", "Veldt", "Veldt").same(Area("Grenmark", "Veldt", "Veldt"))


def test_a_country_is_no_area() -> None:
    (frame,) = frames_of("Drones hit mills in Ruritania.")[1]
    country: Toponym = frame.countries[0]
    assert area_of(country) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Drones hit mills in the Veldt and Oston regions on Monday.", ["Veldt", "Oston"]),
        ("Drones hit mills in Northford and in Oston on Monday.", ["Veldt", "Oston"]),
        ("Drones hit mills in Northford, Veldt, on Monday.", ["Veldt"]),
        ("Drones hit mills in Northford and Millbank on Monday.", ["Veldt"]),
    ],
)
def test_one_event_an_area(words: str, found: list[str]) -> None:
    assert areas(words) == found


def test_coordinated_areas_share_what_is_told() -> None:
    found, frames = frames_of("Drones hit mills in Veldt and Oston, killing two people.")
    parts = areas_of(found.text, frames[0])
    assert [len(part.counts) for _, part in parts] == [1, 1]
    assert [len(part.facilities) for _, part in parts] == [1, 1]


def test_areas_told_apart_get_what_stands_beside_them() -> None:
    reading = read_invented(
        "Air defences shot down three drones over Veldt and two drones over Oston on Monday."
    )
    counts = {
        e.admin1: [c.value for c in e.claims if c.field is Field.INTERCEPTED]
        for e in reading.events
    }
    assert counts == {"Veldt": [3], "Oston": [2]}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Jana Brel, governor of Veldt, said drones hit a mill.", ["Veldt"]),
        ("Officials in Veldt and Oston said drones hit mills.", ["Veldt", "Oston"]),
        ("The Ruritanian army said drones hit a mill.", []),
        ("Drones hit a mill.", []),
    ],
)
def test_the_areas_a_speaker_speaks_for(words: str, found: list[str]) -> None:
    everything, frames = frames_of(words)
    assert [a.admin1 for a in source_areas(everything, frames[0])] == found


def test_a_place_the_gazetteer_lacks_lies_in_the_region_beside_it() -> None:
    (event,) = read_invented(
        "Drones hit the village of Millbank and the town of Northford on Monday."
    ).events
    assert event.admin1 == "Veldt"
    assert [p.text for p in event.places] == ["Millbank", "Northford"]


def test_a_place_the_gazetteer_lacks_is_an_area_of_its_own() -> None:
    (event,) = read_invented("Drones hit the village of Millbank on Monday.").events
    assert (event.country, event.admin1) == (None, None)
    assert [(p.text, p.place) for p in event.places] == [("Millbank", None)]
