"""Writes: each function appends inside the transaction it is given, and twice is once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from dateline.errors import LedgerError
from dateline.ledger import keys, schema
from dateline.ledger.rows import reading_rows, report_row
from dateline.ledger.values import Appended, Member
from dateline.model.claims import Reading
from dateline.model.incidents import Decision
from dateline.model.runs import Run


def add_run(connection: Connection, run: Run) -> bool:
    """Appends ``run``; False if it stands already."""
    return _insert_new(
        connection,
        schema.runs,
        {
            "id": run.id,
            "started_at": run.started_at,
            "code_version": run.code_version,
            "lexicon_hash": run.lexicon_hash,
            "model_hash": run.model_hash,
            "reader": run.reader,
            "command": run.command,
        },
    )


def add_report(
    connection: Connection, reading: Reading, signature: tuple[int, ...], bands: tuple[str, ...]
) -> bool:
    """Appends the report of ``reading``; False if it stands already (the first one stays)."""
    row = report_row(reading.report, signature)
    if not _insert_new(connection, schema.reports, row):
        return False
    names = [{"band": band, "report_id": reading.report.id} for band in sorted(set(bands))]
    _insert_all(connection, schema.report_bands, names)
    return True


def add_copies(connection: Connection, report_id: str, copies: Sequence[tuple[str, float]]) -> None:
    """Appends pairs of near copies; those that stand already stay as they are."""
    for other, similarity in copies:
        row = {"report_id": report_id, "copy_of": other, "similarity": similarity}
        if other != report_id:
            _insert_new(connection, schema.copies, row)


def add_reading(connection: Connection, reading: Reading, run_id: str) -> bool:
    """Appends all of ``reading``; False if this reader has read this report already.

    Raises:
        LedgerError: if the run has not been begun, or two event mentions share a key.
    """
    known = select(schema.runs.c.id).where(schema.runs.c.id == run_id)
    if connection.execute(known).first() is None:
        raise LedgerError(f"there is no run {run_id!r} in the ledger: call begin_run first.")
    event_keys = [event.key for event in reading.events]
    if len(set(event_keys)) < len(event_keys):
        raise LedgerError(
            f"the reading of {reading.report.id} has several events with one key "
            f"({', '.join(event_keys)}); each needs its own."
        )
    row = {
        "id": keys.reading_id(reading.report.id, reading.reader),
        "report_id": reading.report.id,
        "run_id": run_id,
        "reader": reading.reader,
        "warnings": list(reading.warnings),
    }
    if not _insert_new(connection, schema.readings, row):
        return False
    for table, rows in reading_rows(reading).items():
        _insert_all(connection, schema.metadata.tables[table], rows)
    return True


def append(
    connection: Connection,
    reading: Reading,
    *,
    run_id: str,
    signature: tuple[int, ...],
    bands: tuple[str, ...],
    copies: Sequence[tuple[str, float]],
) -> Appended:
    """Appends a report with its reading; see :meth:`Ledger.append`."""
    report_new = add_report(connection, reading, signature, bands)
    add_copies(connection, reading.report.id, copies)
    return Appended(report_new=report_new, reading_new=add_reading(connection, reading, run_id))


def add_decision(connection: Connection, decision: Decision) -> bool:
    """Appends ``decision``; False if it stands already."""
    return _insert_new(
        connection,
        schema.decisions,
        {
            "id": decision.id,
            "kind": decision.kind.value,
            "subjects": list(decision.subjects),
            "field": decision.field.value if decision.field else None,
            "value": decision.value,
            "reason": decision.reason,
            "decided_by": decision.by,
            "decided_at": decision.at,
        },
    )


def replace_clusters(connection: Connection, members: Iterable[Member], watermark: str) -> None:
    """Puts ``members`` in the place of the cluster cache, the one thing that is ever replaced."""
    connection.execute(delete(schema.incident_members))
    connection.execute(delete(schema.cluster_state))
    rows = [
        {"incident_id": incident, "event_id": event, "follow_up": follow_up}
        for incident, event, follow_up in members
    ]
    _insert_all(connection, schema.incident_members, rows)
    connection.execute(insert(schema.cluster_state), {"id": 1, "watermark": watermark})


def _insert_new(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Whether the row was new; one that stands under the same key is left as it is."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table).values(**row).on_conflict_do_nothing()
    written = connection.execute(statement.returning(*table.primary_key.columns))
    return written.first() is not None


def _insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))
