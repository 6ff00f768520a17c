from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from dateline.errors import LedgerError
from dateline.ledger.engine import writing
from dateline.ledger.store import Ledger
from dateline.ledger.values import Appended
from dateline.model.incidents import Decision, DecisionKind
from tests.ledger import factory


def append(ledger: Ledger, reading: Any, **given: Any) -> Any:
    return ledger.append(
        reading, run_id=factory.RUN.id, **{"signature": (1,), "bands": ("a",)} | given
    )


def test_twice_is_once(ledger: Ledger) -> None:
    ledger.begin_run(factory.RUN)
    reading = factory.reading()
    assert append(ledger, reading) == Appended(report_new=True, reading_new=True)
    before = ledger.counts(), ledger.watermark()
    assert append(ledger, reading) == Appended(report_new=False, reading_new=False)
    assert (ledger.counts(), ledger.watermark()) == before


def test_a_newer_reader_supersedes_and_erases_nothing(ledger: Ledger) -> None:
    old, new = factory.reading(), factory.reading(reader="rules 1", events=2)
    factory.fill(ledger, old)
    assert append(ledger, new) == Appended(report_new=False, reading_new=True)

    assert ledger.reading(old.report.id) == new
    assert ledger.reading(old.report.id, old.reader) == old
    assert [m.reader for m in ledger.mentions()] == ["rules 1", "rules 1"]
    assert len(ledger.claims()) == 6
    history = ledger.readings_of(old.report.id)
    assert [(h.reader, h.events, h.current) for h in history] == [
        (old.reader, 1, False),
        ("rules 1", 2, True),
    ]


def test_an_old_reader_does_not_come_back_by_reading_again(ledger: Ledger) -> None:
    old, new = factory.reading(), factory.reading(reader="rules 1")
    factory.fill(ledger, old, new, old)
    assert ledger.reading(old.report.id).reader == "rules 1"


def test_a_run_must_be_begun(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="begin_run"):
        append(ledger, factory.reading())
    assert ledger.report_ids() == frozenset()


def test_two_events_of_one_key_are_refused_whole(ledger: Ledger) -> None:
    ledger.begin_run(factory.RUN)
    reading = factory.reading(events=1)
    with pytest.raises(LedgerError, match="each needs its own"):
        append(ledger, replace(reading, events=reading.events * 2))
    assert ledger.counts().reports == 0


def test_a_copy_of_an_unknown_report_is_refused_whole(ledger: Ledger) -> None:
    ledger.begin_run(factory.RUN)
    with pytest.raises(LedgerError):
        append(ledger, factory.reading(), copies=[("r_nowhere", 0.9)])
    assert ledger.report_ids() == frozenset()


@pytest.mark.parametrize("table", ["reports", "readings", "claims", "decisions", "runs", "copies"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_the_database_itself_refuses_changes(ledger: Ledger, table: Any, statement: Any) -> None:
    factory.fill(ledger, factory.reading(0), factory.reading(1))
    append(ledger, factory.reading(2), copies=[(factory.reading(0).report.id, 0.9)])
    ledger.decide(decision())
    column = "similarity" if table == "copies" else "id"
    with (
        pytest.raises(LedgerError, match="appended, never changed or removed"),
        writing(ledger._engine, ledger._address, read_only=False) as connection,
    ):
        connection.execute(text(statement.format(table, column, column)))


def decision() -> Any:
    return Decision(
        id="d_1",
        kind=DecisionKind.ACCEPT,
        subjects=("e_1",),
        reason="seen",
        by="ann",
        at=factory.RUN.started_at,
    )


def test_the_cluster_cache_is_replaced(ledger: Ledger) -> None:
    factory.fill(ledger, factory.reading(0), factory.reading(1))
    one, two = ledger.mention_ids()
    assert ledger.clusters() == ((), None)
    ledger.save_clusters([("i_1", one, False), ("i_1", two, True)], "old")
    ledger.save_clusters([("i_2", two, False), ("i_1", one, False)], ledger.watermark())
    members, watermark = ledger.clusters()
    assert members == (("i_1", one, False), ("i_2", two, False))
    assert watermark == ledger.watermark()
    factory.fill(ledger, factory.reading(2))
    assert watermark != ledger.watermark()
