"""Whose own word a report is: a ministry's communiqué or an armed group's statement is published under the party's name."""

from collections.abc import Callable, Sequence

from dateline.lexicon.markers import group_table, official_voices
from dateline.model.places import Toponym
from dateline.model.texts import Text


def voice_of(outlet: Text, find_places: Callable[[Text], Sequence[Toponym]]) -> str | None:
    """The side that an outlet speaks for; None for news media, companies and whoever belongs to no side.

    Args:
        outlet: the outlet's name ("General Staff of the Armed Forces of Ukraine"), made ready as a text.
        find_places: finds the places in it; called only where the name may be a party's.
    """
    group = next(group_table().find(outlet.tokens), None)
    if group is not None:
        return group.value
    if next(official_voices().find(outlet.tokens), None) is None:
        return None
    countries = (t.place.country_name for t in find_places(outlet) if t.place is not None)
    return next((country for country in countries if country is not None), None)
