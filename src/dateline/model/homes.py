"""The country that a report tells of: where most of its towns and regions lie."""

from collections import Counter
from collections.abc import Sequence

from dateline.model.places import Level, Toponym, Use
from dateline.model.spans import Span

INSIDE = frozenset({Level.TOWN, Level.DISTRICT, Level.REGION})
"""Levels of places that lie in one country."""
MOST = 0.75
"""Share of a report's places that lie in one country, from which its army or mayor needs no country's name."""


def country_told_of(
    toponyms: Sequence[Toponym], share: float = 0.0, *, least: int = 1, opening: Span | None = None
) -> str | None:
    """The country with the most places of a report; None if there is none, or it has fewer than ``share`` or ``least`` of them.

    Args:
        toponyms: the places found in the report; what stands for a government is not counted.
        share: least share of the places, from 0 to 1, that must lie in the country.
        least: least number of mentions of places in it.
        opening: the line that says where the report was written, whose place is not told of; None counts it.
    """
    countries = Counter(
        t.place.country_name
        for t in toponyms
        if t.place is not None
        and t.place.country_name is not None
        and t.use is Use.LITERAL
        and t.place.level in INSIDE
        and not (opening is not None and opening.contains(t.span))
    )
    if not countries:
        return None
    country, most = countries.most_common(1)[0]
    return country if most >= max(least, share * countries.total()) else None
