"""The country that a report tells of: where most of its towns and regions lie."""

from collections import Counter
from collections.abc import Sequence

from dateline.model.places import Level, Toponym, Use

INSIDE = frozenset({Level.TOWN, Level.DISTRICT, Level.REGION})
"""Levels of places that lie in one country."""


def country_told_of(toponyms: Sequence[Toponym], share: float = 0.0) -> str | None:
    """The country with the most places of a report; None if there is none, or it has fewer than ``share`` of them.

    Args:
        toponyms: the places found in the report; what stands for a government is not counted.
        share: least share of the places, from 0 to 1, that must lie in the country.
    """
    countries = Counter(
        t.place.country_name
        for t in toponyms
        if t.place is not None
        and t.place.country_name is not None
        and t.use is Use.LITERAL
        and t.place.level in INSIDE
    )
    if not countries:
        return None
    country, most = countries.most_common(1)[0]
    return country if most >= share * countries.total() else None
