"""``dateline read``."""

from datetime import datetime
from typing import Any

import click

from dateline.cli import REFUSED
from dateline.cli.inputs import load_from
from dateline.cli.options import day, json_option, load_options, mapped
from dateline.cli.output import complain, console, print_json, print_json_lines
from dateline.cli.reading_tables import reading_tables
from dateline.errors import ReportError
from dateline.model.claims import Reading
from dateline.pipeline import read_report
from dateline.reports.options import LoadOptions
from dateline.views.coded import coded


@click.command("read")
@click.argument("files", nargs=-1, required=True)
@load_options
@json_option
@click.option(
    "--lines", is_flag=True, help="With --json: one report a line, even for a single one."
)
def command(
    files: tuple[str, ...],
    columns: tuple[str, ...],
    published: datetime | None,
    outlet: str | None,
    file_format: str | None,
    encoding: str | None,
    *,
    as_json: bool,
    lines: bool,
) -> None:
    """Read reports and print what they say; store nothing.

    FILES are files, folders, archives, feed addresses, or - for standard input. A plain text file may open with "date YYYY-MM-DD"
    or with a header block (Date:, Outlet:, Title:, URL:, a blank line).

    \b
    Examples:
      dateline read report.txt
      dateline read --json report.txt
      dateline read --column text=body --column published=pub_date articles.csv
      cat report.txt | dateline read --published 2024-04-24 -
    """
    options = LoadOptions(
        columns=mapped(columns),
        published=day(published),
        outlet=outlet,
        format=file_format,
        encoding=encoding,
    )
    readings: list[Reading] = []
    refused = 0
    for item in load_from(files, options):
        if isinstance(item, ReportError):
            refused += 1
            complain(str(item))
            continue
        reading = read_report(item)
        if as_json:
            readings.append(reading)
        else:
            console().print(reading_tables(reading))
    if as_json:
        _print([coded(reading) for reading in readings], lines=lines)
    if refused:
        raise click.exceptions.Exit(REFUSED)


def _print(values: list[dict[str, Any]], *, lines: bool) -> None:
    """One report is one JSON object; several are JSON Lines, so that a program can take them one by one."""
    if len(values) == 1 and not lines:
        print_json(values[0])
    else:
        print_json_lines(values)
