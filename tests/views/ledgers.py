"""A ledger in memory, filled with invented readings."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from dateline.ledger.store import Ledger
from dateline.model.claims import Attribution, NotIncident, Reading, Source
from dateline.model.reports import Report
from dateline.model.runs import Run
from dateline.model.spans import Span
from dateline.model.vocab import Field, SourceKind, Stance, TargetType
from tests.factory import DAY, claim, event, place, position, report

TEXT = "Drones struck a depot in Arvany on Wednesday, governor Ilan Torv said. Nobody was hurt."
TORV = Source(
    name="Ilan Torv",
    kind=SourceKind.NAMED,
    office="governor",
    side="Norland",
    span=Span(55, 64),
)
SAID = Attribution(
    source=TORV,
    source_span=Span(55, 64),
    cue=Span(65, 69),
    content=(Span(0, 44),),
    stance=Stance.ASSERTED,
    via=("The Wire",),
)


def first() -> Reading:
    """A drone attack on Arvany, told by a governor."""
    what = event(
        places=[place()],
        targets=[TargetType.FUEL_STORAGE],
        claims=[
            claim(by=TORV, text="struck", span=Span(7, 13), attribution=0),
            claim(Field.INJURED, 0, text="Nobody was hurt", span=Span(71, 86)),
        ],
    )
    return Reading(
        report=report(TEXT, name="first", title="Attack"),
        reader="test 1",
        attributions=(SAID,),
        sources=(TORV,),
        events=(what,),
        positions=(position(TORV),),
        not_incidents=(NotIncident(text="Nobody", span=Span(71, 77), reason="none"),),
        warnings=("a warning",),
    )


def second() -> Reading:
    """The same attack in another outlet."""
    of = report("Sudland hit Arvany, Norland.", name="second", outlet="The Wire")
    what = event(places=[place()], sides=["Sudland"], claims=[claim(Field.INJURED, 3)])
    return Reading(report=of, reader="test 1", events=(what,))


def third() -> Reading:
    """An undated threat elsewhere, published a month later."""
    of = report("A raid on Zell.", name="third", published=DAY + timedelta(days=30))
    return Reading(report=of, reader="test 1", events=(event(when=None, admin1="Zellmark"),))


def empty(of: Report) -> Reading:
    return Reading(report=of, reader="test 1")


def ledger_of(readings: Sequence[Reading]) -> Ledger:
    """A ledger that holds them, each report an original."""
    ledger = Ledger.open("sqlite://")
    run = Run(
        id="run1",
        started_at=datetime(2031, 6, 1, tzinfo=UTC),
        code_version="0",
        lexicon_hash="0",
        reader="test 1",
    )
    ledger.begin_run(run)
    for n, reading in enumerate(readings):
        ledger.append(reading, run_id="run1", signature=(n, n + 1), bands=(f"b{n}",))
    return ledger
