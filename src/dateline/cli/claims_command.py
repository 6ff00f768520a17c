"""``dateline claims``."""

import click

from dateline.cli.filters import claim_options
from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import console, or_not_found, print_json, quoted, table
from dateline.cli.words import day_or, outlet_of, said_by, spoken_value
from dateline.ledger.store import Ledger
from dateline.ledger.values import ClaimFilter
from dateline.settings import Settings
from dateline.views.claims import ClaimLine, claims
from dateline.views.json_shapes import claim_line_shape


@click.command("claims")
@claim_options
@click.option("--incident", metavar="ID", help="Only of this incident (id, or beginning of one).")
@ledger_option
@json_option
def command(where: ClaimFilter, incident: str | None, settings: Settings, *, as_json: bool) -> None:
    """List claims: one value, one speaker, one stretch of words.

    Every value stands with the words it rests on, and with the incident it belongs to. With --json come the offsets of those
    words in the report.

    \b
    Examples:
      dateline claims --field killed
      dateline claims --stance denied --since 2024-04-01
      dateline claims --source "regional officials" --json
    """
    with Ledger.open(settings.ledger, create=False, read_only=True) as store, or_not_found():
        found = claims(store, where, of_incident=incident)
    if as_json:
        print_json([claim_line_shape(line) for line in found])
    elif not found:
        click.echo("no claim fits")
    else:
        columns = ("incident", "outlet, date", "field", "value", "who says so, how", "words")
        console().print(table(columns, (_cells(line) for line in found)))


def _cells(line: ClaimLine) -> tuple[str, ...]:
    row = line.row
    return (
        line.incident[:10] if line.incident else "rejected",
        f"{outlet_of(row.report)}, {day_or(row.report.published)}",
        row.claim.field.value,
        spoken_value(row.claim.value),
        said_by(row.claim),
        quoted(row.claim.text),
    )
