"""``dateline positions``."""

from datetime import datetime

import click

from dateline.cli.options import DAY, day, json_option, ledger_option, settings_from
from dateline.cli.output import clean, console, print_json, table
from dateline.ledger.store import Ledger
from dateline.ledger.values import PositionFilter
from dateline.model.vocab import Polarity
from dateline.views.positions import position_row_shape


@click.command("positions")
@click.option("--source", metavar="NAME", help="Only what this speaker holds.")
@click.option("--polarity", type=click.Choice([p.value for p in Polarity]), help="Only this way.")
@click.option(
    "--since", type=DAY, metavar="DATE", help="Only in reports published on this day or later."
)
@click.option(
    "--until", type=DAY, metavar="DATE", help="Only in reports published on this day or earlier."
)
@ledger_option
@json_option
def command(
    source: str | None,
    polarity: str | None,
    since: datetime | None,
    until: datetime | None,
    ledger: str | None,
    *,
    as_json: bool,
) -> None:
    """List what speakers hold about issues of the conflict."""
    where = PositionFilter(
        source=source,
        polarities=frozenset({Polarity(polarity)}) if polarity else None,
        published_from=day(since),
        published_to=day(until),
    )
    with Ledger.open(settings_from(ledger).ledger, create=False, read_only=True) as store:
        rows = store.positions(where)
    if as_json:
        print_json([position_row_shape(row) for row in rows])
        return
    cells = (
        (
            row.report.published.isoformat() if row.report.published else "undated",
            row.report.outlet or row.report.name,
            row.position.source.name,
            row.position.polarity.value,
            row.position.issue,
            f"“{clean(row.position.text)}”",
        )
        for row in rows
    )
    console().print(
        table(("published", "outlet", "speaker", "stand", "on", "in which words"), cells)
    )
