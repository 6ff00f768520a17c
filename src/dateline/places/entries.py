"""The entries of the built-in gazetteer: towns, regions, countries, areas, each with its names ranked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log10
from typing import Any

from dateline.lexicon.places import (
    AreaRow,
    RegionRow,
    TownAlias,
    area_rows,
    capitals,
    country_rows,
    region_rows,
    town_aliases,
)
from dateline.model.places import Level
from dateline.places.gazetteer import APOSTROPHES, fold, plain
from dateline.places.geometry import Point, middle, reach_km, town_radius_km

_VARIANT_COST = 1.5  # a town of another name must be thirty times as large to be meant first
_CAPITAL_GAIN = 1.5
_TOWN_SHARE = 0.1  # of the region's people; Quebec means the province, Kharkiv the town
_COUNTRY_RANK = 12.0  # above the largest town
_AREA_RANK = 9.5
_LEAST_LETTERS = 4  # of a variant; three-letter ones are mostly airport codes
_LATIN = re.compile(
    f"[\\u0000-\\u024f\\u1e00-\\u1eff{APOSTROPHES}]*"
)  # up to Extended-B, and Vietnamese
_ARTICLES = ("al ", "ad ", "an ", "ar ", "as ", "ash ", "at ", "az ", "el ")
_ARABIC = frozenset({"AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town as GeoNames gives it."""

    number: int
    name: str
    variants: tuple[str, ...]
    country: str
    admin1: str
    point: Point
    population: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with all its names.

    Attributes:
        columns: id, name, level, country, region code, latitude, longitude, radius, population.
        names: folded name and rank; the higher, the likelier that a reader thinks of this place first.
    """

    columns: tuple[Any, ...]
    names: tuple[tuple[str, float], ...]


def all_entries(towns: Sequence[Town]) -> Iterator[Entry]:
    """Every entry: towns, regions, countries, areas and seas."""
    counts_as = {row.code: row.counts_as for row in region_rows()}
    inside: dict[str, list[Town]] = defaultdict(list)
    own_town: dict[tuple[str, str], float] = {}
    shared = {fold(name) for row in region_rows() for name in (row.name, *row.variants)}
    aliases = {(fold(alias.name), alias.country): alias for alias in town_aliases()}
    for town in towns:
        code = f"{town.country}.{town.admin1}"
        code = counts_as.get(code, code)
        inside[town.country].append(town)
        inside[code].append(town)
        entry = _town_entry(town, code, aliases.get((fold(town.name), town.country)))
        for folded, rank in entry.names:
            if folded in shared:
                key = (folded, code)
                own_town[key] = max(rank, own_town.get(key, rank))
        yield entry
    for row in region_rows():
        if row.counts_as == row.code:
            yield _region_entry(row, inside[row.code], own_town)
    yield from _country_entries(inside)
    yield from map(_area_entry, area_rows())


def kept_variants(variants: Iterable[str]) -> Iterator[str]:
    """The variants worth keeping: Latin letters, a capital first, long enough, no airport code."""
    for variant in variants:
        if (
            len(variant) >= _LEAST_LETTERS
            and (variant[0].isupper() or variant[0] in APOSTROPHES)
            and not (variant.isupper() and len(variant) <= _LEAST_LETTERS)
            and _LATIN.fullmatch(variant) is not None
        ):
            yield variant


def _town_entry(town: Town, code: str, alias: TownAlias | None) -> Entry:
    if alias is not None and alias.admin1 not in (None, town.admin1):
        alias = None
    name = alias.english if alias is not None else plain(town.name)
    is_capital = (name, town.country) in capitals()
    rank = log10(town.population + 1) + (_CAPITAL_GAIN if is_capital else 0.0)
    ranked = {fold(variant): rank - _VARIANT_COST for variant in kept_variants(town.variants)}
    ranked[fold(town.name)] = rank - (_VARIANT_COST if alias is not None and not alias.bare else 0)
    given = alias.variants if alias is not None else ()
    ranked.update({fold(variant): rank for variant in (*given, name)})
    if town.country in _ARABIC:
        ranked.update(_without_article(ranked))
    columns = (
        f"geonames:{town.number}",
        name,
        Level.TOWN.value,
        town.country,
        code,
        *town.point,
        town_radius_km(town.population),
        town.population,
    )
    return Entry(columns, tuple(ranked.items()))


def _without_article(ranked: dict[str, float]) -> dict[str, float]:
    """The same names without the Arabic article: "Al Hasakah" is "Hasakah" too."""
    bare: dict[str, float] = {}
    for folded, rank in ranked.items():
        first, _, rest = folded.partition(" ")
        if f"{first} " in _ARTICLES and len(rest) >= _LEAST_LETTERS and rest not in ranked:
            bare[rest] = max(rank - 0.1, bare.get(rest, 0.0))
    return bare


def _region_entry(
    row: RegionRow, towns: Sequence[Town], own_town: dict[tuple[str, str], float]
) -> Entry:
    points = [town.point for town in towns]
    centre = middle(points)
    population = sum(town.population for town in towns)
    ranked: dict[str, float] = {}
    for name in () if row.is_city else (row.name, *row.variants):
        folded = fold(name)
        rank = log10(population + 1) + 0.3 + row.prominence
        town = own_town.get((folded, row.code))
        # a town and its region of one name: the bare name means the town, unless it is a small part of the region
        ranked.setdefault(
            folded,
            rank
            if town is None or row.prominence or town < log10(population * _TOWN_SHARE + 1)
            else min(rank, town - 0.1),
        )
    columns = (
        f"geonames:{row.geonameid}",
        row.name,
        Level.REGION.value,
        row.code.partition(".")[0],
        row.code,
        *(centre or (None, None)),
        None if centre is None else reach_km(centre, points),
        population,
    )
    return Entry(columns, tuple(ranked.items()))


def _country_entries(inside: dict[str, list[Town]]) -> Iterator[Entry]:
    for row in country_rows():
        points = [town.point for town in inside[row.code]]
        centre = middle(points)
        rank = _COUNTRY_RANK + log10(row.population + 1) / 10
        columns = (
            f"geonames:{row.geonameid}",
            row.name,
            Level.COUNTRY.value,
            row.code,
            None,
            *(centre or (None, None)),
            None if centre is None else reach_km(centre, points),
            row.population,
        )
        yield Entry(columns, tuple((fold(name), rank) for name in (row.name, *row.variants)))


def _area_entry(row: AreaRow) -> Entry:
    level = Level.SEA if row.at_sea else Level.AREA
    columns = (
        f"dateline:{row.key}", row.names[0], level.value, row.country, None, None, None, None, 0,
    )  # fmt: skip
    return Entry(columns, tuple((fold(name), _AREA_RANK) for name in row.names))
