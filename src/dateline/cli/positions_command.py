"""``dateline positions``."""

import click

from dateline.cli.filters import position_options
from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import console, print_json, quoted, table
from dateline.cli.words import day_or, outlet_of
from dateline.ledger.store import Ledger
from dateline.ledger.values import PositionFilter
from dateline.settings import Settings
from dateline.views.json_shapes import position_line_shape
from dateline.views.positions import PositionLine, positions


@click.command("positions")
@position_options
@click.option("--about", metavar="WORDS", help="Only on issues that hold all these words.")
@ledger_option
@json_option
def command(where: PositionFilter, about: str | None, settings: Settings, *, as_json: bool) -> None:
    """List what speakers hold about issues of the conflict.

    Supports, opposes, neutral, justifies, condemns, declines: as said, by whom, when, in which words. A day in brackets is the
    report's, where the report does not tell when it was said. A stand recorded here is the speaker's and nobody else's.

    \b
    Examples:
      dateline positions
      dateline positions --polarity opposes --about refineries
      dateline positions --source "Jane Doe" --json
    """
    with Ledger.open(settings.ledger, create=False, read_only=True) as store:
        found = positions(store, where, about=about)
    if as_json:
        print_json([position_line_shape(line) for line in found])
    elif not found:
        click.echo("no position fits")
    else:
        columns = ("day", "speaker", "stand", "on", "in which words", "outlet")
        console().print(table(columns, (_cells(line) for line in found)))


def _cells(line: PositionLine) -> tuple[str, ...]:
    row, day = line.row, day_or(line.day)
    return (
        f"({day})" if line.day_assumed and line.day else day,
        row.position.source.name,
        row.position.polarity.value,
        row.position.issue,
        quoted(row.position.text),
        outlet_of(row.report),
    )
