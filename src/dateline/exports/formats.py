"""Every format there is, by name; and writing one to a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from dateline.errors import UsageError
from dateline.exports import csv_table, geojson, json_lines, parquet
from dateline.exports.atomic import replacing
from dateline.exports.record import Record


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a record.

    Attributes:
        about: what it holds, in a line.
        suffix: of its files.
        write: writes the record; returns how many rows, lines or features.
        binary: not fit for a terminal.
    """

    about: str
    suffix: str
    write: Callable[[Record, BinaryIO], int]
    binary: bool = False


FORMATS: Final[dict[str, Format]] = {
    "csv": Format("one row an incident", ".csv", csv_table.write_incidents_csv),
    "claims-csv": Format("one row a claim", ".csv", csv_table.write_claims_csv),
    "positions-csv": Format("one row a position", ".csv", csv_table.write_positions_csv),
    "jsonl": Format(
        "one incident a line with all mentions, claims and voices; nothing is lost",
        ".jsonl",
        json_lines.write_json_lines,
    ),
    "geojson": Format("one feature a town hit (RFC 7946)", ".geojson", geojson.write_geojson),
    "parquet": Format(
        "one row an incident, typed columns",
        ".parquet",
        parquet.write_incidents_parquet,
        binary=True,
    ),
    "claims-parquet": Format(
        "one row a claim, typed columns", ".parquet", parquet.write_claims_parquet, binary=True
    ),
    "positions-parquet": Format(
        "one row a position, typed columns",
        ".parquet",
        parquet.write_positions_parquet,
        binary=True,
    ),
}


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        UsageError: if there is none; names those there are.
    """
    found = FORMATS.get(name)
    if found is None:
        raise UsageError(f"no format {name!r}; there are: {', '.join(FORMATS)}")
    return found


def write(name: str, record: Record, out: BinaryIO) -> int:
    """Writes a record to an open binary file; returns the rows, lines or features written.

    The same record gives the same bytes: nothing of the clock, the run or the machine goes in.

    Raises:
        UsageError: if there is no such format.
    """
    return find_format(name).write(record, out)


def export(name: str, record: Record, to: Path) -> int:
    """Writes a record to a file, whole or not at all; returns the rows, lines or features written.

    Raises:
        UsageError: if there is no such format, or the file can't be written.
    """
    chosen = find_format(name)
    with replacing(to) as out:
        return chosen.write(record, out)
