"""Reads of readings and event mentions, a handful of queries for any number of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select

from dateline.errors import UsageError
from dateline.ledger import heads, rebuild
from dateline.ledger.rebuild import Found, Speakers
from dateline.ledger.schema import (
    attributions,
    claims,
    event_arguments,
    events,
    not_incidents,
    positions,
    readings,
    reports,
    sources,
)
from dateline.ledger.values import MentionFilter, ReadingHead
from dateline.model.claims import EventMention, Reading
from dateline.model.incidents import Mention, ReportHead


def current() -> ColumnElement[bool]:
    """The condition that a row of ``readings`` is its report's last."""
    latest = select(func.max(readings.c.seq)).group_by(readings.c.report_id)
    return readings.c.seq.in_(latest)


def mentions(connection: Connection, where: MentionFilter | None) -> tuple[Mention, ...]:
    """Event mentions of current readings, by publication, report and place in the report."""
    return _mentions(connection, _selected(where))


def mention_ids(connection: Connection, where: MentionFilter | None) -> tuple[str, ...]:
    """The ids of :func:`mentions`, in the same order."""
    selected = _selected(where).with_only_columns(
        events.c.id, events.c.n, reports.c.id.label("report_id"), reports.c.published
    )
    found = connection.execute(selected).all()
    late = max((row.published for row in found if row.published), default=None)
    return tuple(
        row.id
        for row in sorted(
            found,
            key=lambda row: (row.published is None, row.published or late, row.report_id, row.n),
        )
    )


def mentions_by_id(connection: Connection, ids: Iterable[str]) -> tuple[Mention, ...]:
    """The event mentions of those ids, in the order of :func:`mentions`; unknown ids are left out.

    Mentions of superseded readings are found too: decisions and links may still name them.
    """
    found: list[tuple[Found, Mention]] = []
    every = {head.id: head for head in heads.report_heads(connection)}
    for some in heads.chunks(ids):
        found += _loaded(connection, _joined().where(events.c.id.in_(some)), every)
    return _ordered(found)


def reading(connection: Connection, report_id: str, reader: str | None) -> Reading:
    """The reading of a report by ``reader``, or the current one, exactly as it was appended.

    Raises:
        UsageError: if there is none.
    """
    of_report = select(readings).where(readings.c.report_id == report_id)
    of_report = of_report.where(current() if reader is None else readings.c.reader == reader)
    head = connection.execute(of_report).first()
    if head is None:
        by = f" by {reader!r}" if reader else ""
        raise UsageError(f"there is no reading{by} of {report_id!r} in the ledger.")

    def rows(table: Table) -> Sequence[Any]:
        mine = select(table).where(table.c.reading_id == head.id)
        return connection.execute(mine.order_by(table.c.n)).all()

    speaking = rows(sources)
    speakers = {row.n: rebuild.source(row) for row in speaking}
    loaded = _loaded(connection, _joined().where(readings.c.id == head.id), None)
    return Reading(
        report=heads.report(connection, report_id),
        reader=head.reader,
        attributions=tuple(rebuild.attribution(row, speakers) for row in rows(attributions)),
        sources=tuple(speakers[row.n] for row in speaking if row.listed),
        events=tuple(m.event for _, m in sorted(loaded, key=lambda pair: pair[0].n)),
        positions=tuple(rebuild.position(row, speakers) for row in rows(positions)),
        not_incidents=tuple(rebuild.not_incident(row) for row in rows(not_incidents)),
        warnings=tuple(head.warnings),
    )


def readings_of(connection: Connection, report_id: str) -> tuple[ReadingHead, ...]:
    """All readings of a report, oldest first; the last one is current."""
    counted = select(func.count()).where(events.c.reading_id == readings.c.id).scalar_subquery()
    found = connection.execute(
        select(readings, counted.label("events"))
        .where(readings.c.report_id == report_id)
        .order_by(readings.c.seq)
    ).all()
    return tuple(
        ReadingHead(
            id=row.id,
            report_id=row.report_id,
            reader=row.reader,
            run_id=row.run_id,
            events=row.events,
            current=row is found[-1],
        )
        for row in found
    )


