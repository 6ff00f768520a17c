"""A reading in the coding guide's JSON: one object a report, with offsets and more besides.

Keys of the guide keep its names and meaning. Beyond it stand ``report_id``, ``outlet``, ``url``, ``title``,
``reader``, ``warnings``, ``sources``, ``attributions``; an event's ``trigger``, ``follow_up`` and ``score``; a date's
``precision``, ``basis``, ``text``; a place's ``name``, ``level``, ``radius_km``, ``geonames_id``, ``country``, ``admin1``; a
claim's ``source_start``, ``source_end`` (where its source is introduced) and ``attribution``; a position's ``said``.
"""

from dateline.incidents.json_shapes import (
    Json,
    Shape,
    dating_shape,
    event_shape,
    source_shape,
    span_shape,
)
from dateline.model.claims import Attribution, NotIncident, Position, Reading, Source
from dateline.model.spans import Span


def coded(reading: Reading) -> Shape:
    """The JSON object of one report."""
    report = reading.report
    text = report.text
    numbers = {source: n for n, source in reversed(list(enumerate(reading.sources)))}
    return {
        "id": report.name,
        "report_id": report.id,
        "published": report.published.isoformat() if report.published else None,
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
        "reader": reading.reader,
        "warnings": list(reading.warnings),
        "text": text,
        "events": [event_shape(event, text) for event in reading.events],
        "positions": [_position(position, text) for position in reading.positions],
        "not_incidents": [_not_incident(each) for each in reading.not_incidents],
        "sources": [source_shape(source) for source in reading.sources],
        "attributions": [_attribution(said, text, numbers) for said in reading.attributions],
    }


def _position(position: Position, text: str) -> Shape:
    return {
        "source": position.source.name,
        "source_kind": str(position.source.kind),
        "side": position.source.side,
        "issue": position.issue,
        "polarity": str(position.polarity),
        "text": position.text,
        **span_shape(position.span),
        "said": dating_shape(position.said, text),
        **span_shape(position.source.span, "source_"),
        "attribution": position.attribution,
    }


def _not_incident(each: NotIncident) -> Shape:
    return {"text": each.text, **span_shape(each.span), "reason": each.reason}


def _attribution(said: Attribution, text: str, numbers: dict[Source, int]) -> Shape:
    """``source`` is an index in ``sources``; null for the outlet."""
    return {
        "source": numbers.get(said.source),
        "source_span": _words(said.source_span, text),
        "cue": _words(said.cue, text),
        "content": [_words(span, text) for span in said.content],
        "stance": str(said.stance),
        "hedged": said.hedged,
        "quoted": said.quoted,
        "via": list(said.via),
    }


def _words(span: Span | None, text: str) -> Json:
    return {"text": span.of(text), **span_shape(span)} if span else None
