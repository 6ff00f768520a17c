"""Model values as JSON objects: one shape a value, keys always in the same order.

Everything that prints or writes JSON builds on these. Days are ISO 8601, both ends of an interval included; ranges are
lists of two; a value not told is null and never left out.
"""

from typing import TypeAlias

from dateline.model.claims import Claim, ClaimValue, EventMention, PlaceArgument, Source
from dateline.model.incidents import (
    Comparison,
    Decision,
    FieldRecord,
    FieldValue,
    Incident,
    MatchResult,
    Mention,
    ReportHead,
    Voice,
)
from dateline.model.spans import Span
from dateline.model.times import Dating, Interval

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Shape: TypeAlias = dict[str, Json]


def value_shape(value: ClaimValue) -> Json:
    """A claim's value; a range as ``[low, high]``, a word of a vocabulary as plain text."""
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value


def interval_shape(interval: Interval | None) -> Shape | None:
    """``from`` and ``to``, both included; None for None."""
    if interval is None:
        return None
    return {"from": interval.start.isoformat(), "to": interval.last.isoformat()}


def dating_shape(dating: Dating, text: str | None = None) -> Shape | None:
    """An interval with its precision, basis and the words it rests on; None when undated.

    Args:
        dating: the dating.
        text: of the report, to give the words; None leaves them null.
    """
    shape = interval_shape(dating.interval)
    if shape is None:
        return None
    words = dating.span.of(text) if dating.span and text is not None else None
    return shape | {
        "precision": str(dating.precision) if dating.precision else None,
        "basis": str(dating.basis),
        "text": words,
        **span_shape(dating.span),
    }


def span_shape(span: Span | None, prefix: str = "") -> Shape:
    """``start`` and ``end`` in characters of the report; null without span."""
    return {
        f"{prefix}start": span.start if span else None,
        f"{prefix}end": span.end if span else None,
    }


def source_shape(source: Source) -> Shape:
    """A speaker."""
    return {
        "name": source.name,
        "kind": str(source.kind),
        "office": source.office,
        "side": source.side,
        **span_shape(source.span),
    }


def place_shape(argument: PlaceArgument) -> Shape:
    """A place with what the gazetteer tells of it, nothing finer than the name that was printed."""
    place = argument.place
    known = place.id if place else ""
    return {
        "text": argument.text,
        **span_shape(argument.span),
        "name": place.name if place else None,
        "level": str(place.level) if place else None,
        "radius_km": place.radius_km if place else None,
        "geonames_id": int(known[9:])
        if known.startswith("geonames:") and known[9:].isdigit()
        else None,
        "country": place.country_name if place else None,
        "admin1": place.admin1 if place else None,
    }


def claim_shape(claim: Claim) -> Shape:
    """A claim in the coding guide's keys, with where its source is introduced."""
    return {
        "field": str(claim.field),
        "value": value_shape(claim.value),
        "text": claim.text,
        **span_shape(claim.span),
        "source": claim.source.name,
        "source_kind": str(claim.source.kind),
        "side": claim.source.side,
        "stance": str(claim.stance),
        "hedged": claim.hedged,
        **span_shape(claim.source.span, "source_"),
        "attribution": claim.attribution,
    }


def event_shape(event: EventMention, text: str | None = None) -> Shape:
    """An event mention in the coding guide's keys and more; ``text`` gives the words of its date."""
    return {
        "key": event.key,
        "type": str(event.type),
        "stage": str(event.stage),
        "date": dating_shape(event.dating, text),
        "country": event.country,
        "admin1": event.admin1,
        "places": [place_shape(p) for p in event.places],
        "attackers": [
            {"text": a.text, **span_shape(a.span), "side": a.side} for a in event.attackers
        ],
        "targets": [
            {"text": t.text, **span_shape(t.span), "type": str(t.type)} for t in event.targets
        ],
        "weapons": [
            {"text": w.text, **span_shape(w.span), "type": str(w.type)} for w in event.weapons
        ],
        "claims": [claim_shape(c) for c in event.claims],
        "trigger": {"text": event.trigger, **span_shape(event.trigger_span)},
        "follow_up": event.follow_up,
        "score": event.score,
    }


def report_shape(head: ReportHead) -> Shape:
    """A report without its text."""
    return {
        "id": head.id,
        "name": head.name,
        "outlet": head.outlet,
        "title": head.title,
        "url": head.url,
        "published": head.published.isoformat() if head.published else None,
        "origin": head.origin,
    }


def mention_shape(mention: Mention) -> Shape:
    """A mention: its event and the report it stands in."""
    return {
        "id": mention.id,
        "report": report_shape(mention.report),
        "reader": mention.reader,
        "event": event_shape(mention.event),
    }


def voice_shape(voice: Voice) -> Shape:
    """A voice: its claim, where it stands, and what it counts as."""
    return {
        "mention": voice.mention,
        "report": voice.report.id,
        "origin": voice.origin,
        "admission": voice.admission,
        "claim": claim_shape(voice.claim),
    }


def field_value_shape(value: FieldValue) -> Shape:
    """A value with all who give it or deny it."""
    return {
        "value": value_shape(value.value),
        "origins": value.origins,
        "voices": [voice_shape(v) for v in value.voices],
        "denials": [voice_shape(v) for v in value.denials],
    }


def field_shape(record: FieldRecord) -> Shape:
    """A field with its verdict and its values side by side."""
    return {
        "field": str(record.field),
        "verdict": str(record.verdict),
        "values": [field_value_shape(v) for v in record.values],
        "open": [voice_shape(v) for v in record.open],
    }


def incident_summary_shape(incident: Incident) -> Shape:
    """An incident without its mentions and fields: one row of a list."""
    return {
        "id": incident.id,
        "date": interval_shape(incident.interval),
        "type": str(incident.type),
        "stage": str(incident.stage),
        "status": incident.status,
        "country": incident.country,
        "admin1": incident.admin1,
        "places": list(incident.places),
        "sides": list(incident.sides),
        "target_types": list(incident.target_types),
        "weapon_types": list(incident.weapon_types),
        "origins": incident.origins,
        "reports": len({m.report.id for m in incident.mentions}),
        "follow_ups": len(incident.follow_ups),
        "verdicts": {str(r.field): str(r.verdict) for r in incident.fields},
        "wave": incident.wave,
    }


def incident_shape(incident: Incident) -> Shape:
    """An incident with everything said of it: every mention, claim and voice."""
    return incident_summary_shape(incident) | {
        "fields": [field_shape(r) for r in incident.fields],
        "mentions": [mention_shape(m) for m in incident.mentions],
        "follow_ups": [mention_shape(m) for m in incident.follow_ups],
    }


def comparison_shape(comparison: Comparison) -> Shape:
    """One part of a match."""
    return {
        "feature": comparison.feature,
        "level": comparison.level,
        "weight": comparison.weight,
    }


def match_shape(match: MatchResult) -> Shape:
    """A match with its reasons."""
    return {
        "left": match.left,
        "right": match.right,
        "weight": match.weight,
        "barred": match.barred,
        "comparisons": [comparison_shape(c) for c in match.comparisons],
    }


def decision_shape(decision: Decision) -> Shape:
    """What a person settled."""
    return {
        "id": decision.id,
        "kind": str(decision.kind),
        "subjects": list(decision.subjects),
        "field": str(decision.field) if decision.field else None,
        "value": value_shape(decision.value),
        "reason": decision.reason,
        "by": decision.by,
        "at": decision.at.isoformat(),
    }
