"""``dateline incidents``."""

from datetime import datetime

import click
from rich.text import Text

from dateline.cli.filters import incident_options, incident_filter
from dateline.cli.options import json_option, ledger_option, settings_from
from dateline.cli.output import console, print_json, table
from dateline.cli.words import interval_days
from dateline.incidents.json_shapes import incident_summary_shape
from dateline.ledger.store import Ledger
from dateline.model.incidents import Incident, Verdict
from dateline.views.incidents import incidents

_STYLE = {"confirmed": "green", "claimed": "yellow", "uncertain": "yellow", "denied": "red"}


@click.command("incidents")
@incident_options
@ledger_option
@json_option
def command(
    since: datetime | None,
    until: datetime | None,
    country: str | None,
    region: str | None,
    side: str | None,
    target: str | None,
    ledger: str | None,
    *,
    as_json: bool,
) -> None:
    """List incidents: what happened, where, when, by how many accounts.

    "origins" counts independent accounts, not outlets: one governor's post carried by three agencies is one origin. "⚠" names the
    fields in which accounts differ or are denied.

    \b
    Examples:
      dateline incidents
      dateline incidents --since 2024-04-01 --region Kharkiv
      dateline incidents --json
    """
    where = incident_filter(
        since=since, until=until, country=country, region=region, side=side, target=target
    )
    with Ledger.open(settings_from(ledger).ledger, create=False, read_only=True) as store:
        found = incidents(store, where)
    if as_json:
        print_json([incident_summary_shape(incident) for incident in found])
        return
    if not found:
        click.echo(
            "no incident fits; `dateline add` reads reports, `dateline incidents` without options lists all"
        )
        return
    columns = (
        "id",
        "when",
        "where",
        "what",
        "stage",
        "attacker",
        "targets",
        "accounts",
        "status",
        "differ",
    )
    console().print(table(columns, (_row(incident) for incident in found)))


def _row(incident: Incident) -> tuple[str | Text, ...]:
    differing = [
        record.field.value for record in incident.fields if record.verdict is Verdict.DISPUTED
    ]
    reports = {m.report.id for m in (*incident.mentions, *incident.follow_ups)}
    where = ", ".join(
        dict.fromkeys(
            part for part in (*incident.places[:3], incident.admin1, incident.country) if part
        )
    )
    return (
        incident.id[:10],
        interval_days(incident.interval),
        where or "not told",
        incident.type.value,
        incident.stage.value,
        ", ".join(incident.sides) or "not told",
        ", ".join(incident.target_types) or "not told",
        f"{len(reports)} reports, {incident.origins} origins",
        Text(incident.status, style=_STYLE.get(incident.status, "")),
        Text("⚠ " + ", ".join(differing), style="red") if differing else "",
    )
