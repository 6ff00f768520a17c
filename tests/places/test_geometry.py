from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.geometry import distance_km, middle, reach_km, town_radius_km

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_known_distance() -> None:
    # Moscow to Kyiv, about 756 km
    assert 750 < distance_km((55.752, 37.618), (50.455, 30.524)) < 762


@pytest.mark.law
@given(POINTS, POINTS)
def test_distance_is_the_same_both_ways_and_at_most_half_round(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    there = distance_km(one, other)
    assert isclose(there, distance_km(other, one), abs_tol=1e-6)
    assert 0 <= there <= 20_016


def test_middle_goes_over_the_date_line() -> None:
    centre = middle([(0.0, 179.0), (0.0, -179.0)])
    assert centre is not None
    assert abs(centre[1]) > 179.9
    assert middle([]) is None


def test_reach_holds_every_point() -> None:
    points = [(10.0, 10.0), (11.0, 10.0), (10.0, 12.0)]
    centre = middle(points)
    assert centre is not None
    assert all(distance_km(centre, p) <= reach_km(centre, points) for p in points)


def test_radius_of_towns_as_documented() -> None:
    assert town_radius_km(0) == 2.0
    assert town_radius_km(50_000) == 3.8
    assert town_radius_km(1_000_000) == 16.9
