"""From mentions and decisions to the whole record of incidents, and back from a cache of clusters.

To fill a cache, take the watermark before the mentions, so that what is added meanwhile makes it stale::

    mark = stamp(ledger.watermark())
    found = all_incidents(ledger.mentions(), ledger.decisions())
    ledger.save_clusters(members(found), mark)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from dateline.incidents.cluster import cluster_all
from dateline.incidents.settle import settle
from dateline.lexicon.tables import tables_hash
from dateline.model.ids import content_id
from dateline.model.incidents import Decision, Incident, Mention

Member: TypeAlias = tuple[str, str, bool]
"""Incident id, event mention id, whether the mention is a follow-up: what the ledger's cache holds."""


def stamp(watermark: str) -> str:
    """What a cache of clusters is stamped with: the ledger's state and the weights the links were scored with."""
    return f"{watermark} {tables_hash('link_weights')}"


def all_incidents(
    mentions: Sequence[Mention], decisions: Sequence[Decision] = ()
) -> tuple[Incident, ...]:
    """Every incident the mentions tell of, in order of time (:func:`by_time`)."""
    known = {m.id: m for m in mentions}
    found = cluster_all(mentions, decisions).clusters
    settled = [settle([known[i] for i in c.mentions], decisions) for c in found]
    return tuple(sorted(_told_apart(settled), key=by_time))


def _told_apart(incidents: Sequence[Incident]) -> Iterator[Incident]:
    """Each with an id of its own: where one report tells of two attacks on one area in the very same words, the later mention's id goes in too."""
    taken: set[str] = set()
    for incident in sorted(incidents, key=lambda i: i.mentions[0].id):
        unlike = incident.id in taken
        named = content_id("i", incident.id, incident.mentions[0].id) if unlike else incident.id
        taken.add(named)
        yield replace(incident, id=named) if unlike else incident


def by_time(incident: Incident) -> tuple[date, date, str]:
    """Sorts incidents: by first day, then last; undated ones at the end; then by id."""
    interval = incident.interval
    if interval is None:
        return date.max, date.max, incident.id
    return interval.start, interval.last, incident.id


def members(incidents: Iterable[Incident]) -> tuple[Member, ...]:
    """What a cache needs to hold of them."""
    return tuple(
        (incident.id, mention.id, follow_up)
        for incident in incidents
        for some, follow_up in ((incident.mentions, False), (incident.follow_ups, True))
        for mention in some
    )


def from_members(
    cached: Iterable[Member], mentions: Sequence[Mention], decisions: Sequence[Decision] = ()
) -> tuple[Incident, ...] | None:
    """The incidents a cache stands for; None where it names a mention that is not given.

    Mentions that the cache does not name are those that people rejected.
    """
    known = {m.id: m for m in mentions}
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for incident, mention, _ in cached:
        if mention not in known:
            return None
        grouped[incident].append(known[mention])
    found = (replace(settle(g, decisions), id=name) for name, g in grouped.items())
    return tuple(sorted(found, key=by_time))
