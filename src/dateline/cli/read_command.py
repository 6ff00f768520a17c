"""``dateline read``."""

import sys
from collections.abc import Iterable, Iterator

import click

from dateline.cli import REFUSED
from dateline.cli.options import (
    environment_settings,
    json_option,
    load_options,
    reader_option,
)
from dateline.cli.output import complain, console, print_json, print_json_line, progress
from dateline.cli.reading_tables import reading_tables
from dateline.errors import ReportError
from dateline.incidents.json_shapes import Shape
from dateline.model.claims import Reading
from dateline.model.reports import Report
from dateline.model.signals import Encoder
from dateline.pipeline.reading import encoder_of, read_reports
from dateline.places.store import open_gazetteer
from dateline.reports.load import load
from dateline.reports.options import LoadOptions
from dateline.views.coded import coded


@click.command("read")
@click.argument("files", nargs=-1, required=True)
@load_options
@reader_option
@json_option
@click.option(
    "--lines", is_flag=True, help="With --json: one report a line, even for a single one."
)
def command(
    files: tuple[str, ...], options: LoadOptions, reader: str, *, as_json: bool, lines: bool
) -> None:
    """Read reports and print what they say; store nothing.

    FILES are files, folders, archives, feed addresses, or - for standard input. A plain text file may open with "date YYYY-MM-DD"
    or with a header block (Date:, Outlet:, Title:, URL:, then a blank line).

    Each event is a table of values with who says so, how, and in which words; ⚠ marks the fields in which the report's own speakers
    differ or deny. With --json, one report is one JSON object and several are one object a line.

    \b
    Examples:
      dateline read report.txt
      dateline read --json report.txt
      dateline read --column text=body --column published=pub_date articles.csv
      cat report.txt | dateline read --published 2024-04-24 -
    """
    refused: list[ReportError] = []
    readings = _readings(load(files, options), encoder_of(reader), refused)
    if as_json:
        _print_json((coded(reading) for reading in readings), lines=lines)
    else:
        out = console()
        for reading in readings:
            out.print(reading_tables(reading))
    if refused:
        raise click.exceptions.Exit(REFUSED)


def _readings(
    items: Iterable[Report | ReportError], encoder: Encoder | None, refused: list[ReportError]
) -> Iterator[Reading]:
    """What was read; what could not be read is told at once and kept in ``refused``."""
    gazetteer = open_gazetteer(environment_settings().gazetteer)
    with progress("reading", show=not sys.stdout.isatty()) as tick:
        for _, found in read_reports(items, gazetteer=gazetteer, encoder=encoder):
            if isinstance(found, ReportError):
                refused.append(found)
                complain(f"refused: {found}")
            elif found is not None:
                yield found
                tick(found.report.name)


def _print_json(values: Iterator[Shape], *, lines: bool) -> None:
    """One report is one JSON object; several are JSON Lines, so that a program can take them one by one."""
    first, second = next(values, None), next(values, None)
    if first is None:
        return
    if second is None and not lines:
        print_json(first)
        return
    print_json_line(first)
    if second is not None:
        print_json_line(second)
    for value in values:
        print_json_line(value)
