"""``dateline claims``."""

from datetime import datetime

import click

from dateline.cli.options import DAY, day, json_option, ledger_option, settings_from
from dateline.cli.output import clean, console, print_json, table
from dateline.cli.words import spoken_value
from dateline.ledger.store import Ledger
from dateline.ledger.values import ClaimFilter
from dateline.model.vocab import Field, Stance
from dateline.views.claims import claim_row_shape


@click.command("claims")
@click.option("--source", metavar="NAME", help="Only what this speaker says.")
@click.option("--side", metavar="NAME", help="Only what speakers of this side say.")
@click.option("--field", type=click.Choice([f.value for f in Field]), help="Only this field.")
@click.option("--stance", type=click.Choice([s.value for s in Stance]), help="Only this stance.")
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
    side: str | None,
    field: str | None,
    stance: str | None,
    since: datetime | None,
    until: datetime | None,
    ledger: str | None,
    *,
    as_json: bool,
) -> None:
    """List claims: one value, one speaker, one stretch of words.

    \b
    Examples:
      dateline claims --field killed
      dateline claims --stance denied
      dateline claims --source "regional officials" --json
    """
    where = ClaimFilter(
        source=source,
        side=side,
        fields=frozenset({Field(field)}) if field else None,
        stances=frozenset({Stance(stance)}) if stance else None,
        published_from=day(since),
        published_to=day(until),
    )
    with Ledger.open(settings_from(ledger).ledger, create=False, read_only=True) as store:
        rows = store.claims(where)
    if as_json:
        print_json([claim_row_shape(row) for row in rows])
        return
    cells = (
        (
            f"{row.report.name} {row.event_key}",
            row.report.published.isoformat() if row.report.published else "undated",
            row.claim.field.value,
            spoken_value(row.claim.value),
            row.claim.source.name,
            row.claim.stance.value + (", hedged" if row.claim.hedged else ""),
            f"“{clean(row.claim.text)}”",
        )
        for row in rows
    )
    console().print(
        table(
            (
                "report, event",
                "published",
                "field",
                "value",
                "who says so",
                "how",
                "in which words",
            ),
            cells,
        )
    )
