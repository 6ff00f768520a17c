"""Distances on the globe, middles and radii."""

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
"""Degrees north, degrees east."""

EARTH_KM = 6371.0  # mean radius (IUGG)
_PER_KM2 = (
    2500.0  # inhabitants of a square kilometre of built-up land, a middling figure of Demographia's
)
_SPRAWL = 1.5  # towns are no discs
_LEAST_TOWN_KM = 2.0


def distance_km(one: Point, other: Point) -> float:
    """The great-circle distance in kilometres (haversine)."""
    (lat1, lon1), (lat2, lon2) = one, other
    up = sin(radians(lat2 - lat1) / 2) ** 2
    along = sin(radians(lon2 - lon1) / 2) ** 2
    within = up + cos(radians(lat1)) * cos(radians(lat2)) * along
    return 2 * EARTH_KM * asin(min(1.0, sqrt(within)))


def middle(points: Sequence[Point]) -> Point | None:
    """The middle of some points on the globe: their mean as vectors; None of none."""
    if not points:
        return None
    x = sum(cos(radians(lat)) * cos(radians(lon)) for lat, lon in points)
    y = sum(cos(radians(lat)) * sin(radians(lon)) for lat, lon in points)
    z = sum(sin(radians(lat)) for lat, _ in points)
    return round(degrees(atan2(z, hypot(x, y))), 4), round(degrees(atan2(y, x)), 4)


def reach_km(centre: Point, points: Sequence[Point]) -> float:
    """How far the farthest of ``points`` is from ``centre``, in kilometres, rounded up to whole ones."""
    return float(int(max((distance_km(centre, point) for point in points), default=0.0)) + 1)


def town_radius_km(population: int) -> float:
    """How far a town of that many inhabitants may reach from its middle, in kilometres.

    The radius of a disc that houses them at 2,500 a square kilometre, half as much again because towns are no
    discs, and 2 km at least: 17 km for a million, 3.8 km for 50,000.
    """
    return round(max(_LEAST_TOWN_KM, _SPRAWL * sqrt(population / (pi * _PER_KM2))), 1)
