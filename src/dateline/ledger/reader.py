"""Reads of readings and event mentions, a handful of queries for any number of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, func, select

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
from dateline.ledger.selection import current, joined_events, selected_events
from dateline.ledger.values import MentionFilter, ReadingHead
from dateline.model.claims import EventMention, Reading
from dateline.model.incidents import Mention


def mentions(connection: Connection, where: MentionFilter | None) -> tuple[Mention, ...]:
    """Event mentions of current readings, by publication, report and place in the report."""
    return _with_reports(connection, _mentions(connection, selected_events(where)))


def mention_ids(connection: Connection, where: MentionFilter | None) -> tuple[str, ...]:
    """The ids of :func:`mentions`, in the same order."""
    selected = selected_events(where).with_only_columns(
        events.c.id, events.c.n, readings.c.report_id, reports.c.published
    )
    found = [
        (row.published or date.max, row.report_id, row.n, row.id)
        for row in connection.execute(selected)
    ]
    return tuple(name for *_, name in sorted(found))


def mentions_by_id(connection: Connection, ids: Iterable[str]) -> tuple[Mention, ...]:
    """The event mentions of those ids, in the order of :func:`mentions`; unknown ids are left out.

    Mentions of superseded readings are found too: decisions and links may still name them.
    """
    found: list[tuple[Found, EventMention]] = []
    for some in heads.chunks(ids):
        found += _mentions(connection, joined_events().where(events.c.id.in_(some)))
    return _with_reports(connection, found)


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
    loaded = _mentions(connection, joined_events().where(readings.c.id == head.id))
    return Reading(
        report=heads.report(connection, report_id),
        reader=head.reader,
        attributions=tuple(rebuild.attribution(row, speakers) for row in rows(attributions)),
        sources=tuple(speakers[row.n] for row in speaking if row.listed),
        events=tuple(event for _, event in sorted(loaded, key=lambda pair: pair[0].n)),
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


def _mentions(connection: Connection, selected: Select[Any]) -> list[tuple[Found, EventMention]]:
    """The event rows ``selected`` gives, each with its event mention."""
    ids = selected.with_only_columns(events.c.id)
    arguments = _grouped(connection, event_arguments, ids)
    stated = _grouped(connection, claims, ids)
    speakers = speakers_of(connection, selected.with_only_columns(events.c.reading_id))
    found = []
    for row in connection.execute(selected):
        speaking = speakers.get(row.reading_id, {})
        said = tuple(rebuild.claim(each, speaking) for each in stated.get(row.id, ()))
        found.append((row, rebuild.event(row, arguments.get(row.id, ()), said)))
    return found


def _with_reports(
    connection: Connection, found: list[tuple[Found, EventMention]]
) -> tuple[Mention, ...]:
    every = {head.id: head for head in heads.report_heads(connection)}
    found.sort(key=lambda pair: (*heads.order(every[pair[0].report_id]), pair[0].n, pair[0].id))
    return tuple(
        Mention(id=row.id, report=every[row.report_id], reader=row.reader, event=event)
        for row, event in found
    )


def _grouped(connection: Connection, table: Table, ids: Select[Any]) -> dict[str, list[Found]]:
    """Rows of ``table`` by event, each list in the order of the reading."""
    found: dict[str, list[Found]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.event_id.in_(ids))):
        found[row.event_id].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: row.n)
    return found
