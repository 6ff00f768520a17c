"""``dateline incident``."""

from collections.abc import Iterator

import click
from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli import NOT_FOUND
from dateline.cli.options import json_option, ledger_option, settings_from
from dateline.cli.output import clean, complain, console, print_json, table
from dateline.cli.words import interval_days, said_by, spoken_value
from dateline.incidents.json_shapes import incident_shape
from dateline.ledger.store import Ledger
from dateline.model.incidents import FieldRecord, Incident, Mention, Verdict, Voice
from dateline.views.incidents import incident as find_incident

_STYLE = {
    Verdict.AGREED: "green",
    Verdict.SINGLE: "yellow",
    Verdict.DISPUTED: "bold red",
    Verdict.UNKNOWN: "dim",
}


@click.command("incident")
@click.argument("incident_id")
@ledger_option
@json_option
def command(incident_id: str, ledger: str | None, *, as_json: bool) -> None:
    """Show one incident: every field's values side by side, with who says so.

    INCIDENT_ID is an id of `dateline incidents`, or the beginning of one. The verdict of a field is agreed (two independent origins, none
    against), single source, disputed (values differ or one is denied) or unknown.
    """
    with Ledger.open(settings_from(ledger).ledger, create=False, read_only=True) as store:
        found = find_incident(store, incident_id)
    if found is None:
        complain(f"no incident {incident_id!r}; `dateline incidents` lists them")
        raise click.exceptions.Exit(NOT_FOUND)
    if as_json:
        print_json(incident_shape(found))
    else:
        console().print(Group(*_parts(found)))


def _parts(incident: Incident) -> Iterator[RenderableType]:
    where = ", ".join(
        dict.fromkeys(
            part for part in (*incident.places, incident.admin1, incident.country) if part
        )
    )
    yield Text(f"{incident.id}   {incident.status}", style="bold")
    yield Text(
        f"{incident.type.value} · {incident.stage.value} · {where or 'place not told'} · {interval_days(incident.interval)} · {incident.origins} independent origins"
    )
    for record in incident.fields:
        if record.values or record.open:
            yield Text("")
            yield _field(record)
    yield Text("")
    yield table(
        ("report", "published", "outlet", "copy of", "words"),
        (_report(m) for m in incident.mentions),
        title="Told in",
    )
    if incident.follow_ups:
        yield table(
            ("report", "published", "outlet", "copy of", "words"),
            (_report(m) for m in incident.follow_ups),
            title="Followed up in (not counted)",
        )


def _field(record: FieldRecord) -> RenderableType:
    rows: list[tuple[str | Text, ...]] = []
    for value in record.values:
        told = f"{spoken_value(value.value)}  ({value.origins} origin{'s' if value.origins != 1 else ''})"
        rows.extend(
            (Text(told if not n else ""), *_voice(voice)) for n, voice in enumerate(value.voices)
        )
        rows.extend(
            (
                Text("  denied" if value.voices or n else f"{told} denied", style="red"),
                *_voice(voice),
            )
            for n, voice in enumerate(value.denials)
        )
    rows.extend((Text("not told", style="dim"), *_voice(voice)) for voice in record.open)
    title = Text(f"{record.field.value}: {record.verdict.value}", style=_STYLE[record.verdict])
    made = table(("value", "who says so, how", "outlet, date", "in which words"), rows)
    return Group(title, made)


def _voice(voice: Voice) -> tuple[str, ...]:
    report = voice.report
    when = f"{report.outlet or report.name}, {report.published.isoformat() if report.published else 'undated'}"
    return (
        said_by(voice.claim) + (" (admission)" if voice.admission else ""),
        when,
        f"“{clean(voice.claim.text)}”",
    )


def _report(mention: Mention) -> tuple[str, ...]:
    report = mention.report
    copy = report.origin if report.origin != report.id else ""
    return (
        report.name,
        report.published.isoformat() if report.published else "undated",
        report.outlet or "not told",
        copy,
        mention.event.trigger,
    )
