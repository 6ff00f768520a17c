"""``dateline sources``."""

import click

from dateline.cli.options import json_option, ledger_option, settings_from
from dateline.cli.output import console, print_json, table
from dateline.ledger.store import Ledger
from dateline.views.sources import source_row_shape


@click.command("sources")
@ledger_option
@json_option
def command(ledger: str | None, *, as_json: bool) -> None:
    """List speakers and how much rests on each.

    Speakers of one name and kind are one across reports. Nothing here scores trust: these are counts.
    """
    with Ledger.open(settings_from(ledger).ledger, create=False, read_only=True) as store:
        rows = store.sources()
    if as_json:
        print_json([source_row_shape(row) for row in rows])
        return
    cells = (
        (
            row.name,
            row.kind.value,
            "; ".join(row.offices),
            ", ".join(row.sides),
            str(row.claims),
            str(row.positions),
            str(row.reports),
        )
        for row in rows
    )
    console().print(
        table(("speaker", "kind", "office", "side", "claims", "positions", "reports"), cells)
    )
