import pytest

from dateline.incidents.compare.placement import bar_placement, compare_placement, distance_km
from dateline.model.claims import EventMention
from tests.factory import event, mention, place

ARVANY = place("Arvany", at=(50.0, 30.0))
NEXT = place("Little Orsk", at=(50.1, 30.1))
FAR = place("Great Orsk", at=(51.5, 30.0))


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (event(places=[ARVANY]), event(places=[ARVANY], admin1="Arvany City"), "town in common"),
        (event(places=["Dobrin"]), event(places=["DOBRIN"]), "town in common"),
        (event(places=[ARVANY]), event(places=[NEXT]), "near"),
        (event(places=[ARVANY]), event(places=[FAR]), "same region, other towns"),
        (event(places=[ARVANY]), event(), "same region"),
        (event(), event(admin1="Zellmark"), "different region"),
        (event(places=["Dobrin"]), event(places=["Dobrin"], admin1="Zellmark"), "different region"),
        (event(admin1=None), event(admin1=None, country="Sudland"), "different country"),
        (event(), event(country="Sudland"), "same region"),
        (event(admin1=None), event(admin1=None), "same country"),
        (event(admin1=None), event(), "country only"),
        (event(admin1=None, country=None), event(), "unknown"),
        (
            event(admin1=None, places=[place(), place("Zell", admin1="Zellmark")]),
            event(places=[FAR]),
            "several regions",
        ),
    ],
)
def test_levels(left: EventMention, right: EventMention, level: str) -> None:
    a, b = mention(left, "a"), mention(right, "b")
    assert compare_placement(a, b).level == compare_placement(b, a).level == level
    assert (bar_placement(a, b) is not None) is level.startswith("different")


def test_one_degree_of_latitude() -> None:
    distance = distance_km(place(at=(50.0, 30.0)), place(at=(51.0, 30.0)))
    assert distance == pytest.approx(111.2, abs=0.1)
    assert distance_km(place(at=None), place()) is None
