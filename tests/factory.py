"""One-line builders of model values with harmless defaults; all texts are invented."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from dateline.model.claims import (
    OUTLET,
    AttackerArgument,
    Claim,
    ClaimValue,
    EventMention,
    PlaceArgument,
    Position,
    Reading,
    Source,
    TargetArgument,
    WeaponArgument,
)
from dateline.model.ids import content_id
from dateline.model.incidents import Decision, DecisionKind, Mention, ReportHead
from dateline.model.places import Level, Place
from dateline.model.reports import Provenance, Report, make_report
from dateline.model.spans import Span
from dateline.model.times import UNDATED, Basis, Dating, Interval, Precision
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

TEXT = "Drones struck a depot in Arvany overnight, governor Ilan Torv said. Nobody was hurt."
DAY = date(2031, 5, 14)
AT = Span(0, 6)


def report(
    text: str = TEXT,
    *,
    name: str = "first",
    published: date | None = DAY,
    outlet: str | None = "The Courier",
    title: str | None = None,
    url: str | None = None,
) -> Report:
    return make_report(
        text,
        name=name,
        provenance=Provenance(path=f"{name}.txt", format="text"),
        published=published,
        outlet=outlet,
        title=title,
        url=url,
    )


def head(
    name: str = "first",
    *,
    published: date | None = DAY,
    outlet: str | None = "The Courier",
    copy_of: str | None = None,
) -> ReportHead:
    """A report's head; ``copy_of`` names the report it is a copy of."""
    return ReportHead(
        id=content_id("r", name),
        name=name,
        outlet=outlet,
        title=None,
        url=None,
        published=published,
        origin=content_id("r", copy_of or name),
    )


def source(
    name: str = "outlet", *, kind: SourceKind | None = None, side: str | None = None
) -> Source:
    if name == "outlet":
        return OUTLET
    return Source(name=name, kind=kind or SourceKind.NAMED, side=side, span=AT)


def claim(  # one keyword a column of a claim
    field: Field = Field.OCCURRENCE,
    value: ClaimValue = True,
    by: Source | str = "outlet",
    *,
    stance: Stance = Stance.ASSERTED,
    hedged: bool = False,
    text: str = "struck",
    span: Span = AT,
    attribution: int | None = None,
) -> Claim:
    return Claim(
        field=field,
        value=value,
        text=text,
        span=span,
        source=source(by) if isinstance(by, str) else by,
        stance=stance,
        hedged=hedged,
        attribution=attribution,
    )


def dating(
    first: date | None, last: date | None = None, precision: Precision | None = None
) -> Dating:
    """The days from first to last, both included; a night where they are two."""
    if first is None:
        return UNDATED
    interval = Interval.days(first, last)
    usual = {1: Precision.DAY, 2: Precision.NIGHT}.get(len(interval), Precision.DAYS)
    return Dating(interval=interval, precision=precision or usual, basis=Basis.RELATIVE, span=AT)


def place(
    name: str = "Arvany",
    *,
    level: Level = Level.TOWN,
    admin1: str | None = "Belmark",
    country: str = "Norland",
    at: tuple[float, float] | None = (50.0, 30.0),
    radius_km: float | None = 5.0,
) -> Place:
    return Place(
        id=f"test:{name.casefold()}",
        name=name,
        level=level,
        country="NL",
        country_name=country,
        admin1=admin1,
        admin1_code=f"NL.{admin1}" if admin1 else None,
        latitude=at[0] if at else None,
        longitude=at[1] if at else None,
        radius_km=radius_km,
        population=20_000,
    )


def event(
    key: str = "A",
    *,
    trigger: str = "struck",
    type: EventType = EventType.DRONE,  # noqa: A002 -- the field's name
    stage: Stage = Stage.ACCOMPLISHED,
    when: Dating | date | None = DAY,
    country: str | None = "Norland",
    admin1: str | None = "Belmark",
    places: Sequence[Place | str] = (),
    sides: Sequence[str] = (),
    targets: Sequence[TargetType] = (),
    weapons: Sequence[WeaponType] = (),
    follow_up: bool = False,
    claims: Sequence[Claim] = (),
) -> EventMention:
    return EventMention(
        key=key,
        trigger=trigger,
        trigger_span=AT,
        type=type,
        stage=stage,
        dating=when if isinstance(when, Dating) else dating(when),
        country=country,
        admin1=admin1,
        places=tuple(
            PlaceArgument(text=p, span=AT)
            if isinstance(p, str)
            else PlaceArgument(text=p.name, span=AT, place=p)
            for p in places
        ),
        attackers=tuple(AttackerArgument(text=f"{s} forces", span=AT, side=s) for s in sides),
        targets=tuple(TargetArgument(text=t.value, span=AT, type=t) for t in targets),
        weapons=tuple(WeaponArgument(text=w.value, span=AT, type=w) for w in weapons),
        follow_up=follow_up,
        claims=tuple(claims),
    )


def mention(told: EventMention | None = None, in_report: ReportHead | str = "first") -> Mention:
    """An event in a report; a string names a report of that name with default fields."""
    of = head(in_report) if isinstance(in_report, str) else in_report
    what = told or event()
    return Mention(
        id=content_id("e", of.id, "test 1", what.key), report=of, reader="test 1", event=what
    )


def position(by: Source | None = None, *, issue: str = "strikes on depots") -> Position:
    return Position(
        source=by or source("Ilan Torv", side="Norland"),
        issue=issue,
        polarity=Polarity.CONDEMNS,
        text="Drones",
        span=AT,
    )


def reading(
    of: Report | None = None,
    events: Sequence[EventMention] = (),
    positions: Sequence[Position] = (),
) -> Reading:
    return Reading(
        report=of or report(), reader="test 1", events=tuple(events), positions=tuple(positions)
    )


def decision(
    kind: DecisionKind,
    *subjects: str,
    hour: int = 0,
    field: Field | None = None,
    value: ClaimValue = None,
) -> Decision:
    return Decision(
        id=content_id("d", kind.value, list(subjects), hour),
        kind=kind,
        subjects=subjects,
        field=field,
        value=value,
        reason="seen in the pictures",
        by="Tess Ardel",
        at=datetime(2031, 6, 1, hour, tzinfo=UTC),
    )
