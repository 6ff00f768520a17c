import pytest

from dateline.errors import UsageError
from dateline.ledger import keys
from dateline.ledger.store import Ledger
from tests.ledger import factory


def test_mentions_are_ordered_by_publication_report_and_key(ledger: Ledger) -> None:
    readings = [factory.reading(n, events=2, dated=n != 1) for n in range(4)]
    factory.fill(ledger, *readings[2:], *readings[:2])
    found = [(m.report.name, m.event.key) for m in ledger.mentions()]
    assert found == [(f"report-{n}", key) for n in (0, 2, 3, 1) for key in "AB"]
    assert ledger.mention_ids() == tuple(m.id for m in ledger.mentions())


def test_a_mention_carries_its_report_and_id(ledger: Ledger) -> None:
    reading = factory.reading()
    factory.fill(ledger, reading)
    (mention,) = ledger.mentions()
    assert mention.id == keys.event_id(reading.report.id, reading.reader, "A")
    assert (mention.report.name, mention.report.outlet) == ("report-0", "Outlet 0")
    assert mention.event == reading.events[0]


def test_mentions_by_id_finds_superseded_ones_and_passes_over_unknown_ones(ledger: Ledger) -> None:
    old = factory.reading()
    factory.fill(ledger, old, factory.reading(reader="rules 1"), factory.reading(1))
    superseded = keys.event_id(old.report.id, old.reader, "A")
    newest = ledger.mention_ids()[-1]
    found = ledger.mentions_by_id([newest, superseded, "e_none", newest])
    assert [m.id for m in found] == [superseded, newest]
    assert ledger.mentions_by_id([]) == ()


def test_has_reading_knows_reader_and_report(ledger: Ledger) -> None:
    reading = factory.reading()
    factory.fill(ledger, reading)
    assert ledger.has_reading(reading.report.id, reading.reader)
    assert not ledger.has_reading(reading.report.id, "rules 1")
    assert not ledger.has_reading("r_none", reading.reader)
    assert ledger.report_ids() == {reading.report.id}


def test_no_reading_is_said(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no reading of 'r_none'"):
        ledger.reading("r_none")
    factory.fill(ledger, factory.reading())
    with pytest.raises(UsageError, match="no reading by 'rules 9'"):
        ledger.reading(factory.reading().report.id, "rules 9")
    assert ledger.readings_of("r_none") == ()
