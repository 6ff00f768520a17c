"""``dateline incident``."""

from collections.abc import Iterator, Mapping

import click
from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import clean, console, or_not_found, print_json, quoted, titled
from dateline.cli.words import (
    counted,
    day_or,
    interval_days,
    outlet_of,
    said_by,
    spoken_value,
    where_words,
)
from dateline.incidents.json_shapes import incident_shape, match_shape
from dateline.ledger.store import Ledger
from dateline.model.incidents import FieldRecord, Incident, MatchResult, Mention, Verdict, Voice
from dateline.settings import Settings
from dateline.views.incidents import incident as find_incident
from dateline.views.incidents import links_of

_STYLE = {
    Verdict.AGREED: "green",
    Verdict.SINGLE: "yellow",
    Verdict.DISPUTED: "bold red",
    Verdict.UNKNOWN: "dim",
}
_TOLD = ("report", "published", "outlet", "copy of", "words")


@click.command("incident")
@click.argument("incident_id")
@click.option("--links", is_flag=True, help="Show why its mentions were taken for one incident.")
@ledger_option
@json_option
def command(incident_id: str, settings: Settings, *, links: bool, as_json: bool) -> None:
    """Show one incident: every field's values side by side, with who says so.

    INCIDENT_ID is an id of `dateline incidents`, or the beginning of one. The verdict of a field is agreed (two independent origins, none
    against), single source, disputed (values differ or one is denied) or unknown. "Admission" marks what a speaker says against the
    interest of its own side.

    \b
    Examples:
      dateline incident i_1a2b3c4d
      dateline incident 1a2b --links
      dateline incident 1a2b --json
    """
    with Ledger.open(settings.ledger, create=False, read_only=True) as store, or_not_found():
        found = find_incident(store, incident_id)
    matches = links_of(found) if links else ()
    if as_json:
        shape = incident_shape(found)
        print_json(shape | {"links": [match_shape(m) for m in matches]} if links else shape)
    else:
        console().print(Group(*_parts(found), *_links(found, matches)))


def _parts(incident: Incident) -> Iterator[RenderableType]:
    yield Text(f"{incident.id}   {incident.status}", style="bold")
    yield Text(
        clean(
            " · ".join(
                (
                    incident.type.value,
                    incident.stage.value,
                    where_words(incident.places, incident.admin1, incident.country),
                    interval_days(incident.interval),
                    counted(incident.origins, "independent origin"),
                )
            )
        )
    )
    for record in incident.fields:
        yield Text("")
        yield _field(record)
    yield Text("")
    names = {m.report.id: m.report.name for m in (*incident.mentions, *incident.follow_ups)}
    yield titled("Told in", _TOLD, (_report(m, names) for m in incident.mentions))
    if incident.follow_ups:
        yield Text("")
        rows = (_report(m, names) for m in incident.follow_ups)
        yield titled("Followed up in (not counted)", _TOLD, rows)


def _field(record: FieldRecord) -> RenderableType:
    rows: list[tuple[str | Text, ...]] = []
    for value in record.values:
        told = clean(f"{spoken_value(value.value)}  ({counted(value.origins, 'origin')})")
        for voice in value.voices:
            rows.append((told, *_voice(voice)))
            told = ""
        for voice in value.denials:
            denied = "  denied" if not told else f"{clean(spoken_value(value.value))}  denied"
            rows.append((Text(denied, style="red"), *_voice(voice)))
            told = ""
    rows.extend((Text("not told", style="dim"), *_voice(voice)) for voice in record.open)
    title = Text(f"{record.field.value}: {record.verdict.value}", style=_STYLE[record.verdict])
    return titled(title, ("value", "who says so, how", "outlet, date", "in which words"), rows)


def _voice(voice: Voice) -> tuple[str, ...]:
    report = voice.report
    return (
        said_by(voice.claim) + (" (admission)" if voice.admission else ""),
        f"{outlet_of(report)}, {day_or(report.published)}",
        quoted(voice.claim.text),
    )


def _report(mention: Mention, names: Mapping[str, str]) -> tuple[str, ...]:
    report = mention.report
    copy_of = names.get(report.origin, report.origin[:10]) if report.origin != report.id else ""
    return (
        report.name,
        day_or(report.published),
        report.outlet or "not told",
        copy_of,
        quoted(mention.event.trigger),
    )


def _links(incident: Incident, matches: tuple[MatchResult, ...]) -> Iterator[RenderableType]:
    """Every pair of mentions with the parts of its weight, in bits."""
    if not matches:
        return
    names = {
        m.id: f"{m.report.name} {m.event.key}" for m in (*incident.mentions, *incident.follow_ups)
    }
    rows = (
        (
            names[m.left],
            names[m.right],
            "can't be one" if m.barred else f"{m.weight:+.1f}",
            m.barred or ", ".join(f"{c.feature}: {c.level} {c.weight:+.1f}" for c in m.comparisons),
        )
        for m in matches
    )
    yield Text("")
    yield titled(
        "Links, in bits for (+) and against (-)", ("one", "other", "bits", "because"), rows
    )
