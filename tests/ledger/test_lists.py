from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dateline.ledger.store import Ledger
from dateline.ledger.values import Counts
from dateline.model.incidents import Decision, DecisionKind
from dateline.model.vocab import SourceKind
from tests.ledger import factory


def test_claims_carry_their_event_and_report(ledger: Ledger) -> None:
    reading = factory.reading(events=2)
    factory.fill(ledger, reading)
    rows = ledger.claims()
    assert [(row.event_key, row.claim) for row in rows] == [
        (event.key, claim) for event in reading.events for claim in event.claims
    ]
    assert [row.event_id for row in rows] == [m.id for m in ledger.mentions() for _ in range(3)]
    assert {row.report for row in rows} == set(ledger.report_heads())
    assert len({row.id for row in rows}) == 6


def test_positions_carry_their_report(ledger: Ledger) -> None:
    reading = factory.reading()
    factory.fill(ledger, reading)
    (row,) = ledger.positions()
    assert row.position == reading.positions[0]
    assert row.report.name == "report-0"
    assert row.reader == reading.reader


def test_one_speaker_across_spellings_offices_and_reports(ledger: Ledger) -> None:
    plain = replace(factory.MAYOR, name="Elodie Marchetti", office="governor", side=None)
    other = replace(factory.reading(2), sources=(plain,), events=(), positions=(), attributions=())
    factory.fill(ledger, factory.reading(0), factory.reading(1), other)
    (row,) = ledger.sources()
    assert (row.name, row.kind) == ("Élodie Marchetti", SourceKind.NAMED)
    assert row.offices == ("governor", "mayor")
    assert row.sides == ("Borduria",)
    assert (row.claims, row.positions, row.reports) == (4, 2, 3)


def test_decisions_are_ordered_by_when_they_were_taken(ledger: Ledger) -> None:
    at = factory.RUN.started_at
    late, early, same = (
        Decision(
            id=name,
            kind=DecisionKind.MERGE,
            subjects=("e_2", "e_1"),
            reason="one night",
            by="ann",
            at=moment,
        )
        for name, moment in (("d_1", at + timedelta(1)), ("d_2", at), ("d_0", at))
    )
    for each in (late, early, same):
        assert ledger.decide(each)
    assert ledger.decisions() == (same, early, late)


def test_the_watermark_moves_with_readings_and_decisions(ledger: Ledger) -> None:
    seen = [ledger.watermark()]
    factory.fill(ledger, factory.reading())
    seen.append(ledger.watermark())
    factory.fill(ledger, factory.reading(reader="rules 1"))
    seen.append(ledger.watermark())
    ledger.decide(
        Decision(
            id="d_1",
            kind=DecisionKind.UNDO,
            subjects=("d_0",),
            reason="",
            by="ann",
            at=factory.RUN.started_at,
        )
    )
    seen.append(ledger.watermark())
    assert len(set(seen)) == 4


def test_counts_are_of_current_readings(ledger: Ledger) -> None:
    factory.fill(ledger, factory.reading(), factory.reading(1), factory.reading(reader="rules 1"))
    assert ledger.counts() == Counts(
        reports=2,
        originals=2,
        readings=3,
        events=2,
        claims=6,
        positions=2,
        sources=2,
        decisions=0,
        runs=1,
    )


def test_listings_do_not_depend_on_the_order_of_arrival(tmp_path: Path) -> None:
    readings = [factory.reading(n, events=2) for n in range(4)]
    seen = []
    for name, order in (("a.db", readings), ("b.db", readings[::-1])):
        with Ledger.open(tmp_path / name) as ledger:
            factory.fill(ledger, *order)
            seen.append(
                (
                    ledger.mentions(),
                    ledger.claims(),
                    ledger.positions(),
                    ledger.sources(),
                    ledger.report_heads(),
                    ledger.search("depot"),
                )
            )
    assert seen[0] == seen[1]
