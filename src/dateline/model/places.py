"""Places: a name resolved to an area with a level and a radius, or left unresolved."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.spans import Span


class Level(StrEnum):
    """What kind of area a place is, finest first."""

    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"  # first-level administrative area
    AREA = "area"  # several regions, or none in particular ("the Donbas", "the north")
    COUNTRY = "country"
    SEA = "sea"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of the gazetteer.

    Attributes:
        id: ``geonames:524901``, or ``dateline:…`` for what GeoNames does not hold.
        name: the gazetteer's main name in plain English.
        level: what kind of area it is.
        country: ISO 3166-1 alpha-2; None at sea.
        country_name: plain English.
        admin1: plain English name of the first-level region ("Smolensk"); None above that level.
        admin1_code: GeoNames code of it ("RU.69").
        latitude: degrees north, WGS 84, of the town's or region's middle; never of an installation.
        longitude: degrees east.
        radius_km: how far from there the place may reach, in kilometres.
        population: inhabitants, 0 if not known.
    """

    id: str
    name: str
    level: Level
    country: str | None = None
    country_name: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    population: int = 0


class Use(StrEnum):
    """How a name of a place is used (Gritta et al. 2020, "A pragmatic guide to geoparsing")."""

    LITERAL = "literal"  # the place itself: "in Smolensk"
    ADJECTIVE = "adjective"  # a demonym or adjective: "Russian", "Ukrainians"
    ASSOCIATIVE = "associative"  # part of another name, or standing for a government: "Kyiv says"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name of a place in a text.

    Attributes:
        span: its characters in the body of the text, without "region" or "Oblast".
        wide: the same with such a word ("Smolensk region", "the city of Kharkiv").
        text: the characters of ``span``.
        use: how the name is used.
        place: what it was resolved to; None when nothing fits.
        candidates: what else it might be, best first, the chosen one included.
        reason: why this one, or why none, in a few words.
    """

    span: Span
    wide: Span
    text: str
    use: Use
    place: Place | None
    candidates: tuple[Place, ...] = ()
    reason: str = ""
