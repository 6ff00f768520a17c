"""Filters as conditions of SQL."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, exists, func, select

from dateline.ledger import keys
from dateline.ledger.schema import claims, events, positions, readings, reports, sources
from dateline.ledger.values import ClaimFilter, MentionFilter, PositionFilter

Conditions: TypeAlias = Mapping[str, Callable[[Any], ColumnElement[bool]]]
"""For each attribute of a filter, the condition its value stands for."""

_PUBLISHED: Conditions = {
    "reports": lambda ids: reports.c.id.in_(sorted(ids)),
    "published_from": lambda day: reports.c.published >= day,
    "published_to": lambda day: reports.c.published <= day,
}

_SPEAKER: Conditions = {
    "source": lambda name: func.coalesce(sources.c.folded, "outlet") == keys.fold(name),
    "kind": lambda kind: func.coalesce(sources.c.kind, "outlet") == kind.value,
    "side": lambda side: sources.c.side == side,
}

_MENTIONS: Conditions = {
    **_PUBLISHED,
    "types": lambda types: events.c.type.in_(sorted(t.value for t in types)),
    "stages": lambda stages: events.c.stage.in_(sorted(s.value for s in stages)),
    "country": lambda name: events.c.country == name,
    "admin1": lambda name: events.c.admin1 == name,
    "outlet": lambda name: reports.c.outlet == name,
    "day_from": lambda day: events.c.date_to >= day,
    "day_to": lambda day: events.c.date_from <= day,
}

_CLAIMS: Conditions = {
    **_PUBLISHED,
    **_SPEAKER,
    "events": lambda ids: claims.c.event_id.in_(sorted(ids)),
    "fields": lambda fields: claims.c.field.in_(sorted(f.value for f in fields)),
    "stances": lambda stances: claims.c.stance.in_(sorted(s.value for s in stances)),
}

_POSITIONS: Conditions = {
    **_PUBLISHED,
    **_SPEAKER,
    "polarities": lambda ways: positions.c.polarity.in_(sorted(p.value for p in ways)),
}


def current() -> ColumnElement[bool]:
    """The condition that a row of ``readings`` is its report's last."""
    later = readings.alias("later")
    same = later.c.report_id == readings.c.report_id
    return ~exists().where(same, later.c.seq > readings.c.seq)


def joined_events() -> Select[Any]:
    """Rows of ``events`` of all readings, with ``reader`` and ``report_id``."""
    return select(events, readings.c.reader, readings.c.report_id).select_from(
        events.join(readings, readings.c.id == events.c.reading_id).join(
            reports, reports.c.id == readings.c.report_id
        )
    )


def selected_events(where: MentionFilter | None) -> Select[Any]:
    """Rows of :func:`joined_events` of current readings that ``where`` lets through."""
    return _filtered(joined_events(), where, _MENTIONS)


def selected_claims(where: ClaimFilter | None) -> Select[Any]:
    """Rows of ``claims`` with ``event_key``, ``reading_id``, ``report_id`` and ``reader``."""
    wanted = select(
        claims,
        events.c.key.label("event_key"),
        events.c.n.label("event_n"),
        readings.c.id.label("reading_id"),
        readings.c.report_id,
        readings.c.reader,
    ).select_from(
        claims.join(events, events.c.id == claims.c.event_id)
        .join(readings, readings.c.id == events.c.reading_id)
        .join(reports, reports.c.id == readings.c.report_id)
        .outerjoin(
            sources, (sources.c.reading_id == readings.c.id) & (sources.c.n == claims.c.source_n)
        )
    )
    return _filtered(wanted, where, _CLAIMS)


def selected_positions(where: PositionFilter | None) -> Select[Any]:
    """Rows of ``positions`` with ``report_id`` and ``reader``."""
    wanted = select(positions, readings.c.report_id, readings.c.reader).select_from(
        positions.join(readings, readings.c.id == positions.c.reading_id)
        .join(reports, reports.c.id == readings.c.report_id)
        .outerjoin(
            sources,
            (sources.c.reading_id == readings.c.id) & (sources.c.n == positions.c.source_n),
        )
    )
    return _filtered(wanted, where, _POSITIONS)


def _filtered(
    wanted: Select[Any],
    where: MentionFilter | ClaimFilter | PositionFilter | None,
    conditions: Conditions,
) -> Select[Any]:
    wanted = wanted.where(current())
    if where is None:
        return wanted
    given = ((name, getattr(where, name)) for name in conditions)
    return wanted.where(*(conditions[name](value) for name, value in given if value is not None))
