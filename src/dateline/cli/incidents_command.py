"""``dateline incidents``."""

import click
from rich.text import Text

from dateline.cli.filters import incident_options
from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import console, print_json, table
from dateline.cli.words import counted, interval_days, where_words
from dateline.incidents.json_shapes import incident_summary_shape
from dateline.ledger.store import Ledger
from dateline.model.incidents import Incident, Verdict
from dateline.settings import Settings
from dateline.views.incidents import IncidentFilter, incidents

_STYLE = {"confirmed": "green", "claimed": "yellow", "uncertain": "yellow", "denied": "red"}


@click.command("incidents")
@incident_options
@ledger_option
@json_option
def command(where: IncidentFilter, settings: Settings, *, as_json: bool) -> None:
    """List incidents: what happened, where, when, by how many accounts.

    "Origins" are independent accounts, not outlets: one governor's post carried by three agencies is one origin. ⚠ names the
    fields in which accounts differ or are denied. "confirmed", "claimed", "uncertain" and "denied" speak of whether it happened at all.

    \b
    Examples:
      dateline incidents
      dateline incidents --since 2024-04-01 --region Kharkiv
      dateline incidents --target "fuel storage" --as-of 2024-04-24
      dateline incidents --json
    """
    with Ledger.open(settings.ledger, create=False, read_only=True) as store:
        found = incidents(store, where)
    if as_json:
        print_json([incident_summary_shape(incident) for incident in found])
        return
    if not found:
        click.echo(
            "no incident fits; `dateline add` reads reports, `dateline incidents` without options lists all"
        )
        return
    columns = ("incident", "when", "where", "what", "by → on", "accounts")
    console().print(table(columns, (_row(incident) for incident in found), leading=1))


def _row(incident: Incident) -> tuple[str | Text, ...]:
    by = ", ".join(incident.sides) or "not told"
    on = ", ".join(incident.target_types) or "not told"
    return (
        incident.id[:10],
        interval_days(incident.interval),
        where_words(incident.places[:3], incident.admin1, incident.country),
        f"{incident.type.value}, {incident.stage.value}",
        f"{by} → {on}",
        _accounts(incident),
    )


def _accounts(incident: Incident) -> Text:
    reports = len({m.report.id for m in (*incident.mentions, *incident.follow_ups)})
    made = Text(incident.status, style=_STYLE.get(incident.status, ""))
    made.append(
        f"\n{counted(reports, 'report')}, {counted(incident.origins, 'origin')}", style="default"
    )
    differing = [r.field.value for r in incident.fields if r.verdict is Verdict.DISPUTED]
    if differing:
        made.append(f"\n⚠ {', '.join(differing)}", style="red")
    return made
