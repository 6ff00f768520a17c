"""Incidents of a ledger: all that match a filter, or one by its id."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date
from itertools import combinations

from dateline.errors import UsageError
from dateline.incidents.cluster import cluster_all
from dateline.incidents.facts import fold
from dateline.incidents.record import all_incidents, from_members, stamp
from dateline.incidents.score import compare
from dateline.ledger.store import Ledger
from dateline.ledger.values import MentionFilter
from dateline.model.incidents import Decision, Incident, MatchResult
from dateline.model.vocab import EventType, Stage, TargetType

_ALL_HITS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Which incidents; all conditions that are not None must hold.

    Attributes:
        since: it may have happened on this day or later; undated ones are left out.
        until: it may have happened on this day or earlier; undated ones are left out.
        country: plain English name, in any case.
        region: first-level region, in any case.
        type: event type.
        stage: how far it got.
        target_type: one of its targets.
        side: one of those who attacked, by any account.
        words: words that all stand in one of its reports or claims.
        as_of: the record as it stood at the end of that day (UTC): later reports, reports without
            a day of publication and later decisions are left out.
    """

    since: date | None = None
    until: date | None = None
    country: str | None = None
    region: str | None = None
    type: EventType | None = None
    stage: Stage | None = None
    target_type: TargetType | None = None
    side: str | None = None
    words: str | None = None
    as_of: date | None = None


ALL = IncidentFilter()


def incidents(ledger: Ledger, where: IncidentFilter = ALL) -> tuple[Incident, ...]:
    """The incidents that match, by time (undated ones last).

    The cached clusters are used where they are of the ledger's present state, else all are computed; nothing is
    written.

    Raises:
        UsageError: if ``since`` is after ``until``.
        LedgerError: if the database fails.
    """
    if where.since and where.until and where.since > where.until:
        raise UsageError(f"since {where.since} is after until {where.until}; swap them")
    found = _as_of(ledger, where.as_of) if where.as_of else _present(ledger)
    wanted = _words_in(ledger, where.words)
    return tuple(i for i in found if _matches(i, where) and wanted(i))


def incident(ledger: Ledger, name: str) -> Incident:
    """The incident of that id, or of that beginning of an id, with or without ``i_``.

    Raises:
        UsageError: if there is none, or several.
    """
    beginning = name if name.startswith("i_") else f"i_{name}"
    found = [i for i in _beginning(ledger, beginning) if i.id.startswith(beginning)] if name else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"there is no incident {name!r}; ids are shown by: dateline incidents "
            "(an id changes when an earlier report of the incident is added)"
        )
    some = ", ".join(i.id for i in found[:5])
    raise UsageError(f"{len(found)} incidents begin with {name!r}: {some}. Give more of the id.")


def links_of(found: Incident) -> tuple[MatchResult, ...]:
    """How every two mentions of an incident match, with the reasons; the heaviest first."""
    every = (*found.mentions, *found.follow_ups)
    results = (compare(a, b) for a, b in combinations(every, 2))
    return tuple(sorted(results, key=lambda r: (-r.weight, r.left, r.right)))


def contradictions(ledger: Ledger) -> tuple[Decision, ...]:
    """Merges and splits that contradict newer ones and so have no effect, oldest first."""
    return cluster_all(ledger.mentions(), ledger.decisions()).contradictions


def _present(ledger: Ledger) -> tuple[Incident, ...]:
    cached, computed_at = ledger.clusters()
    fresh = computed_at == stamp(ledger.watermark())
    mentions, decisions = ledger.mentions(), ledger.decisions()
    found = from_members(cached, mentions, decisions) if fresh else None
    return all_incidents(mentions, decisions) if found is None else found


def _beginning(ledger: Ledger, beginning: str) -> tuple[Incident, ...]:
    """At least the incidents whose ids begin so; only those are loaded where the cache is fresh."""
    cached, computed_at = ledger.clusters()
    if computed_at != stamp(ledger.watermark()):
        return _present(ledger)
    wanted = [member for member in cached if member[0].startswith(beginning)]
    mentions = ledger.mentions_by_id(mention for _, mention, _ in wanted)
    found = from_members(wanted, mentions, ledger.decisions())
    return _present(ledger) if found is None else found


def _as_of(ledger: Ledger, day: date) -> tuple[Incident, ...]:
    decided = tuple(d for d in ledger.decisions() if d.at.astimezone(UTC).date() <= day)
    return all_incidents(ledger.mentions(MentionFilter(published_to=day)), decided)


def _matches(found: Incident, where: IncidentFilter) -> bool:
    conditions = (
        where.since is None or (found.interval is not None and found.interval.last >= where.since),
        where.until is None or (found.interval is not None and found.interval.start <= where.until),
        _same(where.country, (found.country,)),
        _same(where.region, (found.admin1,)),
        where.type is None or found.type is where.type,
        where.stage is None or found.stage is where.stage,
        where.target_type is None or where.target_type.value in found.target_types,
        _same(where.side, found.sides),
    )
    return all(conditions)


def _same(wanted: str | None, given: tuple[str | None, ...]) -> bool:
    return wanted is None or fold(wanted) in {fold(name) for name in given if name}


def _words_in(ledger: Ledger, words: str | None) -> Callable[[Incident], bool]:
    """Whether one of an incident's reports, or a claim of one of its mentions, holds the words."""
    if words is None or not words.strip():
        return lambda _: True
    hits = ledger.search(words, _ALL_HITS)
    events = {h.event_id for h in hits if h.event_id is not None}
    reports = {h.report.id for h in hits if h.event_id is None}
    return lambda found: any(
        m.id in events or m.report.id in reports for m in (*found.mentions, *found.follow_ups)
    )
