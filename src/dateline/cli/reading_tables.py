"""A reading as tables: each event's values with who says so and how, disputed ones marked."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.output import clean, table
from dateline.cli.words import day_range, said_by, spoken_value
from dateline.model.claims import Claim, EventMention, Position, Reading
from dateline.model.vocab import Field, Stance

_SINGLE = {Field.OCCURRENCE, Field.ATTACKER, Field.KILLED, Field.INJURED, Field.INTERCEPTED}


def reading_tables(reading: Reading) -> RenderableType:
    """Everything a reading holds, for a person."""
    return Group(*_parts(reading))


def _parts(reading: Reading) -> Iterator[RenderableType]:
    report = reading.report
    head = " · ".join(
        part
        for part in (
            report.outlet,
            report.published.isoformat() if report.published else "no publication date",
            report.title,
        )
        if part
    )
    yield Text(clean(f"{report.name}: {head}"), style="bold")
    for warning in reading.warnings:
        yield Text(f"! {warning}", style="yellow")
    if not reading.events:
        yield Text("no specific attack is told of")
    for event in reading.events:
        yield Text("")
        yield _event(event)
    if reading.positions:
        yield Text("")
        yield _positions(reading.positions)
    if reading.not_incidents:
        yield Text("")
        yield table(
            ("told in general, no incident", "why"),
            ((n.text, n.reason) for n in reading.not_incidents),
        )
    yield Text("")


def _event(event: EventMention) -> RenderableType:
    where = ", ".join(
        dict.fromkeys(
            part for part in (*(p.text for p in event.places), event.admin1, event.country) if part
        )
    )
    told = f"{event.key}  {event.type.value} · {event.stage.value} · {where or 'place not told'} · {day_range(event.dating)}"
    marked = disputed(event.claims)
    rows = [
        (
            Text(
                claim.field.value + (" ⚠" if claim.field in marked else ""),
                style="red" if claim.field in marked else "",
            ),
            Text(
                spoken_value(claim.value), style="strike" if claim.stance is Stance.DENIED else ""
            ),
            said_by(claim),
            f"“{clean(claim.text)}”",
        )
        for claim in event.claims
    ]
    return table(
        ("field", "value", "who says so, how", "in which words"),
        rows,
        title=told + ("   (⚠ disputed)" if marked else ""),
    )


def disputed(claims: Sequence[Claim]) -> frozenset[Field]:
    """Fields in which one report's own speakers differ: two values of what can have but one, or a denial of what another says."""
    found = set()
    for field in {c.field for c in claims}:
        given = {
            c.value
            for c in claims
            if c.field is field and c.stance not in {Stance.DENIED, Stance.UNKNOWN}
        }
        denied = {c.value for c in claims if c.field is field and c.stance is Stance.DENIED}
        numbers = {v for v in given if not isinstance(v, (tuple, str)) or field is Field.ATTACKER}
        if (field in _SINGLE and len(numbers) > 1) or given & denied:
            found.add(field)
    return frozenset(found)


def _positions(positions: Sequence[Position]) -> RenderableType:
    rows = ((p.source.name, p.polarity.value, p.issue, f"“{clean(p.text)}”") for p in positions)
    return table(("speaker", "stand", "on", "in which words"), rows, title="Positions")
