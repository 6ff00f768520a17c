import json
from io import BytesIO
from typing import Any

from dateline.exports.geojson import features, write_geojson
from dateline.exports.record import Record
from dateline.incidents.settle import settle
from dateline.model.places import Level
from tests.exports.record import INCIDENTS, record
from tests.factory import event, mention, place


def _collection(data: Record) -> dict[str, Any]:
    out = BytesIO()
    write_geojson(data, out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_a_town_is_a_point_with_its_uncertainty() -> None:
    found = _collection(record())
    assert (found["type"], len(found["features"])) == ("FeatureCollection", 3)
    point = found["features"][1]
    assert point["geometry"] == {"type": "Point", "coordinates": [30.988, 50.123]}
    assert point["properties"]["precision_level"] == "town"
    assert point["properties"]["uncertainty_m"] == 5000
    assert point["id"] == f"{INCIDENTS[1].id}/test:arvany"


def test_an_area_or_nothing_has_no_geometry() -> None:
    nowhere, _, region = _collection(record())["features"]
    assert (nowhere["geometry"], nowhere["properties"]["precision_level"]) == (None, None)
    assert (region["geometry"], region["properties"]["precision_level"]) == (None, "region")
    assert region["id"] == INCIDENTS[2].id


def test_a_district_or_region_is_never_a_point() -> None:
    for level in set(Level) - {Level.TOWN}:
        told = mention(event(places=[place("Belmark", level=level)]))
        (feature,) = features(settle([told]))
        assert feature["geometry"] is None


def test_two_towns_are_two_features_of_one_incident() -> None:
    told = mention(event(places=[place("Zell"), place("Arvany"), place("Arvany")]))
    found = list(features(settle([told])))
    assert [f["properties"]["place"] for f in found] == ["Arvany", "Zell"]  # type: ignore[index, call-overload]
    assert len({f["id"] for f in found if isinstance(f["id"], str)}) == 2


def test_an_empty_collection_is_valid() -> None:
    assert _collection(Record()) == {"type": "FeatureCollection", "features": []}
