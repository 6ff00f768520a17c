"""A reading as tables: each event's values with who says so and how, disputed ones marked."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.output import clean, quoted, table, titled
from dateline.cli.words import day_or, day_range, said_by, spoken_value, where_words
from dateline.incidents.settle import settle
from dateline.model.claims import Claim, EventMention, Position, Reading
from dateline.model.incidents import Mention, ReportHead, Verdict
from dateline.model.vocab import Field, Stance


def reading_tables(reading: Reading) -> RenderableType:
    """Everything a reading holds, for a person."""
    return Group(*_parts(reading))


def _parts(reading: Reading) -> Iterator[RenderableType]:
    report = reading.report
    head = " · ".join(
        part
        for part in (
            report.outlet,
            day_or(report.published, "no publication date"),
            report.title,
        )
        if part
    )
    yield Text(clean(f"{report.name}: {head}"), style="bold")
    for warning in reading.warnings:
        yield Text(clean(f"! {warning}"), style="yellow")
    if not reading.events:
        yield Text("no specific attack is told of")
    for event in reading.events:
        yield Text("")
        yield _event(event, disputed(reading, event))
    if reading.positions:
        yield Text("")
        yield _positions(reading.positions)
    if reading.not_incidents:
        yield Text("")
        yield table(
            ("told in general, no incident", "why"),
            ((quoted(n.text), n.reason) for n in reading.not_incidents),
        )
    yield Text("")


def disputed(reading: Reading, event: EventMention) -> frozenset[Field]:
    """Fields in which the report's own speakers differ or deny, by the rule that settles incidents."""
    report = reading.report
    head = ReportHead(
        id=report.id,
        name=report.name,
        outlet=report.outlet,
        title=report.title,
        url=report.url,
        published=report.published,
        origin=report.id,
    )
    mention = Mention(id=event.key, report=head, reader=reading.reader, event=event)
    return frozenset(r.field for r in settle([mention]).fields if r.verdict is Verdict.DISPUTED)


def _event(event: EventMention, differing: frozenset[Field]) -> RenderableType:
    told = " · ".join(
        (
            event.type.value,
            event.stage.value,
            where_words((p.text for p in event.places), event.admin1, event.country),
            day_range(event.dating),
        )
    )
    legend = "   ⚠ accounts differ" if differing else ""
    follow_up = " · aftermath, no new attack" if event.follow_up else ""
    title = Text(clean(f"{event.key}: {told}{follow_up}"), style="bold")
    title.append(legend, style="not bold red")
    columns = ("field", "value", "who says so, how", "in which words")
    return titled(title, columns, (_row(claim, differing) for claim in event.claims))


def _row(claim: Claim, differing: frozenset[Field]) -> tuple[str | Text, ...]:
    marked = claim.field in differing
    denied = claim.stance is Stance.DENIED
    return (
        Text(claim.field.value + (" ⚠" if marked else ""), style="red" if marked else ""),
        Text(clean(spoken_value(claim.value)), style="strike" if denied else ""),
        said_by(claim),
        quoted(claim.text),
    )


def _positions(positions: Sequence[Position]) -> RenderableType:
    rows = ((p.source.name, p.polarity.value, p.issue, quoted(p.text)) for p in positions)
    return titled("Positions", ("speaker", "stand", "on", "in which words"), rows)