def has_reading(connection: Connection, report_id: str, reader: str) -> bool:
    """Whether ``reader`` has read that report."""
    wanted = and_(readings.c.report_id == report_id, readings.c.reader == reader)
    return connection.execute(select(readings.c.seq).where(wanted)).first() is not None


def speakers_of(connection: Connection, wanted: Select[Any]) -> dict[str, Speakers]:
    """The sources of the readings ``wanted`` selects, by reading and number."""
    found: dict[str, dict[int, Any]] = defaultdict(dict)
    for row in connection.execute(select(sources).where(sources.c.reading_id.in_(wanted))):
        found[row.reading_id][row.n] = rebuild.source(row)
    return dict(found)


def _joined() -> Select[Any]:
    return select(events, readings.c.reader, readings.c.report_id).select_from(
        events.join(readings, readings.c.id == events.c.reading_id).join(
            reports, reports.c.id == readings.c.report_id
        )
    )


def _selected(where: MentionFilter | None) -> Select[Any]:
    wanted = _joined().where(current())
    if where is None:
        return wanted
    conditions: list[tuple[object, ColumnElement[bool]]] = [
        (where.reports, reports.c.id.in_(where.reports or ())),
        (where.types, events.c.type.in_([t.value for t in where.types or ()])),
        (where.stages, events.c.stage.in_([s.value for s in where.stages or ()])),
        (where.country, events.c.country == where.country),
        (where.admin1, events.c.admin1 == where.admin1),
        (where.outlet, reports.c.outlet == where.outlet),
        (where.published_from, reports.c.published >= where.published_from),
        (where.published_to, reports.c.published <= where.published_to),
        (where.day_from, events.c.date_to >= where.day_from),
        (where.day_to, events.c.date_from <= where.day_to),
    ]
    return wanted.where(*(condition for given, condition in conditions if given is not None))


def _mentions(connection: Connection, selected: Select[Any]) -> tuple[Mention, ...]:
    every = {head.id: head for head in heads.report_heads(connection)}
    return _ordered(_loaded(connection, selected, every))


def _ordered(found: list[tuple[Found, Mention]]) -> tuple[Mention, ...]:
    found.sort(key=lambda pair: (*heads.order(pair[1].report), pair[0].n, pair[1].id))
    return tuple(mention for _, mention in found)


def _loaded(
    connection: Connection, selected: Select[Any], every: dict[str, ReportHead] | None
) -> list[tuple[Found, Mention]]:
    """The event rows ``selected`` gives, each with its mention; ``every`` None for heads unasked."""
    ids = selected.with_only_columns(events.c.id)
    arguments = _grouped(connection, select(event_arguments), event_arguments, ids)
    stated = _grouped(connection, select(claims), claims, ids)
    speakers = speakers_of(connection, selected.with_only_columns(events.c.reading_id))
    return [
        (
            row,
            Mention(
                id=row.id,
                report=every[row.report_id] if every is not None else _UNASKED,
                reader=row.reader,
                event=_event(row, arguments, stated, speakers.get(row.reading_id, {})),
            ),
        )
        for row in connection.execute(selected)
    ]


def _event(
    row: Found,
    arguments: dict[str, list[Found]],
    stated: dict[str, list[Found]],
    speakers: Speakers,
) -> EventMention:
    said = tuple(rebuild.claim(each, speakers) for each in stated.get(row.id, ()))
    return rebuild.event(row, arguments.get(row.id, ()), said)


def _grouped(
    connection: Connection, every: Select[Any], table: Table, ids: Select[Any]
) -> dict[str, list[Found]]:
    """Rows of ``table`` by event, each list in the order of the reading."""
    found: dict[str, list[Found]] = defaultdict(list)
    for row in connection.execute(every.where(table.c.event_id.in_(ids))):
        found[row.event_id].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: row.n)
    return found


_UNASKED = ReportHead(id="", name="", outlet=None, title=None, url=None, published=None, origin="")
