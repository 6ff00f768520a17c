"""From frames to claims: each value of each field, once for each who gives it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.answers import withheld, withheld_in
from dateline.claims.drafts import Draft, attacker_side
from dateline.claims.frames import Found, Frame
from dateline.claims.modality import generic_reason, is_negated, specific_triggers
from dateline.claims.responsibility import owner
from dateline.claims.spoken import Spoken
from dateline.claims.stances import Parties, is_near, stance_of
from dateline.model.claims import OUTLET, Claim, ClaimValue
from dateline.model.mentions import ActorMention, FacilityMention, MarkerKind, TriggerMention
from dateline.model.spans import Span
from dateline.model.vocab import EventType, Field, SourceKind, Stage, Stance, TargetType


@dataclass(frozen=True, slots=True)
class _Value:
    field: Field
    value: ClaimValue
    span: Span
    stance: Stance | None = None


def claims_of(found: Found, draft: Draft, parties: Parties) -> tuple[Claim, ...]:
    """The claims of one event, in the order of the text, each field, value and source once, denials and refusals apart."""
    claims: dict[tuple[Field, ClaimValue, str, Stance | None], Claim] = {}
    for frame in draft.frames:
        for value in _values(found, frame, draft):
            claim = _claim(found, frame, value, parties)
            against = claim.stance if claim.stance in {Stance.DENIED, Stance.UNKNOWN} else None
            claims.setdefault((claim.field, claim.value, claim.source.name, against), claim)
    return tuple(sorted(claims.values(), key=lambda c: (c.span, c.field, str(c.value))))


def _claim(found: Found, frame: Frame, value: _Value, parties: Parties) -> Claim:
    said = found.said_in(frame)
    span = found.text.to_source(value.span)
    doubted = is_near(frame, value.span, MarkerKind.DOUBT) or _is_doubtful(found, said)
    stance = value.stance or stance_of(value.field, value.value, said, parties, doubted=doubted)
    if is_near(frame, value.span, MarkerKind.DENIAL):
        stance = Stance.DENIED
    return Claim(
        field=value.field,
        value=value.value,
        text=span.of(found.text.source),
        span=span,
        source=said.source if said is not None else OUTLET,
        stance=stance,
        hedged=not doubted and is_near(frame, value.span, MarkerKind.HEDGE),
        attribution=frame.said,
    )


def _is_doubtful(found: Found, said: Spoken | None) -> bool:
    """ "An unverified video showed": the doubt stands in the naming of the source."""
    named = said.source_span if said is not None else None
    return named is not None and any(
        m.kind is MarkerKind.DOUBT and named.contains(m.span) for m in found.mentions.markers
    )


def _values(found: Found, frame: Frame, draft: Draft) -> Iterator[_Value]:
    said = found.said_in(frame)
    answering = owner(found.text, said)
    if answering is not None and said is not None:
        yield _Value(Field.ATTACKER, answering.side, answering.span, said.stance)
        if said.stance is Stance.DENIED:
            return  # who did it is denied, not that it was done
    bare = not (frame.triggers or frame.effects or frame.counts)
    left_open = withheld(found.text, said)
    if said is not None and left_open is not None and (bare or left_open is not Field.OCCURRENCE):
        yield _Value(left_open, None, withheld_in(found.text, said, frame.span), Stance.UNKNOWN)
        return
    if bare:
        if answering is None:
            yield from _blame(found, frame, draft)
        return
    if said is not None and said.stance is Stance.UNKNOWN:
        yield from _untold(found, frame)
        return
    yield from _occurrence(found, frame)
    if answering is None:
        yield from _attackers(found, frame, draft)
    yield from _targets(found, frame)
    yield from _figures(frame)


def _figures(frame: Frame) -> Iterator[_Value]:
    """Effects, counts and other figures."""
    for effect in frame.effects:
        if not _repeats_count(frame, effect.span):
            denied = Stance.DENIED if effect.negated else None
            yield _Value(Field.EFFECT, effect.value.value, effect.span, denied)
    for count in frame.counts:
        for field in count.fields:
            yield _Value(field, count.value, count.span, Stance.UNKNOWN if count.unknown else None)
    if frame.triggers or frame.facilities:
        for quantity in frame.quantities:
            yield _Value(Field.QUANTITY, quantity.value, quantity.span)


def _untold(found: Found, frame: Frame) -> Iterator[_Value]:
    """ "Did not say how much was lost", "declined to comment on the strike": the fields it is about, without a value."""
    yield from _occurrence(found, frame)
    for effect in frame.effects[:1]:
        yield _Value(Field.EFFECT, None, effect.span, Stance.UNKNOWN)
    for count in frame.counts:
        for field in count.fields:
            yield _Value(field, None, count.span, Stance.UNKNOWN)


def _repeats_count(frame: Frame, span: Span) -> bool:
    """ "Destroyed" inside "destroyed and intercepted 6 drones" is no effect."""
    return any(Field.INTERCEPTED in c.fields and c.span.overlaps(span) for c in frame.counts)


def live_triggers(found: Found, frame: Frame) -> tuple[TriggerMention, ...]:
    """The specific triggers of a frame that does not tell of attacks in general."""
    return () if generic_reason(frame) is not None else specific_triggers(found.text, frame)


def _occurrence(found: Found, frame: Frame) -> Iterator[_Value]:
    triggers = live_triggers(found, frame)
    if not triggers:
        if not frame.triggers and frame.weapons and frame.effects and frame.facilities:
            yield _Value(Field.OCCURRENCE, value=True, span=frame.effects[0].span)
        return
    said = found.said_in(frame)
    if said is not None and said.stance is Stance.DENIED and frame.facilities:
        return  # "denied that a second depot was hit": this target is denied, not the attack
    if said is not None and said.stance is Stance.UNKNOWN:
        yield _Value(Field.OCCURRENCE, None, triggers[0].span, Stance.UNKNOWN)
        return
    main = next((t for t in triggers if t.verb), triggers[0])
    if is_negated(found.text, main):
        if not any(is_negated_target(found, frame, f.span) for f in frame.facilities):
            yield _Value(Field.OCCURRENCE, value=True, span=main.span, stance=Stance.DENIED)
        return
    if not _presupposed(found, frame, main):
        yield _Value(Field.OCCURRENCE, value=True, span=main.span)


_HAPPENS = frozenset(
    {
        "happened",
        "occurred",
        "took",
        "came",
        "began",
        "hit",
        "struck",
        "was",
        "were",
        "targeted",
        "destroyed",
        "killed",
    }
)
_SHORT = 6  # words of what is said, when the event itself is what is said ("announced the attacks")


def _presupposed(found: Found, frame: Frame, trigger: TriggerMention) -> bool:
    """ "No one was hurt in the attack": what a speaker merely takes for granted is no claim (settled case)."""
    if trigger.verb or not trigger.definite:
        return False
    said = found.said_in(frame)
    if said is not None and any(
        part.contains(trigger.span) and len(found.text.tokens_in(part)) <= _SHORT
        for part in said.content
    ):
        return False
    index = found.text.token_at(trigger.span.end - 1) or 0
    following = [t.lower for t in found.text.tokens[index + 1 : index + 3]]
    return not any(word in _HAPPENS for word in following)


def _attackers(found: Found, frame: Frame, draft: Draft) -> Iterator[_Value]:
    actor = attacker_actor(frame)
    if actor is None:
        said = found.said_in(frame)
        judged = (
            said is not None
            and said.source.kind is SourceKind.NAMED
            and said.source.side != draft.side
        )
        if judged and any(t.definite for t in frame.triggers):
            yield from _blame(found, frame, draft)
        return
    if (
        draft.area is not None
        and draft.area.country == actor.side
        and draft.side not in {None, actor.side}
    ):
        return
    yield _Value(Field.ATTACKER, actor.side, actor.span)


def _blame(found: Found, frame: Frame, draft: Draft) -> Iterator[_Value]:
    """The side named by who only judges the attack, or speaks of such attacks in general."""
    actor = next((a for a in frame.actors if a.side == draft.side), None) or attacker_actor(frame)
    if actor is None:
        return
    said = found.said_in(frame)
    victim = draft.area.country if draft.area is not None else None
    accuses = said is not None and said.source.side in {None, victim}
    yield _Value(Field.ATTACKER, actor.side, actor.span, Stance.ALLEGED if accuses else None)


def attacker_actor(frame: Frame) -> ActorMention | None:
    """The actor whose side the frame makes the attacker."""
    side = attacker_side(frame)
    return next((a for a in frame.actors if a.side == side), None) if side is not None else None


def _targets(found: Found, frame: Frame) -> Iterator[_Value]:
    kinds = {facility.type for facility in frame.facilities}
    for facility in frame.facilities:
        if not facility.aimed_at:
            continue
        if facility.type is TargetType.PEOPLE and not aimed_at_people(found, frame, facility):
            continue
        if facility.type is TargetType.OTHER and len(kinds) > 1:
            continue
        if shot_at_or_acting(found, frame, facility):
            continue
        denied = is_negated_target(found, frame, facility.span)
        yield _Value(
            Field.TARGET, facility.type.value, facility.span, Stance.DENIED if denied else None
        )


def acts(found: Found, facility: FacilityMention) -> bool:
    """ "Troops are pressing on": the subject of what follows is no target, unless something was done to it."""
    index = found.text.token_at(facility.span.end - 1) or 0
    after = [t.lower for t in found.text.tokens[index + 1 : index + 3]]
    return after[:1] in (["are"], ["have"], ["had"], ["who"], ["is"], ["has"]) and not (
        len(after) > 1 and after[1].endswith(("ed", "hit", "struck"))
    )


def shot_at_or_acting(found: Found, frame: Frame, facility: FacilityMention) -> bool:
    """What acts ("air defences shot down …") or is shot down in the air is no target of the attack."""
    intercepts = any(t.stage is Stage.INTERCEPTED for t in frame.triggers) or any(
        Field.INTERCEPTED in c.fields for c in frame.counts
    )
    if facility.type in {TargetType.AIR_DEFENCE, TargetType.VEHICLE} and intercepts:
        return True
    return facility.type in {TargetType.TROOPS, TargetType.AIR_DEFENCE} and acts(found, facility)


def aimed_at_people(found: Found, frame: Frame, facility: FacilityMention) -> bool:
    """People are a target only if aimed at as such: of a killing or abduction, or "attack on the crowd"."""
    index = found.text.token_at(facility.span.start) or 0
    before = found.text.tokens[index - 1].lower if index else ""
    close = {EventType.ATTACK, EventType.ABDUCTION}
    return bool(frame.triggers) and (
        before in {"on", "at", "against"} or any(t.type in close for t in frame.triggers)
    )


def is_negated_target(found: Found, frame: Frame, span: Span) -> bool:
    """ "Homes were not targeted": the target is denied, not the attack."""
    for trigger in frame.triggers:
        if (
            trigger.span.start >= span.end
            and trigger.span.start - span.end < 30
            and ";" not in found.text.body[span.end : trigger.span.start]
            and is_negated(found.text, trigger)
        ):
            return True
    return False


def told_sides(draft: Draft) -> tuple[str, ...]:
    """Every side some account makes the attacker, each once."""
    sides = (attacker_side(f) for f in draft.frames)
    return tuple(dict.fromkeys(side for side in sides if side is not None))
