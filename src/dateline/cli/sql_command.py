"""``dateline sql``."""

import click

from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import console, fitting_table, print_json
from dateline.ledger.store import Ledger
from dateline.settings import Settings


@click.command("sql")
@click.argument("query")
@click.option(
    "--limit", type=click.IntRange(1), default=1000, show_default=True, help="At most so many rows."
)
@ledger_option
@json_option
def command(query: str, limit: int, settings: Settings, *, as_json: bool) -> None:
    """Ask the ledger's database a read-only question.

    The views v_reports, v_events, v_claims and v_positions hold the current readings, flat. Nothing can be changed this way. Rows too
    wide for the terminal are shown one column a line.

    \b
    Examples:
      dateline sql "select admin1, count(*) from v_events group by admin1 order by 2 desc"
      dateline sql --json "select source, stance, field, value from v_claims where field = 'killed'"
    """
    with Ledger.open(settings.ledger, create=False, read_only=True) as store:
        columns, rows = store.sql(query, limit)
    if as_json:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
        return
    out = console()
    cells = [tuple("" if cell is None else str(cell) for cell in row) for row in rows]
    out.print(fitting_table(columns, cells, out.width))
    if len(rows) == limit:
        click.echo(f"(the first {limit} rows; --limit gives more)")
