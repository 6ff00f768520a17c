"""A report with what was found in it: its text, and marks over it by layer."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from dateline.incidents.json_shapes import Shape, span_shape
from dateline.ledger.store import Ledger
from dateline.model.claims import EventMention, Reading
from dateline.model.spans import Span
from dateline.views.coded import coded
from dateline.views.incidents import incidents


class Layer(StrEnum):
    """What kind of thing a mark marks."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    TRIGGER = "trigger"
    TIME = "time"
    PLACE = "place"
    ATTACKER = "attacker"
    TARGET = "target"
    WEAPON = "weapon"
    CLAIM = "claim"
    POSITION = "position"
    NOT_INCIDENT = "not incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text and what it was taken for.

    Attributes:
        span: in characters of the report.
        layer: what kind of thing.
        label: what it says there ("fuel storage", "said → claimed", "killed: 3").
        event: key of the event mention it belongs to; None for none.
        attribution: index of the attribution it belongs to; None for none.
    """

    span: Span
    layer: Layer
    label: str
    event: str | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of the text over which the same marks lie.

    Attributes:
        text: its characters.
        start: where it starts in the report.
        marks: those over it, the longest first.
    """

    text: str
    start: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A report, what its current reading found, and where that went.

    Attributes:
        reading: the report and all that was found in it.
        marks: over its text, by start, the longer first.
        incidents: incident ids by the key of the event mention; rejected ones are left out.
        origin: id of the report it is a near copy of; its own when original.
    """

    reading: Reading
    marks: tuple[Mark, ...]
    incidents: dict[str, str]
    origin: str


def report_page(ledger: Ledger, name: str) -> ReportPage:
    """The page of the report of that id, beginning of an id, or name.

    Raises:
        UsageError: if there is no such report, or several, or it was not read yet.
    """
    report = ledger.report(name)
    reading = ledger.reading(report.id)
    heads = {head.id: head for head in ledger.report_heads()}
    home = {
        m.event.key: i.id
        for i in incidents(ledger)
        for m in (*i.mentions, *i.follow_ups)
        if m.report.id == report.id
    }
    return ReportPage(
        reading=reading, marks=marks_of(reading), incidents=home, origin=heads[report.id].origin
    )


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """All marks over a report's text, by start, the longer first."""
    found = [*_speech(reading), *_stands(reading)]
    for event in reading.events:
        found += _event(event)
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.layer, m.label)))


def stretches(
    text: str, marks: Collection[Mark], layers: Collection[Layer] = tuple(Layer)
) -> tuple[Stretch, ...]:
    """The text cut where a mark of one of ``layers`` starts or ends; joined again they are the text."""
    shown = [m for m in marks if m.layer in layers and len(m.span) > 0]
    edges = {0, len(text), *(m.span.start for m in shown), *(m.span.end for m in shown)}
    cuts = sorted(edge for edge in edges if edge <= len(text))
    return tuple(
        Stretch(
            text=text[start:end],
            start=start,
            marks=tuple(
                sorted(
                    (m for m in shown if m.span.start <= start and end <= m.span.end),
                    key=lambda m: (-len(m.span), m.span.start, m.layer, m.label),
                )
            ),
        )
        for start, end in pairwise(cuts)
    )


def _speech(reading: Reading) -> Iterator[Mark]:
    for n, said in enumerate(reading.attributions):
        stance = f"{said.stance}, hedged" if said.hedged else str(said.stance)
        if said.source_span is not None:
            yield Mark(
                span=said.source_span, layer=Layer.SOURCE, label=said.source.name, attribution=n
            )
        if said.cue is not None:
            yield Mark(span=said.cue, layer=Layer.CUE, label=stance, attribution=n)
        for span in said.content:
            yield Mark(
                span=span,
                layer=Layer.CONTENT,
                label=f"{said.source.name}: {stance}",
                attribution=n,
            )


def _stands(reading: Reading) -> Iterator[Mark]:
    for held in reading.positions:
        yield Mark(
            span=held.span,
            layer=Layer.POSITION,
            label=f"{held.source.name} {held.polarity} {held.issue}",
            attribution=held.attribution,
        )
    for general in reading.not_incidents:
        yield Mark(span=general.span, layer=Layer.NOT_INCIDENT, label=general.reason)


def _event(event: EventMention) -> Iterator[Mark]:
    def mark(span: Span, layer: Layer, label: str, attribution: int | None = None) -> Mark:
        return Mark(span=span, layer=layer, label=label, event=event.key, attribution=attribution)

    yield mark(event.trigger_span, Layer.TRIGGER, f"{event.type}, {event.stage}")
    if event.dating.span is not None and event.dating.interval is not None:
        days = event.dating.interval
        yield mark(event.dating.span, Layer.TIME, f"{days.start} to {days.last}")
    for place in event.places:
        known = place.place
        where = f"{known.name}, {known.admin1 or known.country_name}" if known else "not resolved"
        yield mark(place.span, Layer.PLACE, where)
    for who in event.attackers:
        yield mark(who.span, Layer.ATTACKER, who.side or "side not told")
    for what in event.targets:
        yield mark(what.span, Layer.TARGET, what.type.value)
    for weapon in event.weapons:
        yield mark(weapon.span, Layer.WEAPON, weapon.type.value)
    for claim in event.claims:
        label = f"{claim.field}: {claim.value} ({claim.source.name}, {claim.stance})"
        yield mark(claim.span, Layer.CLAIM, label, claim.attribution)


def report_page_shape(page: ReportPage) -> Shape:
    """A report as coded, with its marks and where its events went."""
    return {
        **coded(page.reading),
        "origin": page.origin,
        "incidents": dict(sorted(page.incidents.items())),
        "marks": [mark_shape(m) for m in page.marks],
    }


def mark_shape(mark: Mark) -> Shape:
    """A mark over a report's text."""
    return {
        **span_shape(mark.span),
        "layer": str(mark.layer),
        "label": mark.label,
        "event": mark.event,
        "attribution": mark.attribution,
    }
