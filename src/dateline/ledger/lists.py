"""Reads of claims, positions, speakers, decisions, runs, the cluster cache and the counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from dateline.ledger import heads, keys, rebuild
from dateline.ledger.reader import speakers_of
from dateline.ledger.schema import (
    claims,
    cluster_state,
    decisions,
    events,
    incident_members,
    positions,
    readings,
    runs,
    sources,
)
from dateline.ledger.selection import current, selected_claims, selected_positions
from dateline.ledger.values import (
    ClaimFilter,
    ClaimRow,
    Counts,
    Member,
    PositionFilter,
    PositionRow,
    SourceRow,
)
from dateline.model.incidents import Decision
from dateline.model.runs import Run
from dateline.model.vocab import SourceKind


def claim_rows(connection: Connection, where: ClaimFilter | None) -> tuple[ClaimRow, ...]:
    """Claims of current readings, by publication, report and place in the report's reading."""
    selected = selected_claims(where)
    speakers = speakers_of(connection, selected.with_only_columns(readings.c.id))
    every = {head.id: head for head in heads.report_heads(connection)}
    found = sorted(
        connection.execute(selected),
        key=lambda row: (*heads.order(every[row.report_id]), row.event_n, row.n, row.id),
    )
    return tuple(
        ClaimRow(
            id=row.id,
            event_id=row.event_id,
            event_key=row.event_key,
            report=every[row.report_id],
            reader=row.reader,
            claim=rebuild.claim(row, speakers.get(row.reading_id, {})),
        )
        for row in found
    )


def position_rows(connection: Connection, where: PositionFilter | None) -> tuple[PositionRow, ...]:
    """Positions of current readings, by publication, report and place in the text."""
    selected = selected_positions(where)
    speakers = speakers_of(connection, selected.with_only_columns(readings.c.id))
    every = {head.id: head for head in heads.report_heads(connection)}
    found = sorted(
        connection.execute(selected),
        key=lambda row: (*heads.order(every[row.report_id]), row.n),
    )
    return tuple(
        PositionRow(
            id=row.id,
            report=every[row.report_id],
            reader=row.reader,
            position=rebuild.position(row, speakers.get(row.reading_id, {})),
        )
        for row in found
    )


def source_rows(connection: Connection) -> tuple[SourceRow, ...]:
    """Speakers of current readings, those in most reports first, then by name; not the outlets."""
    wanted = select(sources, readings.c.report_id).join(
        readings, readings.c.id == sources.c.reading_id
    )
    grouped: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in connection.execute(wanted.where(current())):
        grouped[row.folded, row.kind].append(row)
    stated = _per_source(
        connection,
        select(events.c.reading_id, claims.c.source_n, func.count().label("many"))
        .join(events, events.c.id == claims.c.event_id)
        .group_by(events.c.reading_id, claims.c.source_n),
    )
    held = _per_source(
        connection,
        select(positions.c.reading_id, positions.c.source_n, func.count().label("many")).group_by(
            positions.c.reading_id, positions.c.source_n
        ),
    )
    found = (
        _source_row(folded, kind, rows, stated, held) for (folded, kind), rows in grouped.items()
    )
    return tuple(sorted(found, key=lambda row: (-row.reports, row.name, row.kind, row.id)))


def _per_source(connection: Connection, counted: Select[Any]) -> Mapping[tuple[str, int], int]:
    rows = connection.execute(counted)
    return Counter({(row.reading_id, row.source_n): row.many for row in rows})


def _source_row(
    folded: str,
    kind: str,
    rows: Iterable[Any],
    stated: Mapping[tuple[str, int], int],
    held: Mapping[tuple[str, int], int],
) -> SourceRow:
    rows = list(rows)
    spellings = Counter(row.name for row in rows)
    return SourceRow(
        id=keys.speaker_id(folded, kind),
        name=min(spellings, key=lambda name: (-spellings[name], name)),
        kind=SourceKind(kind),
        offices=tuple(sorted({row.office for row in rows if row.office is not None})),
        sides=tuple(sorted({row.side for row in rows if row.side is not None})),
        claims=sum(stated[row.reading_id, row.n] for row in rows),
        positions=sum(held[row.reading_id, row.n] for row in rows),
        reports=len({row.report_id for row in rows}),
    )


def decision_rows(connection: Connection) -> tuple[Decision, ...]:
    """All decisions, by the moment they were taken, then by id."""
    found = (rebuild.decision(row) for row in connection.execute(select(decisions)))
    return tuple(sorted(found, key=lambda each: (each.at.timestamp(), each.id)))


def run_rows(connection: Connection) -> tuple[Run, ...]:
    """All runs, by the moment they began, then by id."""
    found = (rebuild.run(row) for row in connection.execute(select(runs)))
    return tuple(sorted(found, key=lambda each: (each.started_at.timestamp(), each.id)))


def watermark(connection: Connection) -> str:
    """Up to where the ledger goes: last reading and last decision (``1234.5``)."""
    last_reading = connection.execute(select(func.max(readings.c.seq))).scalar() or 0
    last_decision = connection.execute(select(func.max(decisions.c.seq))).scalar() or 0
    return f"{last_reading}.{last_decision}"


def clusters(connection: Connection) -> tuple[tuple[Member, ...], str | None]:
    """The cluster cache, sorted, and the watermark it was computed at; None if there is none."""
    found = connection.execute(select(cluster_state.c.watermark)).scalar_one_or_none()
    rows = connection.execute(select(incident_members))
    return tuple(sorted((r.incident_id, r.event_id, bool(r.follow_up)) for r in rows)), found


def counts(connection: Connection) -> Counts:
    """How much the ledger holds."""
    now = select(readings.c.id).where(current())
    of_events = select(events.c.id).where(events.c.reading_id.in_(now))

    def count(table: Table, *conditions: Any) -> int:  # noqa: ANN401 -- SQLAlchemy's own
        counted = select(func.count()).select_from(table).where(*conditions)
        return int(connection.execute(counted).scalar_one())

    every = heads.report_heads(connection)
    return Counts(
        reports=len(every),
        originals=sum(head.origin == head.id for head in every),
        readings=count(readings),
        events=count(events, events.c.reading_id.in_(now)),
        claims=count(claims, claims.c.event_id.in_(of_events)),
        positions=count(positions, positions.c.reading_id.in_(now)),
        sources=count(sources, sources.c.reading_id.in_(now), sources.c.listed),
        decisions=count(decisions),
        runs=count(runs),
    )
