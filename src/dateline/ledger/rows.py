"""A reading as rows of the ledger's tables. :mod:`rebuild` is the way back."""

import hashlib
from typing import Any, TypeAlias

from dateline.ledger import keys, schema
from dateline.model.claims import (
    OUTLET,
    Attribution,
    Claim,
    ClaimValue,
    EventMention,
    PlaceArgument,
    Position,
    Reading,
    Source,
)
from dateline.model.places import Place
from dateline.model.reports import Report
from dateline.model.spans import Span
from dateline.model.times import Dating

Row: TypeAlias = dict[str, Any]

_LARGEST = 2**63 - 1  # what an integer of either database holds


def report_row(report: Report, signature: tuple[int, ...]) -> Row:
    """The row of ``reports``."""
    found = report.provenance
    return {
        "id": report.id,
        "name": report.name,
        "text": report.text,
        "text_sha256": hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "published": report.published,
        "published_at": report.published_at,
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
        "language": report.language,
        "provenance": {
            "path": found.path,
            "member": found.member,
            "line": found.line,
            "format": found.format,
        },
        "signature": signature,
    }


def reading_rows(reading: Reading) -> dict[str, list[Row]]:
    """The rows of all tables below ``readings``, by table, in the order they must be written."""
    found = keys.reading_id(reading.report.id, reading.reader)
    speakers = _speakers(reading)
    rows: dict[str, list[Row]] = {
        schema.sources.name: [
            _source_row(source, found, n, listed=n < len(reading.sources))
            for n, source in enumerate(speakers)
        ],
        schema.attributions.name: [
            _attribution_row(each, found, n, speakers)
            for n, each in enumerate(reading.attributions)
        ],
        schema.events.name: [],
        schema.event_arguments.name: [],
        schema.claims.name: [],
        schema.positions.name: [
            _position_row(each, found, n, speakers) for n, each in enumerate(reading.positions)
        ],
        schema.not_incidents.name: [
            {"reading_id": found, "n": n, "text": each.text, **_span("char", each.span)}
            | {"reason": each.reason}
            for n, each in enumerate(reading.not_incidents)
        ],
    }
    for n, event in enumerate(reading.events):
        name = keys.event_id(reading.report.id, reading.reader, event.key)
        rows[schema.events.name].append(_event_row(event, name, found, n))
        rows[schema.event_arguments.name] += _argument_rows(event, name)
        rows[schema.claims.name] += [
            _claim_row(claim, name, k, speakers) for k, claim in enumerate(event.claims)
        ]
    return rows


def _speakers(reading: Reading) -> tuple[Source, ...]:
    """The listed sources, then those only a claim, position or attribution names."""
    named = [each.source for each in reading.attributions]
    named += [claim.source for event in reading.events for claim in event.claims]
    named += [each.source for each in reading.positions]
    listed = set(reading.sources)
    unlisted = dict.fromkeys(s for s in named if s != OUTLET and s not in listed)
    return (*reading.sources, *unlisted)


def _number(source: Source, speakers: tuple[Source, ...]) -> int | None:
    return None if source == OUTLET else speakers.index(source)


def _source_row(source: Source, reading: str, n: int, *, listed: bool) -> Row:
    return {
        "reading_id": reading,
        "n": n,
        "listed": listed,
        "name": source.name,
        "folded": keys.fold(source.name),
        "kind": source.kind.value,
        "office": source.office,
        "side": source.side,
        **_span("char", source.span),
    }


def _attribution_row(
    attribution: Attribution, reading: str, n: int, speakers: tuple[Source, ...]
) -> Row:
    return {
        "reading_id": reading,
        "n": n,
        "source_n": _number(attribution.source, speakers),
        **_span("source", attribution.source_span),
        **_span("cue", attribution.cue),
        "content": [[each.start, each.end] for each in attribution.content],
        "stance": attribution.stance.value,
        "hedged": attribution.hedged,
        "quoted": attribution.quoted,
        "via": list(attribution.via),
    }


