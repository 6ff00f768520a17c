"""GeoJSON (RFC 7946): a feature for each town an incident names, at the town's middle.

An incident whose place is an area or not known is one feature without geometry: a region's middle would pass for the place
that was hit. ``uncertainty_m`` says how far from the point the town may reach. Coordinates are the gazetteer's
for the town, never an installation's, and cut to three decimals (about 100 m, far below that uncertainty).
"""

from collections.abc import Iterator
from typing import BinaryIO

from dateline.exports.json_lines import encode
from dateline.exports.record import Record
from dateline.incidents.json_shapes import Shape, incident_summary_shape
from dateline.model.incidents import Incident
from dateline.model.places import Level, Place

_DECIMALS = 3


def write_geojson(record: Record, out: BinaryIO) -> int:
    """A FeatureCollection, written feature by feature. Returns the features written."""
    out.write(b'{"type":"FeatureCollection","features":[')
    count = 0
    for incident in record.incidents:
        for feature in features(incident):
            out.write((b",\n" if count else b"\n") + encode(feature))
            count += 1
    out.write(b"\n]}\n")
    return count


def features(incident: Incident) -> Iterator[Shape]:
    """One feature a town, in the order of their names; else one without geometry.

    ``id`` is the incident's, with the town's after a slash; it stays when other towns are added.
    """
    towns = _towns(incident)
    for town in towns:
        yield _feature(incident, town)
    if not towns:
        yield _feature(incident, None)


def _towns(incident: Incident) -> list[Place]:
    """Places of the attack itself, not of its aftermath, that are towns with a known middle."""
    found = {
        argument.place.id: argument.place
        for mention in incident.mentions
        for argument in mention.event.places
        if argument.place is not None
        and argument.place.level is Level.TOWN
        and argument.place.latitude is not None
        and argument.place.longitude is not None
    }
    return sorted(found.values(), key=lambda p: (p.name, p.id))


def _feature(incident: Incident, town: Place | None) -> Shape:
    identity = incident.id if town is None else f"{incident.id}/{town.id}"
    return {
        "type": "Feature",
        "id": identity,
        "geometry": _point(town),
        "properties": {
            "incident": incident.id,
            "place": town.name if town else None,
            "precision_level": _level(incident, town),
            "uncertainty_m": _uncertainty(town),
            **{k: v for k, v in incident_summary_shape(incident).items() if k != "id"},
        },
    }


def _point(town: Place | None) -> Shape | None:
    if town is None or town.latitude is None or town.longitude is None:
        return None
    return {
        "type": "Point",
        "coordinates": [round(town.longitude, _DECIMALS), round(town.latitude, _DECIMALS)],
    }


def _level(incident: Incident, town: Place | None) -> str | None:
    """How fine the place is known: ``town``, ``region``, ``country`` or not at all."""
    if town is not None:
        return Level.TOWN.value
    if incident.admin1 is not None:
        return Level.REGION.value
    return Level.COUNTRY.value if incident.country is not None else None


def _uncertainty(town: Place | None) -> int | None:
    """How far from the point the town may reach, in metres; None where there is no point or no radius."""
    if town is None or town.radius_km is None:
        return None
    return round(town.radius_km * 1000)
