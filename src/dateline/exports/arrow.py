"""Arrow tables with typed columns: the only module that knows pyarrow and pandas, imported when used."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from dateline.errors import ResourceError
from dateline.exports.claim_rows import ClaimColumns, claim_columns
from dateline.exports.incident_rows import IncidentColumns, incident_columns
from dateline.exports.position_rows import PositionColumns, position_columns
from dateline.exports.record import Record
from dateline.ledger.values import ClaimRow, PositionRow
from dateline.model.incidents import Incident

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Row: TypeAlias = IncidentColumns | ClaimColumns | PositionColumns
_BATCH = 5000


def incidents_table(incidents: Iterable[Incident]) -> "pa.Table":
    """One row an incident; columns as in :class:`IncidentColumns`, several values as lists."""
    return _table(IncidentColumns, map(incident_columns, incidents))


def claims_table(
    claims: Iterable[ClaimRow], incident_of: Mapping[str, str] | None = None
) -> "pa.Table":
    """One row a claim; columns as in :class:`ClaimColumns`.

    Args:
        claims: the claims.
        incident_of: incident ids by mention id; without it ``incident_id`` is null.
    """
    return _table(ClaimColumns, _claims(claims, incident_of or {}))


def positions_table(positions: Iterable[PositionRow]) -> "pa.Table":
    """One row a position; columns as in :class:`PositionColumns`."""
    return _table(PositionColumns, map(position_columns, positions))


def data_frame(table: "pa.Table") -> "pd.DataFrame":
    """The table as a pandas frame.

    Raises:
        ResourceError: if pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: F401 -- optional; pyarrow's own message names no remedy
    except ImportError as error:
        raise ResourceError(
            "pandas is not installed; run: pip install 'dateline[pandas]'"
        ) from error
    return table.to_pandas()


def write_incidents_parquet(record: Record, out: BinaryIO) -> int:
    """Parquet in row groups of :data:`_BATCH`. Returns the rows written."""
    return _write(IncidentColumns, map(incident_columns, record.incidents), out)


def write_claims_parquet(record: Record, out: BinaryIO) -> int:
    """The same for claims."""
    return _write(ClaimColumns, _claims(record.claims, record.incident_of), out)


def write_positions_parquet(record: Record, out: BinaryIO) -> int:
    """The same for positions."""
    return _write(PositionColumns, map(position_columns, record.positions), out)


def _claims(claims: Iterable[ClaimRow], incident_of: Mapping[str, str]) -> Iterator[ClaimColumns]:
    return (claim_columns(c, incident_of.get(c.event_id)) for c in claims)


def _table(columns: type[Row], rows: Iterable[Row]) -> "pa.Table":
    import pyarrow as pa

    schema = _schema(columns)
    return pa.Table.from_batches(list(_batches(schema, rows)), schema)


def _write(columns: type[Row], rows: Iterable[Row], out: BinaryIO) -> int:
    import pyarrow.parquet as pq

    schema, count = _schema(columns), 0
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in _batches(schema, rows):
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def _batches(schema: "pa.Schema", rows: Iterable[Row]) -> Iterator["pa.RecordBatch"]:
    import pyarrow as pa

    waiting = iter(rows)
    while some := list(islice(waiting, _BATCH)):
        data = [[_plain(getattr(row, name)) for row in some] for name in schema.names]
        arrays = [pa.array(column, kind) for column, kind in zip(data, schema.types, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _plain(value: Any) -> Any:  # noqa: ANN401 -- whatever a row's column holds
    """Tuples as lists; lone surrogates, which have no UTF-8, as question marks."""
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _schema(columns: type[Row]) -> "pa.Schema":
    """One Arrow field a column, its type from the annotation; only what may be None is nullable."""
    import pyarrow as pa

    kinds: dict[Any, Any] = {
        str: pa.string(),
        bool: pa.bool_(),
        int: pa.int64(),
        date: pa.date32(),
        tuple[str, ...]: pa.list_(pa.field("item", pa.string(), nullable=False)),
    }
    found = []
    for column in fields(columns):
        optional = next((k for k in kinds if column.type == k | None), None)
        kind = optional or column.type
        found.append(pa.field(column.name, kinds[kind], nullable=optional is not None))
    return pa.schema(found)
