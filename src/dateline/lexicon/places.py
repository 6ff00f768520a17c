"""Words and tables about places: regions and countries of GeoNames, areas, demonyms, words beside names.

The tables of regions and countries contain data of GeoNames (https://www.geonames.org), CC BY 4.0.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.errors import ResourceError
from dateline.lexicon.tables import table

_HOME = resources.files("dateline.lexicon") / "_generated"
_INVARIABLE = ("ese", "s", "sh", "ch", "z", "men", "based")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow:
    """A first-level region.

    Attributes:
        code: GeoNames code ("RU.69").
        name: plain English ("Smolensk").
        variants: other names in use.
        geonameid: number in GeoNames.
        is_city: a town that is a region by itself: its names mean the town.
        counts_as: code of the region it is counted with; its own but for Sevastopol.
        prominence: added to the rank of its names, where news mean it before larger namesakes.
    """

    code: str
    name: str
    variants: tuple[str, ...]
    geonameid: str
    is_city: bool
    counts_as: str
    prominence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """A country or territory with an ISO 3166-1 code."""

    code: str
    name: str
    variants: tuple[str, ...]
    geonameid: str
    capital: str
    population: int
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TownAlias:
    """Plain English name and other names of a town that GeoNames calls ``name``.

    ``bare`` is False where that name by itself mostly means something else ("Gaza": the Strip).
    """

    name: str
    country: str
    english: str
    variants: tuple[str, ...]
    admin1: str | None = None
    bare: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """A vague area or a sea; ``country`` where it lies in one."""

    key: str
    names: tuple[str, ...]
    country: str | None
    at_sea: bool


@cache
def region_rows() -> tuple[RegionRow, ...]:
    """All first-level regions, by code."""
    return tuple(
        RegionRow(
            code=row["code"],
            name=row["name"],
            variants=_variants(row["variants"]),
            geonameid=row["geonameid"],
            is_city=row["kind"] == "city",
            counts_as=row["counts_as"],
            prominence=float(row["prominence"]),
        )
        for row in _rows("geonames_admin1.tsv")
    )


@cache
def country_rows() -> tuple[CountryRow, ...]:
    """All countries, by code."""
    return tuple(
        CountryRow(
            code=row["code"],
            name=row["name"],
            variants=_variants(row["variants"]),
            geonameid=row["geonameid"],
            capital=row["capital"],
            population=int(row["population"]),
            neighbours=tuple(filter(None, row["neighbours"].split(","))),
        )
        for row in _rows("geonames_countries.tsv")
    )


@cache
def town_aliases() -> tuple[TownAlias, ...]:
    """Names of towns typed in by hand."""
    return tuple(
        TownAlias(
            name=row["name"],
            country=row["country"],
            english=row.get("english", row["name"]),
            variants=tuple(row.get("also", ())),
            admin1=row.get("admin1"),
            bare=row.get("bare", True),
        )
        for row in table("place_aliases")["towns"]
    )


@cache
def area_rows() -> tuple[AreaRow, ...]:
    """Vague areas and seas."""
    source = table("areas")
    return tuple(
        AreaRow(
            key=key, names=tuple(row["names"]), country=row.get("country"), at_sea=kind == "seas"
        )
        for kind in ("areas", "seas")
        for key, row in source[kind].items()
    )


@cache
def country_adjectives() -> dict[str, str]:
    """Adjectives and demonyms, singular and plural, as printed, to the country's code."""
    return {
        form: code
        for code, words in table("demonyms")["countries"].items()
        for word in words
        for form in _forms(word)
    }


@cache
def region_adjectives() -> dict[str, str]:
    """Adjectives and demonyms, singular and plural, as printed, to the region's code."""
    return {
        form: code
        for code, words in table("demonyms")["regions"].items()
        for word in words
        for form in _forms(word)
    }


@cache
def town_adjectives() -> dict[str, tuple[str, str]]:
    """Names of inhabitants to the town's name and country."""
    return {
        form: (row["name"], row["country"])
        for word, row in table("demonyms")["towns"].items()
        for form in _forms(word)
    }


@cache
def seats() -> dict[str, str]:
    """Seats of government ("Kremlin") to the country they stand for."""
    return dict(table("demonyms")["seats"])


@cache
def capitals() -> dict[tuple[str, str], bool]:
    """``(name, country)`` of each town that may stand for its country's government."""
    found = {(row.capital, row.code): True for row in country_rows() if row.capital}
    besides = table("demonyms")["capitals_standing_for_governments"]
    found.update({(name, code): True for name, code in besides.items() if name != "why"})
    return found


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``region_words.yml`` ("locatives", "titles", "stop_words", …), lower case."""
    return frozenset(map(str, table("region_words")[name]["words"]))


@cache
def designators(name: str) -> frozenset[str]:
    """One class of words that tell what kind of place is meant ("region", "towns", "loose", …)."""
    return frozenset(table("region_words")["designators"][name])


@cache
def gazetteer_hash() -> str:
    """16 hex digits over all that the built-in gazetteer is made of besides the GeoNames towns."""
    digest = hashlib.sha256()
    for name in (
        "geonames_admin1.tsv",
        "geonames_countries.tsv",
        "areas.json",
        "place_aliases.json",
    ):
        digest.update(_read(name).encode())
    return digest.hexdigest()[:16]


def _forms(word: str) -> tuple[str, ...]:
    return (word,) if word.endswith(_INVARIABLE) else (word, f"{word}s")


def _variants(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = [line for line in _read(name).splitlines() if not line.startswith("#")]
    heading = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(heading, line.split("\t"), strict=True))


def _read(name: str) -> str:
    try:
        return (_HOME / name).read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(
            f"the table {name!r} is missing ({error}); reinstall dateline, or in a checkout run: "
            "python scripts/build_gazetteer_tables.py"
        ) from error
