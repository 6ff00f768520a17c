"""``dateline sql``."""

import click

from dateline.cli.options import json_option, ledger_option, settings_from
from dateline.cli.output import console, print_json, table
from dateline.ledger.store import Ledger


@click.command("sql")
@click.argument("query")
@click.option(
    "--limit", type=click.IntRange(1), default=1000, show_default=True, help="At most so many rows."
)
@ledger_option
@json_option
def command(query: str, limit: int, ledger: str | None, *, as_json: bool) -> None:
    """Ask the ledger's database a read-only question.

    The views v_reports, v_events, v_claims and v_positions hold the current readings, flat. Nothing can be changed this way.

    \b
    Examples:
      dateline sql "select admin1, count(*) from v_events group by admin1 order by 2 desc"
      dateline sql --json "select source, stance, field, value from v_claims where field = 'killed'"
    """
    with Ledger.open(settings_from(ledger).ledger, create=False, read_only=True) as store:
        columns, rows = store.sql(query, limit)
    if as_json:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
        return
    console().print(
        table(
            tuple(columns),
            (tuple("" if cell is None else str(cell) for cell in row) for row in rows),
        )
    )
    if len(rows) == limit:
        click.echo(f"(the first {limit} rows; --limit gives more)")
