"""``dateline export``."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from dateline.api import rows_of
from dateline.cli.filters import incident_options
from dateline.cli.options import ledger_option
from dateline.cli.output import Ticker, complain, progress
from dateline.exports.formats import export, find_format, write
from dateline.exports.record import Record
from dateline.ledger.store import Ledger
from dateline.settings import Settings
from dateline.views.incidents import ALL, IncidentFilter

T = TypeVar("T")

_NAMES = {
    ("csv", "incidents"): "csv",
    ("csv", "claims"): "claims-csv",
    ("csv", "positions"): "positions-csv",
    ("jsonl", "incidents"): "jsonl",
    ("geojson", "incidents"): "geojson",
    ("parquet", "incidents"): "parquet",
    ("parquet", "claims"): "claims-parquet",
    ("parquet", "positions"): "positions-parquet",
}


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(["csv", "jsonl", "geojson", "parquet"]))
@click.option(
    "--what",
    type=click.Choice(["incidents", "claims", "positions"]),
    default="incidents",
    show_default=True,
    help="One row for each of these; claims and positions for csv and parquet only.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, whole or not at all. [default: standard output]",
)
@incident_options
@ledger_option
def command(
    form: str, what: str, output: Path | None, where: IncidentFilter, settings: Settings
) -> None:
    """Write the record to a file: csv, jsonl, geojson, parquet.

    FORMAT is csv (a flat row each, safe to open in a spreadsheet), jsonl (an incident a line with every mention, claim and voice;
    nothing is lost), geojson (a feature a town hit, with how far it may be off) or parquet (typed columns). The same record
    always gives the same bytes. With conditions, only the incidents that meet them, or their claims.

    \b
    Examples:
      dateline export csv -o incidents.csv
      dateline export csv --what claims -o claims.csv
      dateline export jsonl --since 2024-04-01 | head -1
      dateline export parquet --what positions -o positions.parquet
    """
    name = _NAMES.get((form, what))
    if name is None:
        raise click.UsageError(f"{form} holds incidents only; for {what} there are csv and parquet")
    if what == "positions" and where != ALL:
        raise click.UsageError("positions belong to no incident: conditions on incidents don't fit")
    if output is None and find_format(name).binary:
        raise click.UsageError(f"{form} is not for a terminal: name a file with -o FILE.{form}")
    with Ledger.open(settings.ledger, create=False, read_only=True) as store:
        rows = rows_of(store, where)
    with progress("writing", show=output is not None or not sys.stdout.isatty()) as tick:
        written = _write(name, _ticked(rows, tick), output)
    if output is not None:
        complain(f"{output}: {written} written")


def _write(name: str, rows: Record, output: Path | None) -> int:
    if output is not None:
        return export(name, rows, output)
    out = sys.stdout.buffer
    written = write(name, rows, out)
    out.flush()
    return written


def _ticked(rows: Record, tick: Ticker) -> Record:
    return replace(
        rows,
        incidents=_each(rows.incidents, tick),
        claims=_each(rows.claims, tick),
        positions=_each(rows.positions, tick),
    )


def _each(values: Iterable[T], tick: Ticker) -> Iterator[T]:
    for value in values:
        yield value
        tick()
