"""Parquet files with typed columns, by way of :mod:`dateline.exports.arrow`."""

from typing import BinaryIO

from dateline.exports import arrow
from dateline.exports.record import Record


def write_incidents_parquet(record: Record, out: BinaryIO) -> int:
    """One row an incident. Returns the rows written."""
    return arrow.write_incidents_parquet(record, out)


def write_claims_parquet(record: Record, out: BinaryIO) -> int:
    """One row a claim. Returns the rows written."""
    return arrow.write_claims_parquet(record, out)


def write_positions_parquet(record: Record, out: BinaryIO) -> int:
    """One row a position. Returns the rows written."""
    return arrow.write_positions_parquet(record, out)
