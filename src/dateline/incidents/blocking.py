"""Which pairs of mentions are worth comparing, and why.

A block key names a reason to compare: the same first-level region on the same day (the interval widened
by one day on both sides), the same place name in the same week, and so on. Two mentions are a candidate
pair when they share a key; a mention has some ten of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from dateline.incidents.facts import country, fine_names, region
from dateline.model.incidents import Mention
from dateline.model.times import Interval

_DAY = timedelta(days=1)
_LONGEST_BY_DAY = 7
_AFTERMATH = timedelta(days=14)
BLOCK_LIMIT = 200
"""Mentions of one block that are still compared all with all."""
NEIGHBOURS = 40
"""In a larger block, with how many followers in order of time each mention is compared."""


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two mentions worth comparing.

    Attributes:
        left: the one with the smaller id.
        right: the other.
        reason: the first block key they share, in the order of :data:`_ORDER`.
    """

    left: Mention
    right: Mention
    reason: str


_ORDER = ("copy", "region day", "place week", "region week", "country day", "country week", "day")


def block_keys(mention: Mention) -> frozenset[str]:
    """The reasons for which a mention is worth comparing with others of the same reason.

    ``region day`` and ``place week`` serve dated mentions; ``region week``, with the weeks of publication, is
    where the undated meet the dated; ``country day`` is where those without a region meet the others.
    """
    keys = {f"copy|{mention.report.origin}"}
    days, weeks = _days(mention), _weeks(mention)
    land, area, names = country(mention), region(mention), fine_names(mention)
    keys |= {f"place week|{name}|{week}" for name in names for week in weeks}
    if area is not None:
        keys |= {f"region day|{area}|{day}" for day in days}
        keys |= {f"region week|{area}|{week}" for week in weeks}
    if land is not None:
        keys |= {f"country day|{land}|{day}" for day in days}
        if not days:
            keys |= {f"country week|{land}|{week}" for week in weeks}
    elif area is None and not names:
        keys |= {f"day|{day}" for day in days}
    return frozenset(keys)


def _days(mention: Mention) -> tuple[str, ...]:
    """The days of the interval, one more on each side; none where it is longer than a week."""
    interval = mention.event.dating.interval
    if interval is None or len(interval) > _LONGEST_BY_DAY:
        return ()
    first = interval.start - _DAY
    return tuple(str(first + i * _DAY) for i in range(len(interval) + 2))


def _weeks(mention: Mention) -> frozenset[str]:
    """ISO weeks in which the attack may lie: of the interval, or of publication and the week before.

    A follow-up reaches a fortnight back. Without any date there is one week, "undated".
    """
    window = mention.event.dating.interval
    published = mention.report.published
    if window is None and published is not None:
        window = Interval(published - 7 * _DAY, published + _DAY)
    if window is None:
        return frozenset({"undated"})
    back = _AFTERMATH if mention.event.follow_up else _DAY
    start, end = window.start - back, window.end + _DAY
    # A very long window (a year) gives its first weeks only: such a date is no ground for comparing.
    span = min((end - start).days, 62)
    return frozenset(_week(start + i * _DAY) for i in range(span))


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def candidate_pairs(mentions: Sequence[Mention]) -> Iterator[CandidatePair]:
    """Each pair worth comparing once, with its reason; the same in whatever order mentions are given.

    Pairs of one report are left out. Two mentions that both have a region do not meet under a country, and
    two dated attacks do not meet under a region's week: they have finer keys. A block of more than
    :data:`BLOCK_LIMIT` mentions is put in order of time and each is compared with its :data:`NEIGHBOURS`
    followers only (sorted neighbourhood, Hernández and Stolfo 1995).
    """
    blocks: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.id):
        for key in block_keys(mention):
            blocks[key].append(mention)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks, key=_rank):
        for one, other in _pairs_of(blocks[key]):
            left, right = (one, other) if one.id < other.id else (other, one)
            if (left.id, right.id) in seen or not _worth(key, left, right):
                continue
            seen.add((left.id, right.id))
            yield CandidatePair(left, right, key)


def _rank(key: str) -> tuple[int, str]:
    return _ORDER.index(key.split("|", 1)[0]), key


def _pairs_of(block: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    if len(block) <= BLOCK_LIMIT:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=_when)
    for i, mention in enumerate(ordered):
        for follower in ordered[i + 1 : i + 1 + NEIGHBOURS]:
            yield mention, follower


def _when(mention: Mention) -> tuple[date, str]:
    interval = mention.event.dating.interval
    return (interval.start if interval else mention.report.published or date.max), mention.id


def _worth(key: str, left: Mention, right: Mention) -> bool:
    if left.report.id == right.report.id:
        return False
    kind = key.split("|", 1)[0]
    if kind in {"country day", "country week"}:
        return region(left) is None or region(right) is None
    if kind == "region week":
        return not (_plainly_dated(left) and _plainly_dated(right))
    return True


def _plainly_dated(mention: Mention) -> bool:
    return bool(_days(mention)) and not mention.event.follow_up
