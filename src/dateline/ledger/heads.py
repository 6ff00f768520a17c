"""Reads of reports: whole, without their text, and which of them are near copies."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, select

from dateline.errors import UsageError
from dateline.ledger import rebuild
from dateline.ledger.schema import copies, report_bands, reports
from dateline.model.incidents import ReportHead
from dateline.model.reports import Report

_CHUNK = 5000  # parameters of one statement; SQLite takes 32,766, PostgreSQL 65,535


def chunks(names: Iterable[str]) -> Iterable[Sequence[str]]:
    """``names``, each once, sorted, in stretches one statement can take."""
    ordered = sorted(set(names))
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def order(head: ReportHead) -> tuple[date, str]:
    """Key of the ledger's order of reports: day of publication, undated ones last, then id."""
    return head.published or date.max, head.id


def report_heads(connection: Connection) -> tuple[ReportHead, ...]:
    """All reports without their texts, in the ledger's order."""
    c = reports.c
    found = connection.execute(select(c.id, c.name, c.outlet, c.title, c.url, c.published)).all()
    first = origins(connection, {row.id: row.published for row in found})
    heads = (
        ReportHead(
            id=row.id,
            name=row.name,
            outlet=row.outlet,
            title=row.title,
            url=row.url,
            published=row.published,
            origin=first.get(row.id, row.id),
        )
        for row in found
    )
    return tuple(sorted(heads, key=order))


def origins(connection: Connection, published: dict[str, date | None]) -> dict[str, str]:
    """For every report that is in a pair of near copies, the first report of its group.

    A group is all reports joined by pairs; the first is the earliest published, then the smallest
    id, so that it does not depend on which was read first.
    """
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, other in connection.execute(select(copies.c.report_id, copies.c.copy_of)):
        neighbours[one].add(other)
        neighbours[other].add(one)
    first: dict[str, str] = {}
    for start in neighbours:
        if start in first:
            continue
        group, waiting = {start}, [start]
        while waiting:
            new = neighbours[waiting.pop()] - group
            group |= new
            waiting += new
        origin = min(group, key=lambda name: (published[name] or date.max, name))
        first |= dict.fromkeys(group, origin)
    return first


def report(connection: Connection, name: str) -> Report:
    """The report of that id, unambiguous beginning of an id (``r_`` and more), or name.

    Raises:
        UsageError: if there is none, or several.
    """
    found = connection.execute(select(reports).where(reports.c.id == name)).all()
    if not found:
        found = connection.execute(select(reports).where(reports.c.name == name)).all()
    if not found and name.startswith("r_") and len(name) > 2:
        beginning = reports.c.id.startswith(name, autoescape=True)
        found = connection.execute(select(reports).where(beginning)).all()
    if len(found) == 1:
        return rebuild.report(found[0])
    if found:
        some = ", ".join(sorted(row.id for row in found)[:5])
        raise UsageError(f"{len(found)} reports are called {name!r}: {some}. Give one of the ids.")
    raise UsageError(
        f"there is no report {name!r} in the ledger: give an id (r_…), the beginning of one, or a name."
    )


def report_ids(connection: Connection) -> frozenset[str]:
    """The ids of all reports."""
    return frozenset(connection.execute(select(reports.c.id)).scalars())


def similar(
    connection: Connection, bands: Iterable[str]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Id and signature of all reports that share one of ``bands``, by id."""
    found: dict[str, tuple[int, ...]] = {}
    for some in chunks(bands):
        shared = select(report_bands.c.report_id).where(report_bands.c.band.in_(some))
        wanted = select(reports.c.id, reports.c.signature).where(reports.c.id.in_(shared))
        found |= {row.id: row.signature for row in connection.execute(wanted)}
    return tuple(sorted(found.items()))
