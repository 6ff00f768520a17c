"""Measures over coded reports: events, fields, claims with source and stance, positions, one record F1.

Events of a report are aligned one to one by place, date, type, targets and spans; everything else is counted on aligned pairs. The definitions are the
reference scorer's; a test holds both against each other on the benchmark data.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from dateline.bench.metrics.alike import Row, best_overlap, comparable, rows, same_source
from dateline.bench.metrics.assignment import assign
from dateline.bench.metrics.counts import Prf

SCALARS = ("type", "stage", "country", "admin1")
SETS = {
    "target types": ("targets", "type"),
    "weapon types": ("weapons", "type"),
    "attacker sides": ("attackers", "side"),
}
LEVELS = ("claim value", "claim + source", "claim + source + stance")
NAMES = ("events", *SCALARS, "date overlap", "date exact", *SETS, *LEVELS, "positions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All counts over a set of reports.

    Attributes:
        counts: one :class:`Prf` a measure of :data:`NAMES`.
        reports: how many in gold.
        missing: gold reports that the system lacks.
        ignored: system reports that gold lacks.
        empty: gold reports without an event.
        noisy: those of them in which the system found one.
        false_events: how many it found there.
    """

    counts: Mapping[str, Prf]
    reports: int
    missing: int
    ignored: int
    empty: int
    noisy: int
    false_events: int

    @property
    def record(self) -> Prf:
        """Events, claims with source and stance, and positions pooled."""
        return self.counts["events"] + self.counts[LEVELS[2]] + self.counts["positions"]


@dataclass(slots=True)
class _Sum:
    counts: dict[str, Prf] = field(default_factory=lambda: dict.fromkeys(NAMES, Prf()))

    def add(self, name: str, hits: int, gold: int, system: int) -> None:
        self.counts[name] += Prf.of(hits, gold, system)


def score(gold: Mapping[str, Row], system: Mapping[str, Row]) -> Scores:
    """Score coded reports by id; a report the system lacks counts as read with nothing found."""
    total = _Sum()
    empty = noisy = false_events = 0
    for key, expected in gold.items():
        found = system.get(key, {})
        _score_report(expected, found, total)
        if not rows(expected, "events"):
            invented = len(rows(found, "events"))
            empty, noisy, false_events = empty + 1, noisy + bool(invented), false_events + invented
    return Scores(
        counts=total.counts,
        reports=len(gold),
        missing=sum(key not in system for key in gold),
        ignored=sum(key not in gold for key in system),
        empty=empty,
        noisy=noisy,
        false_events=false_events,
    )


def _score_report(gold: Row, system: Row, total: _Sum) -> None:
    text = gold.get("text") or ""
    expected, found = rows(gold, "events"), rows(system, "events")
    pairs = [
        (expected[i], found[j])
        for i, j in assign([[weight(a, b) for b in found] for a in expected])
    ]
    total.add("events", len(pairs), len(expected), len(found))
    for a, b in pairs:
        _score_fields(a, b, total)
    for level, name in enumerate(LEVELS):
        same = partial(_same_claim, level=level, text=text)
        hits = sum(_matched(rows(a, "claims"), rows(b, "claims"), same) for a, b in pairs)
        total.add(
            name,
            hits,
            sum(len(rows(e, "claims")) for e in expected),
            sum(len(rows(e, "claims")) for e in found),
        )
    stands, taken = rows(gold, "positions"), rows(system, "positions")
    hits = _matched(
        stands,
        taken,
        lambda c, d: c.get("polarity") == d.get("polarity") and same_source(c, d, text),
    )
    total.add("positions", hits, len(stands), len(taken))


def _score_fields(gold: Row, system: Row, total: _Sum) -> None:
    for name in SCALARS:
        total.add(
            name,
            _told_equal(gold, system, name),
            gold.get(name) is not None,
            system.get(name) is not None,
        )
    one, other = _days(gold), _days(system)
    total.add("date overlap", _overlap(one, other), one is not None, other is not None)
    total.add("date exact", one is not None and one == other, one is not None, other is not None)
    for name, (key, part) in SETS.items():
        a, b = _kinds(gold, key, part), _kinds(system, key, part)
        total.add(name, len(a & b), len(a), len(b))


def weight(gold: Row, system: Row) -> float:
    """How strongly two events belong together; 0 when they may not be aligned.

    Needed: place or a shared span, and three signals in all. Weights: region 3, country alone 1, date 1 (2 if exact), type 1, targets 1 + Jaccard,
    spans 1 + Dice, and 0.05 a claim value in common.
    """
    regions = gold.get("admin1") is not None and system.get("admin1") is not None
    place = (
        3
        if _told_equal(gold, system, "admin1")
        else int(_told_equal(gold, system, "country") and not regions)
    )
    one, other = _days(gold), _days(system)
    date = 1 + (one == other) if _overlap(one, other) else 0
    kind = int(_told_equal(gold, system, "type"))
    a, b = _kinds(gold, "targets", "type"), _kinds(system, "targets", "type")
    targets = 1 + len(a & b) / len(a | b) if a & b else 0.0
    likeness = max(best_overlap(x, y) for x, y in zip(_spans(gold), _spans(system), strict=True))
    signals = (place, date, kind, targets, 1 + likeness if likeness else 0.0)
    if not (place or likeness) or sum(1 for signal in signals if signal) < 3:
        return 0.0
    shared = _claim_values(gold) & _claim_values(system)
    return sum(signals) + 0.05 * len(shared)


def _spans(event: Row) -> tuple[list[Row], list[Row], list[Row]]:
    trigger: Any = event.get("trigger")
    if isinstance(trigger, str):
        trigger = {"text": trigger}
    triggers = [trigger] if isinstance(trigger, Mapping) else []
    triggers += [claim for claim in rows(event, "claims") if claim.get("field") == "occurrence"]
    return rows(event, "places"), rows(event, "targets"), triggers


def _claim_values(event: Row) -> set[tuple[Any, tuple[str, Any]]]:
    return {(claim.get("field"), comparable(claim.get("value"))) for claim in rows(event, "claims")}


def _told_equal(gold: Row, system: Row, name: str) -> bool:
    return (
        gold.get(name) is not None
        and system.get(name) is not None
        and comparable(gold[name]) == comparable(system[name])
    )


def _days(event: Row) -> tuple[str, str] | None:
    told: Any = event.get("date") or {}
    ends = (told.get("from"), told.get("to")) if isinstance(told, Mapping) else (told, told)
    known = [str(end) for end in ends if end]
    return (known[0], known[-1]) if known else None


def _overlap(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _kinds(event: Row, key: str, part: str) -> set[tuple[str, Any]]:
    return {comparable(row.get(part)) for row in rows(event, key) if row.get(part) is not None}


def _same_claim(gold: Row, system: Row, *, level: int, text: str) -> bool:
    if gold.get("field") != system.get("field") or comparable(gold.get("value")) != comparable(
        system.get("value")
    ):
        return False
    if level and not same_source(gold, system, text):
        return False
    return level < 2 or gold.get("stance") == system.get("stance")


def _matched(gold: Sequence[Row], system: Sequence[Row], same: Callable[[Row, Row], bool]) -> int:
    return len(assign([[float(same(a, b)) for b in system] for a in gold]))