def _event_row(event: EventMention, name: str, reading: str, n: int) -> Row:
    return {
        "id": name,
        "reading_id": reading,
        "n": n,
        "key": event.key,
        "trigger_words": event.trigger,
        **_span("trigger", event.trigger_span),
        "type": event.type.value,
        "stage": event.stage.value,
        **_dating(event.dating),
        "country": event.country,
        "admin1": event.admin1,
        "follow_up": event.follow_up,
        "score": event.score,
    }


def _argument_rows(event: EventMention, name: str) -> list[Row]:
    rows = [_place_row(place) for place in event.places]
    for role, arguments in (
        ("attacker", [(a.text, a.span, a.side) for a in event.attackers]),
        ("target", [(t.text, t.span, t.type.value) for t in event.targets]),
        ("weapon", [(w.text, w.span, w.type.value) for w in event.weapons]),
    ):
        rows += [
            {"role": role, "text": text, **_span("char", span), "value": value}
            | {"place_id": None, "place": None}
            for text, span, value in arguments
        ]
    return [{"event_id": name, "n": n, **row} for n, row in enumerate(rows)]


def _place_row(argument: PlaceArgument) -> Row:
    place = argument.place
    return {
        "role": "place",
        "text": argument.text,
        **_span("char", argument.span),
        "value": place.name if place else None,
        "place_id": place.id if place else None,
        "place": _place(place) if place else None,
    }


def _place(place: Place) -> Row:
    return {
        "id": place.id,
        "name": place.name,
        "level": place.level.value,
        "country": place.country,
        "country_name": place.country_name,
        "admin1": place.admin1,
        "admin1_code": place.admin1_code,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": place.radius_km,
        "population": place.population,
    }


def _claim_row(claim: Claim, event: str, n: int, speakers: tuple[Source, ...]) -> Row:
    low, high = _bounds(claim.value)
    return {
        "id": keys.claim_id(event, n),
        "event_id": event,
        "n": n,
        "field": claim.field.value,
        "value": claim.value,
        "value_text": _printed(claim.value),
        "value_low": low,
        "value_high": high,
        "text": claim.text,
        **_span("char", claim.span),
        "source_n": _number(claim.source, speakers),
        "stance": claim.stance.value,
        "hedged": claim.hedged,
        "attribution_n": claim.attribution,
    }


def _position_row(position: Position, reading: str, n: int, speakers: tuple[Source, ...]) -> Row:
    return {
        "reading_id": reading,
        "n": n,
        "id": keys.position_id(reading, n),
        "source_n": _number(position.source, speakers),
        "issue": position.issue,
        "polarity": position.polarity.value,
        "text": position.text,
        **_span("char", position.span),
        **_dating(position.said),
        "attribution_n": position.attribution,
    }


def _span(name: str, span: Span | None) -> Row:
    if span is None:
        return {f"{name}_start": None, f"{name}_end": None}
    return {f"{name}_start": span.start, f"{name}_end": span.end}


def _dating(dating: Dating) -> Row:
    days = dating.interval
    return {
        "date_from": days.start if days else None,
        "date_to": days.last if days else None,
        "date_precision": dating.precision.value if dating.precision else None,
        "date_basis": dating.basis.value,
        **_span("date", dating.span),
    }


def _printed(value: ClaimValue) -> str | None:
    """The value for people: ``5``, ``5+`` (at least), ``0-5`` (at most), ``5-7``, ``fire``, ``true``."""
    if isinstance(value, tuple):
        low, high = value
        if high is None:
            return None if low is None else f"{low}+"
        return f"{low or 0}-{high}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def _bounds(value: ClaimValue) -> tuple[int | None, int | None]:
    """Least and greatest number; None where there is none, or one no database holds."""
    if isinstance(value, bool) or not isinstance(value, int | tuple):
        return None, None
    low, high = value if isinstance(value, tuple) else (value, value)
    return tuple(n if n is None or abs(n) <= _LARGEST else None for n in (low, high))  # type: ignore[return-value]
