"""A cluster of mentions to one incident: every field's values side by side, nothing averaged away."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from dateline.errors import InputError
from dateline.incidents.cluster import first_told
from dateline.incidents.corroboration import corrected, voices
from dateline.incidents.decisions import in_force
from dateline.incidents.facts import MUTE, fold
from dateline.incidents.status import occurrence_status
from dateline.incidents.verdicts import record
from dateline.incidents.waves import wave_id
from dateline.model.claims import OUTLET, Claim
from dateline.model.ids import content_id
from dateline.model.incidents import Decision, DecisionKind, FieldRecord, Incident, Mention
from dateline.model.times import Interval
from dateline.model.vocab import EventType, Field, Stage, Stance

_T = TypeVar("_T", bound=Hashable)
_STAGES = tuple(Stage)
_TYPES = tuple(EventType)


def settle(cluster_mentions: Sequence[Mention], decisions: Sequence[Decision] = ()) -> Incident:
    """The incident that a cluster of mentions tells of.

    The type is the one most origins give (ties: the earlier in :class:`EventType`, so ``Other`` last), the stage
    that of the strongest account. A person's ``correct`` puts one value in the place of the mention's claims of that field. Follow-ups
    bear claims but no type, stage or date; where a cluster holds nothing else they stand as its mentions.

    Args:
        cluster_mentions: one or more, in any order.
        decisions: all ever made; only corrections of these mentions matter here.

    Raises:
        InputError: if there are no mentions.
    """
    if not cluster_mentions:
        raise InputError("an incident needs at least one mention, found none")
    everything = _corrected(sorted(cluster_mentions, key=first_told), in_force(decisions))
    told = tuple(m for m in everything if not m.event.follow_up) or everything
    follow_ups = tuple(m for m in everything if m not in told)
    country = _most(told, lambda m: m.event.country)
    sides = _sides(everything)
    attackers = [fold(side) for side in sides]
    given = voices(everything, attackers, fold(country) if country else None)
    fields = tuple(r for f in Field if (r := record(f, given)).values or r.open)
    occurrence = record(Field.OCCURRENCE, given)
    stage = min((m.event.stage for m in told), key=_STAGES.index)
    tellers = _tellers(told)
    interval = _interval(told)
    return Incident(
        id=_name(told[0]),
        mentions=told,
        follow_ups=follow_ups,
        type=_most_type(told),
        stage=stage,
        interval=interval,
        country=country,
        admin1=_most(told, lambda m: m.event.admin1),
        places=_places(everything),
        sides=sides,
        target_types=_once(t.type.value for m in everything for t in m.event.targets),
        weapon_types=_once(w.type.value for m in everything for w in m.event.weapons),
        origins=len(_origins(occurrence) | tellers),
        status=occurrence_status(
            occurrence, stage, tellers, (attackers, fold(country) if country else None)
        ),
        fields=fields,
        wave=wave_id(sides[0] if sides else None, interval),
    )


def _name(first: Mention) -> str:
    """``i_`` + hash of where the first mention stands and what area it tells of.

    Neither the reader nor the order of its events goes in, so that reading a report again with a newer reader leaves the incident its name where it finds the same words.
    """
    event = first.event
    span = event.trigger_span
    places = tuple(place.text for place in event.places)
    return content_id(
        "i", first.report.id, span.start, span.end, event.country, event.admin1, places
    )


def _corrected(mentions: Sequence[Mention], standing: Sequence[Decision]) -> tuple[Mention, ...]:
    fixed = {m.id: m for m in mentions}
    for decision in standing:
        mention = fixed.get(decision.subjects[0]) if decision.subjects else None
        if decision.kind is not DecisionKind.CORRECT or decision.field is None or mention is None:
            continue
        fixed[mention.id] = corrected(
            mention, decision.field, _correction(mention, decision.field, decision)
        )
    return tuple(fixed.values())


def _correction(mention: Mention, field: Field, decision: Decision) -> Claim | None:
    """The first claim of the field with the value a person read; the outlet's where there was none."""
    if decision.value is None:
        return None
    for claim in mention.event.claims:
        if claim.field is field:
            return replace(claim, value=decision.value)
    event = mention.event
    return Claim(
        field=field,
        value=decision.value,
        text=event.trigger,
        span=event.trigger_span,
        source=OUTLET,
        stance=Stance.ASSERTED,
    )


def _tellers(told: Iterable[Mention]) -> frozenset[str]:
    """Outlets that tell of the attack without a claim of its occurrence: it stands on their own account."""
    return frozenset(
        f"outlet:{m.report.origin}"
        for m in told
        if not any(c.field is Field.OCCURRENCE for c in m.event.claims)
    )


def _origins(occurrence: FieldRecord) -> frozenset[str]:
    return frozenset(v.origin for value in occurrence.values for v in value.voices)


def _interval(told: Iterable[Mention]) -> Interval | None:
    """The days all dated mentions have in common, else the span they cover."""
    dated = [m.event.dating.interval for m in told if m.event.dating.interval is not None]
    if not dated:
        return None
    common: Interval | None = dated[0]
    for interval in dated[1:]:
        common = common & interval if common else None
    return common or Interval(min(i.start for i in dated), max(i.end for i in dated))


def _most(mentions: Sequence[Mention], of: Callable[[Mention], str | None]) -> str | None:
    """The value most origins give, the first in the alphabet of equals; None where none is told."""
    votes = _votes(mentions, of)
    return min(votes, key=lambda value: (-votes[value], value), default=None)


def _most_type(mentions: Sequence[Mention]) -> EventType:
    votes = _votes(mentions, lambda m: m.event.type)
    return min(votes, key=lambda value: (-votes[value], _TYPES.index(value)))


def _votes(mentions: Sequence[Mention], of: Callable[[Mention], _T | None]) -> dict[_T, int]:
    """How many independent reports give each value; copies vote once."""
    origins: dict[_T, set[str]] = defaultdict(set)
    for mention in mentions:
        value = of(mention)
        if value is not None:
            origins[value].add(mention.report.origin)
    return {value: len(reports) for value, reports in origins.items()}


def _sides(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Who attacked by all accounts but denials: most reports first, then by the alphabet."""
    origins: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, str] = {}
    for mention in mentions:
        named = [a.side for a in mention.event.attackers]
        said = [
            c.value
            for c in mention.event.claims
            if c.field is Field.ATTACKER and c.stance not in MUTE
        ]
        for side in (*named, *said):
            if isinstance(side, str):
                origins[fold(side)].add(mention.report.origin)
                spelled[fold(side)] = min(side, spelled.get(fold(side), side))
    return tuple(spelled[s] for s in sorted(origins, key=lambda s: (-len(origins[s]), s)))


def _places(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Names as first printed; two spellings the gazetteer knows for one place are one."""
    names: dict[str, str] = {}
    for mention in mentions:
        for argument in mention.event.places:
            key = argument.place.id if argument.place else fold(argument.text)
            names.setdefault(key, argument.text)
    return _once(names.values())


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
