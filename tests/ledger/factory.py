"""Small invented readings, told apart by a number."""

from datetime import UTC, date, datetime, timedelta

from dateline.ledger.store import Ledger
from dateline.model.claims import (
    OUTLET,
    AttackerArgument,
    Attribution,
    Claim,
    EventMention,
    NotIncident,
    PlaceArgument,
    Position,
    Reading,
    Source,
    TargetArgument,
    WeaponArgument,
)
from dateline.model.places import Level, Place
from dateline.model.reports import Provenance, make_report
from dateline.model.runs import Run
from dateline.model.spans import Span
from dateline.model.times import Basis, Dating, Interval, Precision
from dateline.model.vocab import (
    EventType,
    Field,
    Polarity,
    SourceKind,
    Stage,
    Stance,
    TargetType,
    WeaponType,
)

READER = "rules 0 test"
FIRST = date(2031, 5, 4)
RUN = Run(
    id="run-1",
    started_at=datetime(2031, 5, 6, 7, 8, tzinfo=UTC),
    code_version="0",
    lexicon_hash="0" * 16,
    reader=READER,
    command="dateline add",
)
MAYOR = Source(
    name="Élodie Marchetti",
    kind=SourceKind.NAMED,
    office="mayor",
    side="Borduria",
    span=Span(41, 57),
)
HARBOUR = Place(id="dateline:1", name="Vellmar", level=Level.TOWN, country="XX", latitude=1.25)


def reading(n: int = 0, *, reader: str = READER, events: int = 1, dated: bool = True) -> Reading:
    """The ``n``-th report, published ``n`` days after 4 May 2031, with ``events`` drone attacks."""
    published = FIRST + timedelta(days=n) if dated else None
    text = (
        f"Drones hit a fuel depot in Vellmar, the mayor Élodie Marchetti said. Report number {n}."
    )
    return Reading(
        report=make_report(
            text,
            name=f"report-{n}",
            published=published,
            outlet=f"Outlet {n % 2}",
            provenance=Provenance(path="reports.jsonl", line=n + 1, format="jsonl"),
        ),
        reader=reader,
        sources=(MAYOR,),
        attributions=(
            Attribution(
                source=MAYOR,
                source_span=Span(36, 57),
                cue=Span(58, 62),
                content=(Span(0, 34),),
                stance=Stance.ASSERTED,
                via=("AFP",),
            ),
        ),
        events=tuple(event(chr(ord("A") + k), published) for k in range(events)),
        positions=(
            Position(
                source=MAYOR,
                issue="attacks on ports",
                polarity=Polarity.CONDEMNS,
                text="said",
                span=Span(58, 62),
                attribution=0,
            ),
        ),
        not_incidents=(NotIncident(text="Report", span=Span(64, 70), reason="habitual"),),
        warnings=() if dated else ("no publication date",),
    )


def event(key: str, day: date | None) -> EventMention:
    """A drone attack on the eve of ``day``: two claims of the mayor's, one of the outlet's."""
    return EventMention(
        key=key,
        trigger="hit",
        trigger_span=Span(7, 10),
        type=EventType.DRONE,
        stage=Stage.ACCOMPLISHED,
        dating=Dating(
            interval=Interval.days(day - timedelta(days=1), day) if day else None,
            precision=Precision.NIGHT if day else None,
            basis=Basis.RELATIVE,
        ),
        country="Borduria",
        admin1="Coast",
        places=(PlaceArgument(text="Vellmar", span=Span(27, 34), place=HARBOUR),),
        attackers=(AttackerArgument(text="Drones", span=Span(0, 6), side="Syldavia"),),
        targets=(
            TargetArgument(text="a fuel depot", span=Span(11, 23), type=TargetType.FUEL_STORAGE),
        ),
        weapons=(WeaponArgument(text="Drones", span=Span(0, 6), type=WeaponType.DRONE),),
        score=0.75,
        claims=(
            claim(Field.OCCURRENCE, value=True, source=MAYOR),
            claim(Field.KILLED, value=(2, None), source=MAYOR),
            claim(Field.TARGET, value="fuel storage", source=OUTLET),
        ),
    )


def claim(
    field: Field,
    *,
    value: bool | int | str | tuple[int | None, int | None] | None,
    source: Source,
) -> Claim:
    """A claim resting on the words "hit a fuel depot"."""
    return Claim(
        field=field,
        value=value,
        text="hit a fuel depot",
        span=Span(7, 23),
        source=source,
        stance=Stance.ASSERTED,
        attribution=None if source == OUTLET else 0,
    )


def fill(ledger: Ledger, *readings: Reading) -> None:
    """Appends ``readings`` in one run."""
    ledger.begin_run(RUN)
    for each in readings:
        ledger.append(each, run_id=RUN.id, signature=(1, 2, 2**64 - 1), bands=("a",))
