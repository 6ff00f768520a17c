"""Where: one incident lies in one first-level area."""

from math import asin, cos, hypot, radians, sin, sqrt

from dateline.incidents.compare.levels import weigh
from dateline.incidents.facts import (
    country,
    fine_names,
    fine_places,
    region,
    regions_of_places,
)
from dateline.model.incidents import Comparison, Mention
from dateline.model.places import Place

_EARTH_KM = 6371.0
_NEAR_KM = 15.0  # towns whose edges lie this close are one neighbourhood to a reporter


def compare_placement(a: Mention, b: Mention) -> Comparison:
    """The level of likeness of two places."""
    return weigh("placement", _level(a, b))


def bar_placement(a: Mention, b: Mention) -> str | None:
    """``different first-level region`` or ``different country``; a town in common lifts it.

    The same town may stand under two names of its region (a city and the land around it).
    """
    level = _level(a, b)
    if level == "different region":
        return "different first-level region"
    return "different country" if level == "different country" else None


def _level(a: Mention, b: Mention) -> str:
    if _town_in_common(a, b):
        return "town in common"
    here, there = region(a), region(b)
    if here is not None and there is not None:
        return _regions(a, b) if here == there else "different region"
    lands = country(a), country(b)
    if None not in lands and lands[0] != lands[1]:
        return "different country"
    return _loosely(a, b)


def _loosely(a: Mention, b: Mention) -> str:
    """Where at most one names a region and no two countries are told."""
    one_sided = region(a) != region(b)
    if one_sided and max(len(regions_of_places(a)), len(regions_of_places(b))) > 1:
        return "several regions"
    if _near(a, b):
        return "near"
    if country(a) is None or country(b) is None:
        return "unknown"
    return "country only" if one_sided else "same country"


def _regions(a: Mention, b: Mention) -> str:
    if _near(a, b):
        return "near"
    both = fine_places(a) and fine_places(b)
    return "same region, other towns" if both else "same region"


def _town_in_common(a: Mention, b: Mention) -> bool:
    """By the gazetteer's id; by name only where the regions do not speak against it."""
    ids = {p.place.id for p in fine_places(a) if p.place} & {
        p.place.id for p in fine_places(b) if p.place
    }
    if ids:
        return True
    here, there = region(a), region(b)
    unlike = here is not None and there is not None and here != there
    lands = country(a), country(b)
    foreign = None not in lands and lands[0] != lands[1] and here != there
    return not unlike and not foreign and bool(fine_names(a) & fine_names(b))


def _near(a: Mention, b: Mention) -> bool:
    """Whether a town of one and a town of the other reach to within :data:`_NEAR_KM`."""
    towns = [[p.place for p in fine_places(m) if p.place is not None] for m in (a, b)]
    return any(_reach(one, other) for one in towns[0] for other in towns[1])


def _reach(one: Place, other: Place) -> bool:
    between = distance_km(one, other)
    if between is None:
        return False
    return between <= (one.radius_km or 0) + (other.radius_km or 0) + _NEAR_KM


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance between the middles of two places (haversine); None without coordinates."""
    if (
        one.latitude is None
        or one.longitude is None
        or other.latitude is None
        or other.longitude is None
    ):
        return None
    phi, psi = radians(one.latitude), radians(other.latitude)
    half_chord = hypot(
        sin((psi - phi) / 2),
        sqrt(cos(phi) * cos(psi)) * sin(radians(other.longitude - one.longitude) / 2),
    )
    return 2 * _EARTH_KM * asin(min(1.0, half_chord))
