"""An invented world, and the real gazetteer, built once a session from few towns or from all."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.model.places import Level, Place, Toponym
from dateline.places.build import write_entries
from dateline.places.entries import Town, all_entries
from dateline.places.find import find_toponyms
from dateline.places.gazetteer import Gazetteer
from dateline.places.memory import MemoryGazetteer
from dateline.places.store import SqliteGazetteer
from dateline.text.prepare import prepare

# real towns, so that the real tables of regions and countries apply: number, name, variants, country, admin1, point, people
TOWNS = (
    (706483, "Kharkiv", ("Kharkov", "HRK", "Харків"), "UA", "07", (49.98, 36.25), 1421125),
    (491687, "Smolensk", (), "RU", "69", (54.78, 32.05), 330025),
    (468866, "Yartsevo", ("Jartsevo",), "RU", "69", (55.06, 32.70), 52706),
    (703448, "Kyiv", ("Kiev",), "UA", "12", (50.45, 30.52), 2952301),
    (524901, "Moscow", ("Moskau",), "RU", "48", (55.75, 37.62), 10381222),
    (5601538, "Moscow", (), "US", "ID", (46.73, -117.0), 25060),
    (694423, "Sevastopol", (), "UA", "20", (44.61, 33.52), 547820),
    (281133, "Gaza", (), "PS", "GZ", (31.50, 34.47), 410000),
    (2988507, "Paris", (), "FR", "11", (48.85, 2.35), 2138551),
    (4717560, "Paris", (), "US", "TX", (33.66, -95.56), 24782),
    (5206379, "Reading", (), "US", "PA", (40.34, -75.93), 95000),
    (739600, "Of", (), "TR", "61", (40.95, 40.26), 31951),
    (4140963, "Washington", (), "US", "DC", (38.90, -77.04), 689545),
    (173576, "Al Ḩasakah", (), "SY", "01", (36.50, 40.75), 422445),
    (3583361, "San Salvador", (), "SV", "10", (13.69, -89.19), 525990),
    (693381, "Lyptsi", (), "UA", "07", (50.20, 36.43), 4182),
)  # fmt: skip


def towns() -> list[Town]:
    return [
        Town(
            number=number,
            name=name,
            variants=variants,
            country=country,
            admin1=admin1,
            point=point,
            population=population,
        )
        for number, name, variants, country, admin1, point, population in TOWNS
    ]


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gazetteer file of the towns above and all regions, countries and areas."""
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    connection = sqlite3.connect(path)
    write_entries(connection, all_entries(towns()))
    connection.close()
    return path


@pytest.fixture(scope="session")
def small(small_file: Path) -> Iterator[SqliteGazetteer]:
    gazetteer = SqliteGazetteer(small_file)
    yield gazetteer
    gazetteer.close()


@pytest.fixture(scope="session")
def invented() -> MemoryGazetteer:
    """A country with one region and two towns, one of them of the region's name."""
    country = Place(
        id="x:1", name="Vendria", level=Level.COUNTRY, country="VX", country_name="Vendria"
    )
    region = Place(
        id="x:2", name="Arvany", level=Level.REGION, country="VX", country_name="Vendria",
        admin1="Arvany", admin1_code="VX.01", latitude=10.0, longitude=10.0, radius_km=90.0, population=400_000,
    )  # fmt: skip
    town = Place(
        id="x:3", name="Arvany", level=Level.TOWN, country="VX", country_name="Vendria",
        admin1="Arvany", admin1_code="VX.01", latitude=10.1, longitude=10.1, radius_km=5.0, population=200_000,
    )  # fmt: skip
    village = Place(
        id="x:4", name="Ostrelle", level=Level.TOWN, country="VX", country_name="Vendria",
        admin1="Arvany", admin1_code="VX.01", latitude=10.2, longitude=10.2, radius_km=2.0, population=3_000,
    )  # fmt: skip
    return MemoryGazetteer(
        (country, town, region, village),
        adjectives={"Vendrian": country, "Vendrians": country},
        variants={"Arvania": "x:3"},
    )


Find = Callable[[str], tuple[Toponym, ...]]


@pytest.fixture
def find(small: Gazetteer) -> Find:
    """Finds toponyms with the small gazetteer."""
    return lambda characters: find_toponyms(prepare(characters), small)
