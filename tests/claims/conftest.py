"""A small invented world, so that the tests of composing need no gazetteer file."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.model.claims import Reading
from dateline.model.places import Level, Place
from dateline.model.reports import Provenance, make_report
from dateline.pipeline import read_report
from dateline.places.memory import MemoryGazetteer


def _place(name: str, level: Level, country: str, admin1: str | None = None) -> Place:
    code = {"Ruritania": "RU", "Grenmark": "GK"}[country]
    return Place(
        id=f"test:{name}:{level}",
        name=name,
        level=level,
        country=code,
        country_name=country,
        admin1=admin1,
        latitude=50.0,
        longitude=30.0,
        radius_km=10.0,
        population=50_000,
    )


RURITANIA = _place("Ruritania", Level.COUNTRY, "Ruritania")
GRENMARK = _place("Grenmark", Level.COUNTRY, "Grenmark")
WORLD = MemoryGazetteer(
    (
        RURITANIA,
        GRENMARK,
        _place("Veldt", Level.REGION, "Ruritania", "Veldt"),
        _place("Oston", Level.REGION, "Ruritania", "Oston"),
        _place("Northford", Level.TOWN, "Ruritania", "Veldt"),
        _place("Marwick", Level.TOWN, "Grenmark", "Marwick"),
    ),
    adjectives={"Ruritanian": RURITANIA, "Grenmarkian": GRENMARK, "Grenmarkians": GRENMARK},
)


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Read an invented report, published on Wednesday 8 May 2024 unless told otherwise."""

    def reader(text: str, published: date | None = date(2024, 5, 8)) -> Reading:
        report = make_report(
            text,
            name="invented",
            provenance=Provenance(path="-", format="api"),
            published=published,
        )
        return read_report(report, gazetteer=WORLD)

    return reader
