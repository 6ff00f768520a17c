"""Waves: what one side did in one night, in however many regions."""

from dateline.incidents.facts import fold
from dateline.model.ids import content_id
from dateline.model.times import Interval

_NIGHT_DAYS = 2


def wave_id(side: str | None, interval: Interval | None) -> str | None:
    """``w_`` + hash of the side and the morning the night ends on.

    "Overnight on the 24th" covers two days, the 23rd and the 24th, and "early on the 24th" one: both end on the
    24th and are one wave. Nights are not chained by the day they share, or a war of nightly attacks
    would be one wave. The id depends on nothing but the incident, so it stays when others are added.

    Returns:
        None without a side or date, or where the date is wider than a night.
    """
    if side is None or interval is None or len(interval) > _NIGHT_DAYS:
        return None
    return content_id("w", fold(side), interval.last.isoformat())
