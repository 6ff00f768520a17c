"""Rows of the ledger's tables as values again; the exact reverse of :mod:`rows`."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeAlias

from dateline.model.claims import (
    OUTLET,
    AttackerArgument,
    Attribution,
    Claim,
    ClaimValue,
    EventMention,
    NotIncident,
    PlaceArgument,
    Position,
    Source,
    TargetArgument,
    WeaponArgument,
)
from dateline.model.incidents import Decision, DecisionKind
from dateline.model.places import Level, Place
from dateline.model.reports import Provenance, Report
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

Found: TypeAlias = Any
"""A row of SQLAlchemy's, columns as attributes."""

Speakers: TypeAlias = Mapping[int, Source]
"""The sources of one reading by their number."""


def report(row: Found) -> Report:
    """A report from its row."""
    return Report(
        id=row.id,
        name=row.name,
        text=row.text,
        published=row.published,
        published_at=row.published_at,
        outlet=row.outlet,
        url=row.url,
        title=row.title,
        language=row.language,
        provenance=Provenance(**row.provenance),
    )


def run(row: Found) -> Run:
    """A run from its row."""
    return Run(
        id=row.id,
        started_at=row.started_at,
        code_version=row.code_version,
        lexicon_hash=row.lexicon_hash,
        model_hash=row.model_hash,
        reader=row.reader,
        command=row.command,
    )


def source(row: Found) -> Source:
    """A source from its row."""
    return Source(
        name=row.name,
        kind=SourceKind(row.kind),
        office=row.office,
        side=row.side,
        span=span(row.char_start, row.char_end),
    )


def attribution(row: Found, speakers: Speakers) -> Attribution:
    """An attribution from its row."""
    return Attribution(
        source=speaker(row.source_n, speakers),
        source_span=span(row.source_start, row.source_end),
        cue=span(row.cue_start, row.cue_end),
        content=tuple(Span(start, end) for start, end in row.content),
        stance=Stance(row.stance),
        hedged=row.hedged,
        quoted=row.quoted,
        via=tuple(row.via),
    )


def event(row: Found, arguments: Sequence[Found], claims: tuple[Claim, ...]) -> EventMention:
    """An event mention from its row, its arguments' rows in order, and its claims."""
    return EventMention(
        key=row.key,
        trigger=row.trigger_words,
        trigger_span=Span(row.trigger_start, row.trigger_end),
        type=EventType(row.type),
        stage=Stage(row.stage),
        dating=dating(row),
        country=row.country,
        admin1=row.admin1,
        places=tuple(
            PlaceArgument(text=a.text, span=Span(a.char_start, a.char_end), place=_place(a.place))
            for a in arguments
            if a.role == "place"
        ),
        attackers=tuple(
            AttackerArgument(text=a.text, span=Span(a.char_start, a.char_end), side=a.value)
            for a in arguments
            if a.role == "attacker"
        ),
        targets=tuple(
            TargetArgument(
                text=a.text, span=Span(a.char_start, a.char_end), type=TargetType(a.value)
            )
            for a in arguments
            if a.role == "target"
        ),
        weapons=tuple(
            WeaponArgument(
                text=a.text, span=Span(a.char_start, a.char_end), type=WeaponType(a.value)
            )
            for a in arguments
            if a.role == "weapon"
        ),
        follow_up=row.follow_up,
        score=row.score,
        claims=claims,
    )


def claim(row: Found, speakers: Speakers) -> Claim:
    """A claim from its row."""
    return Claim(
        field=Field(row.field),
        value=_value(row.value),
        text=row.text,
        span=Span(row.char_start, row.char_end),
        source=speaker(row.source_n, speakers),
        stance=Stance(row.stance),
        hedged=row.hedged,
        attribution=row.attribution_n,
    )


def position(row: Found, speakers: Speakers) -> Position:
    """A position from its row."""
    return Position(
        source=speaker(row.source_n, speakers),
        issue=row.issue,
        polarity=Polarity(row.polarity),
        text=row.text,
        span=Span(row.char_start, row.char_end),
        said=dating(row),
        attribution=row.attribution_n,
    )


def not_incident(row: Found) -> NotIncident:
    """Words that tell of no incident, from their row."""
    return NotIncident(text=row.text, span=Span(row.char_start, row.char_end), reason=row.reason)


def decision(row: Found) -> Decision:
    """A decision from its row."""
    return Decision(
        id=row.id,
        kind=DecisionKind(row.kind),
        subjects=tuple(row.subjects),
        field=Field(row.field) if row.field is not None else None,
        value=_value(row.value),
        reason=row.reason,
        by=row.decided_by,
        at=row.decided_at,
    )


def speaker(number: int | None, speakers: Speakers) -> Source:
    """The source of that number; the outlet for None."""
    return OUTLET if number is None else speakers[number]


def span(start: int | None, end: int | None) -> Span | None:
    """A span; None if the row has none."""
    return None if start is None or end is None else Span(start, end)


def dating(row: Found) -> Dating:
    """The dating in the ``date_…`` columns of a row."""
    days = None
    if row.date_from is not None:
        days = Interval(row.date_from, row.date_to + timedelta(days=1))
    return Dating(
        interval=days,
        precision=Precision(row.date_precision) if row.date_precision is not None else None,
        basis=Basis(row.date_basis),
        span=span(row.date_start, row.date_end),
    )


def _value(stored: Any) -> ClaimValue:  # noqa: ANN401 -- any JSON
    # JSON knows no tuples: a list is a range.
    if isinstance(stored, list):
        return (stored[0], stored[1])
    value: ClaimValue = stored
    return value


def _place(stored: dict[str, Any] | None) -> Place | None:
    return None if stored is None else Place(**{**stored, "level": Level(stored["level"])})
