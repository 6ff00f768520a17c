from datetime import date, timedelta

import pytest

from dateline.errors import UsageError
from dateline.incidents.record import members, stamp
from dateline.ledger.store import Ledger
from dateline.model.incidents import DecisionKind
from dateline.model.vocab import EventType, Stage, TargetType
from dateline.views.incidents import (
    IncidentFilter,
    contradictions,
    incident,
    incidents,
    links_of,
)
from tests.factory import DAY, decision


def test_two_reports_of_one_attack_are_one_incident(ledger: Ledger) -> None:
    found = incidents(ledger)
    assert [len(i.mentions) for i in found] == [2, 1]
    assert [i.interval is None for i in found] == [False, True]


@pytest.mark.parametrize(
    ("where", "count"),
    [
        (IncidentFilter(since=DAY), 1),
        (IncidentFilter(since=DAY + timedelta(days=1)), 0),
        (IncidentFilter(until=DAY), 1),
        (IncidentFilter(until=DAY - timedelta(days=1)), 0),
        (IncidentFilter(country="norland"), 2),
        (IncidentFilter(region="BELMARK"), 1),
        (IncidentFilter(region="Sudmark"), 0),
        (IncidentFilter(type=EventType.DRONE), 2),
        (IncidentFilter(type=EventType.CLASH), 0),
        (IncidentFilter(stage=Stage.PLANNED), 0),
        (IncidentFilter(target_type=TargetType.FUEL_STORAGE), 1),
        (IncidentFilter(side="sudland"), 1),
        (IncidentFilter(words="raid"), 1),
        (IncidentFilter(words="depot governor"), 1),
        (IncidentFilter(words="submarine"), 0),
        (IncidentFilter(words="  "), 2),
        (IncidentFilter(as_of=DAY), 1),
        (IncidentFilter(as_of=date(2030, 1, 1)), 0),
    ],
)
def test_filters(ledger: Ledger, where: IncidentFilter, count: int) -> None:
    assert len(incidents(ledger, where)) == count


def test_days_in_the_wrong_order(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="swap"):
        incidents(ledger, IncidentFilter(since=DAY, until=DAY - timedelta(days=1)))


def test_a_fresh_cache_is_used_and_a_stale_one_is_not(ledger: Ledger) -> None:
    computed = incidents(ledger)
    ledger.save_clusters(members(computed), stamp(ledger.watermark()))
    assert incidents(ledger) == computed
    lone = tuple((i, m, f) for i, m, f in members(computed) if i == computed[0].id)
    ledger.save_clusters(lone, stamp(ledger.watermark()))
    assert incidents(ledger) == computed[:1]
    ledger.save_clusters(lone, "another mark")
    assert incidents(ledger) == computed


def test_people_split_and_the_record_as_of_before(ledger: Ledger) -> None:
    one, other = incidents(ledger)[0].mentions
    split = decision(DecisionKind.SPLIT, one.id, other.id)
    ledger.decide(split)
    assert len(incidents(ledger)) == 3
    assert len(incidents(ledger, IncidentFilter(as_of=split.at.date()))) == 2
    before = IncidentFilter(as_of=split.at.date() - timedelta(days=1))
    assert len(incidents(ledger, before)) == 1
    assert contradictions(ledger) == ()


@pytest.mark.parametrize("cached", [False, True])
def test_one_by_the_beginning_of_its_id(ledger: Ledger, *, cached: bool) -> None:
    found = incidents(ledger)[0]
    if cached:
        ledger.save_clusters(members(incidents(ledger)), stamp(ledger.watermark()))
    assert incident(ledger, found.id) == found
    assert incident(ledger, found.id[:12]) == found
    assert incident(ledger, found.id[2:12]) == found
    with pytest.raises(UsageError, match="2 incidents begin"):
        incident(ledger, "i_")
    with pytest.raises(UsageError, match="no incident 'zzz'"):
        incident(ledger, "zzz")
    with pytest.raises(UsageError, match="no incident ''"):
        incident(ledger, "")


def test_links_have_their_reasons(ledger: Ledger) -> None:
    (link,) = links_of(incidents(ledger)[0])
    assert link.weight > 0
    assert {c.feature for c in link.comparisons} >= {"dating", "placement"}
