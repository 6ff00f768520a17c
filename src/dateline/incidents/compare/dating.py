"""When: one wave is 24 hours, so attacks on different days or nights are different attacks."""

from datetime import date

from dateline.incidents.compare.levels import weigh
from dateline.model.incidents import Comparison, Mention
from dateline.model.times import Interval, Precision

_PRECISE_DAYS = 2  # a night touches two
_WIDE_DAYS = 10
_CLOSE_DAYS = 3
_LATE_DAYS = 10
_AFTERMATH_DAYS = 14


def compare_dating(a: Mention, b: Mention) -> Comparison:
    """The level of likeness of two times."""
    return weigh("dating", _level(a, b))


def bar_dating(a: Mention, b: Mention) -> str | None:
    """``too far apart in time`` when they can't be of one wave."""
    return "too far apart in time" if _level(a, b) == "apart" else None


def _level(a: Mention, b: Mention) -> str:
    one, other = a.event.dating.interval, b.event.dating.interval
    if one is None or other is None:
        return _undated(a, b)
    if (a.event.follow_up or b.event.follow_up) and not one.overlaps(other):
        return _aftermath(a, b)
    if len(one) > _PRECISE_DAYS or len(other) > _PRECISE_DAYS:
        return _imprecise(one, other)
    if one == other:
        return "same days"
    nights = a.event.dating.precision is b.event.dating.precision is Precision.NIGHT
    return "day in common" if one.overlaps(other) and not nights else "apart"


def _imprecise(one: Interval, other: Interval) -> str:
    if one.overlaps(other):
        return "overlap" if max(len(one), len(other)) <= _WIDE_DAYS else "wide overlap"
    return "touching" if _gap(one, other) <= 1 else "apart"


def _gap(one: Interval, other: Interval) -> int:
    """Whole days from the end of the earlier to the start of the later."""
    return max((other.start - one.end).days, (one.start - other.end).days)


def _aftermath(a: Mention, b: Mention) -> str:
    """A follow-up's own date may lie after the attack it tells of, by up to a fortnight."""
    one, other = a.event.dating.interval, b.event.dating.interval
    if one is None or other is None:
        return "unknown"
    later = a if one.start > other.start else b
    return "aftermath" if later.event.follow_up and _gap(one, other) <= _AFTERMATH_DAYS else "apart"


def _undated(a: Mention, b: Mention) -> str:
    """By the days of publication: an undated attack lies before its report appeared."""
    dated, undated = (a, b) if a.event.dating.interval is not None else (b, a)
    published = undated.report.published
    if published is None:
        return "unknown"
    interval = dated.event.dating.interval
    if interval is not None:
        return "apart" if interval.start > published else _late((published - interval.last).days)
    return _both_undated(published, dated.report.published)


def _both_undated(one: date, other: date | None) -> str:
    return "unknown" if other is None else _late(abs((one - other).days))


def _late(days: int) -> str:
    if days <= _CLOSE_DAYS:
        return "published close"
    return "unknown" if days <= _LATE_DAYS else "published apart"
