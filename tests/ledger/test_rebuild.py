from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from dateline.ledger import keys
from dateline.ledger.store import Ledger
from tests.ledger import factory, strategies

EACH_ONCE = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.law
@EACH_ONCE
@given(strategies.readings())
def test_what_goes_in_comes_out_equal(ledger: Ledger, reading: Any) -> None:
    ledger.begin_run(factory.RUN)
    appended = ledger.append(
        reading, run_id=factory.RUN.id, signature=(0, 2**64 - 1), bands=("a", "b")
    )
    assume(appended.report_new)

    assert ledger.report(reading.report.id) == reading.report
    assert ledger.reading(reading.report.id) == reading
    ids = [keys.event_id(reading.report.id, reading.reader, e.key) for e in reading.events]
    mentions = ledger.mentions_by_id(ids)
    assert [m.id for m in mentions] == ids
    assert tuple(m.event for m in mentions) == reading.events
    assert all(type(a.value) is type(b.value) for a, b in _claims(mentions, reading.events))


def _claims(mentions: Any, events: Any) -> Any:
    for mention, event in zip(mentions, events, strict=True):
        yield from zip(mention.event.claims, event.claims, strict=True)


@pytest.mark.law
@EACH_ONCE
@given(strategies.decisions)
def test_a_decision_comes_out_equal(ledger: Ledger, decision: Any) -> None:
    assume(ledger.decide(decision))
    assert decision in ledger.decisions()
    assert not ledger.decide(decision)


def test_a_run_comes_out_equal(ledger: Ledger) -> None:
    ledger.begin_run(factory.RUN)
    ledger.begin_run(factory.RUN)
    assert ledger.runs() == (factory.RUN,)
