"""CSV (RFC 4180, UTF-8): one row an incident, claim or position; safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO, TypeAlias

from dateline.exports.claim_rows import ClaimColumns, claim_columns
from dateline.exports.incident_rows import IncidentColumns, incident_columns
from dateline.exports.position_rows import PositionColumns, position_columns
from dateline.exports.record import Record

Row: TypeAlias = IncidentColumns | ClaimColumns | PositionColumns

_SEPARATOR = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 -- the full-width signs are meant
"""What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection")."""


def write_incidents_csv(record: Record, out: BinaryIO) -> int:
    """One row an incident; several values in one cell are set apart by ``; ``. Returns the rows written."""
    return _write(IncidentColumns, map(incident_columns, record.incidents), out)


def write_claims_csv(record: Record, out: BinaryIO) -> int:
    """One row a claim. Returns the rows written."""
    rows = (claim_columns(c, record.incident_of.get(c.event_id)) for c in record.claims)
    return _write(ClaimColumns, rows, out)


def write_positions_csv(record: Record, out: BinaryIO) -> int:
    """One row a position. Returns the rows written."""
    return _write(PositionColumns, map(position_columns, record.positions), out)


def _write(columns: type[Row], rows: Iterable[Row], out: BinaryIO) -> int:
    names = [f.name for f in fields(columns)]
    # Lone surrogates, which a broken page may hold, have no UTF-8; they become question marks.
    text = TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        writer.writerow(names)
        count = 0
        for row in rows:
            writer.writerow([cell(getattr(row, name)) for name in names])
            count += 1
        return count
    finally:
        text.detach()


def cell(value: object) -> str:
    """What stands in a cell: empty for None; words that look like a formula get an apostrophe before them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    words = _SEPARATOR.join(map(str, value)) if isinstance(value, tuple) else str(value)
    return f"'{words}" if words.startswith(_FORMULA) else words
