"""Measures over a whole corpus: which events of different reports were held for one incident, and which fields for disputed."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from dateline.bench.metrics.alike import Row, rows
from dateline.bench.metrics.assignment import assign
from dateline.bench.metrics.coreference import Ratio, coreference
from dateline.bench.metrics.counts import Prf
from dateline.bench.metrics.records import weight

Label: TypeAlias = Hashable
Disputes: TypeAlias = Mapping[Label, frozenset[str]]
"""By incident, the fields its accounts can't all hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How events were linked and what was found disputed.

    Attributes:
        links: one ratio a measure (:data:`~dateline.bench.metrics.coreference.MEASURES`), over all events of both sides.
        found_links: the same over those events only that both sides have, so that missed events do not weigh on linking.
        dissent: incident and field pairs; an incident is matched one to one to that of the system with most events in common.
        incidents: how many in gold.
        told_once: those of them with one event.
    """

    links: Mapping[str, Ratio]
    found_links: Mapping[str, Ratio]
    dissent: Prf
    incidents: int
    told_once: int


def grouping(
    gold: Mapping[str, Row],
    system: Mapping[str, Row],
    disputed: Disputes,
    *,
    umbrellas: frozenset[Label] = frozenset(),
) -> Grouping:
    """Score what the events' ``incident`` labels say.

    Events are aligned within a report as :mod:`~dateline.bench.metrics.records` does it; a system event without a label stands alone.

    Args:
        gold: coded reports by id; every event with an ``incident`` that is unique over the reports.
        system: the same of the system, with ``incident`` labels of its own and in each report ``disputed`` fields by label.
        disputed: of gold.
        umbrellas: gold incidents that stand for several others; neither they nor what was aligned to them is counted.
    """
    key: dict[Label, set[Label]] = defaultdict(set)
    response: dict[Label, set[Label]] = defaultdict(set)
    for name, expected in gold.items():
        found = rows(system.get(name, {}), "events")
        told = rows(expected, "events")
        pairs = assign([[weight(a, b) for b in found] for a in told])
        as_gold = {j: (name, "gold", i) for i, j in pairs}
        passed = {i for i, event in enumerate(told) if event["incident"] in umbrellas}
        for i, event in enumerate(told):
            if i not in passed:
                key[event["incident"]].add((name, "gold", i))
        for j, event in enumerate(found):
            if j in as_gold and as_gold[j][2] in passed:
                continue
            mention = as_gold.get(j, (name, "system", j))
            response[event.get("incident") or mention].add(mention)
    shared = set().union(*key.values()) & set().union(*response.values()) if key else set()
    return Grouping(
        links=coreference(list(key.values()), list(response.values())),
        found_links=coreference(
            [c & shared for c in key.values()], [c & shared for c in response.values()]
        ),
        dissent=_dissent(key, response, disputed, _disputes(system.values())),
        incidents=len(key),
        told_once=sum(len(c) == 1 for c in key.values()),
    )


def _disputes(reports: Iterable[Row]) -> Disputes:
    found: dict[Label, frozenset[str]] = {}
    for report in reports:
        told: Any = report.get("disputed") or {}
        for label, fields in told.items():
            found[label] = found.get(label, frozenset()) | frozenset(fields)
    return found


def _dissent(
    key: Mapping[Label, set[Label]],
    response: Mapping[Label, set[Label]],
    expected: Disputes,
    found: Disputes,
) -> Prf:
    gold, system = list(key), list(response)
    pairs = assign([[float(len(key[k] & response[r])) for r in system] for k in gold])
    hits = sum(
        len(expected.get(gold[i], frozenset()) & found.get(system[j], frozenset()))
        for i, j in pairs
    )
    return Prf.of(
        hits,
        sum(len(expected.get(label, ())) for label in gold),
        sum(len(found.get(label, ())) for label in system),
    )
