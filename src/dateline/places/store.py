"""The gazetteer kept in a file of SQLite: opened read-only, built on first use."""

import contextlib
import os
import sqlite3
import tempfile
import weakref
from functools import lru_cache
from pathlib import Path

from dateline.errors import ResourceError
from dateline.model.places import Level, Place
from dateline.places.adjectives import known_adjective
from dateline.places.build import SCHEMA_VERSION, Progress, build_gazetteer, builtin_version
from dateline.places.gazetteer import Gazetteer, fold

_REMEMBERED = 50_000  # answers kept in memory, a few hundred bytes each
_COLUMNS = "id, name, level, country, admin1_code, latitude, longitude, radius_km, population"
_BY_NAME = (
    f"SELECT {_COLUMNS} FROM names JOIN places ON number = place WHERE folded = ? "  # noqa: S608 -- constants only
    "ORDER BY rank DESC, population DESC, number"
)


class SqliteGazetteer:
    """A gazetteer file opened for reading; safe to share between threads.

    Args:
        path: the file.

    Raises:
        ResourceError: if it can't be opened, or was made by another version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._closer = weakref.finalize(self, self._connection.close)
            found = self._connection.execute("SELECT value FROM meta WHERE key='schema'").fetchone()
        except sqlite3.Error as error:
            raise ResourceError(
                f"the gazetteer {path} can't be read ({error}); delete it, and it is built anew"
            ) from error
        if found is None or found[0] != str(SCHEMA_VERSION):
            raise ResourceError(
                f"the gazetteer {path} has format {found and found[0]}, this Dateline reads "
                f"{SCHEMA_VERSION}; delete it, and it is built anew"
            )
        self._regions, self._countries = self._load()
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._by_name)

    def close(self) -> None:
        """Close the file; called by itself at the latest when the gazetteer is no longer held."""
        self._closer()

    def lookup(self, name: str) -> tuple[Place, ...]:
        """All places of that name, best known first."""
        return self._remembered(fold(name))

    def adjective(self, word: str) -> Place | None:
        """The place an adjective or demonym goes with."""
        return known_adjective(word, country=self.country, region=self.region, lookup=self.lookup)

    def region(self, country: str, code: str) -> Place | None:
        """The first-level region with that GeoNames code."""
        return self._regions.get(code if "." in code else f"{country}.{code}")

    def country(self, code: str) -> Place | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    def _load(self) -> tuple[dict[str, Place], dict[str, Place]]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM places WHERE level IN ('country', 'region')"  # noqa: S608 -- constants only
        ).fetchall()
        self._names = {row[3]: row[1] for row in rows if row[2] == Level.COUNTRY}
        self._admin1 = {row[4]: row[1] for row in rows if row[2] == Level.REGION}
        places = [self._place(row) for row in rows]
        regions = {p.admin1_code: p for p in places if p.level == Level.REGION and p.admin1_code}
        countries = {p.country: p for p in places if p.level == Level.COUNTRY and p.country}
        return regions, countries

    def _by_name(self, folded: str) -> tuple[Place, ...]:
        return tuple(map(self._place, self._connection.execute(_BY_NAME, (folded,))))

    def _place(
        self,
        row: tuple[
            str, str, str, str | None, str | None, float | None, float | None, float | None, int
        ],
    ) -> Place:
        number, name, level, country, code, latitude, longitude, radius, population = row
        return Place(
            id=number,
            name=name,
            level=Level(level),
            country=country,
            country_name=self._names.get(country) if country else None,
            admin1=self._admin1.get(code) if code else None,
            admin1_code=code if code in self._admin1 else None,
            latitude=latitude,
            longitude=longitude,
            radius_km=radius,
            population=population,
        )


def open_gazetteer(path: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """The gazetteer in ``path``, or the built-in one, which is built on first use (some seconds).

    The built-in one is kept in the user's cache folder, under a name that tells what it was made of; where that
    can't be written, it is built in a temporary folder for this process only.

    Args:
        path: a file made by ``dateline gazetteer import``; None for the built-in gazetteer.
        progress: told how the building goes on.

    Raises:
        ResourceError: if ``path`` can't be read, or there is nowhere to build.
    """
    if path is not None:
        return SqliteGazetteer(path)
    kept = cache_folder() / f"gazetteer-{builtin_version()}.sqlite"
    if kept.is_file():
        try:
            return SqliteGazetteer(kept)
        except ResourceError:
            with contextlib.suppress(OSError):
                kept.unlink()  # a broken file is built anew
    return _build_into(kept, progress) or _build_for_now(progress)


def cache_folder() -> Path:
    """The folder of files that can be made again."""
    from platformdirs import user_cache_path  # noqa: PLC0415 -- only when the built-in one is wanted

    return user_cache_path("dateline", appauthor=False)


def _build_into(kept: Path, progress: Progress | None) -> SqliteGazetteer | None:
    """Build beside ``kept`` and rename, so that no reader ever sees half a file; None if it can't be written."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="gazetteer-", suffix=".part", dir=kept.parent)
    except OSError:
        return None
    os.close(handle)
    part = Path(name)
    try:
        build_gazetteer(part, progress)
        part.replace(kept)
        return SqliteGazetteer(kept)
    except (OSError, ResourceError):
        return None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _build_for_now(progress: Progress | None) -> SqliteGazetteer:
    folder = tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True)
    path = Path(folder.name) / "gazetteer.sqlite"
    build_gazetteer(path, progress)
    gazetteer = SqliteGazetteer(path)
    weakref.finalize(gazetteer, folder.cleanup)
    return gazetteer
