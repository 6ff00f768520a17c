"""The arguments of an event: places, attackers, targets, weapons, each once, at its first mention."""

from collections.abc import Iterable
from typing import TypeVar

from dateline.claims.drafts import Draft
from dateline.claims.frames import Found, Frame
from dateline.claims.statements import (
    aimed_at_people,
    attacker_actor,
    is_negated_target,
    shot_at_or_acting,
)
from dateline.model.claims import AttackerArgument, PlaceArgument, TargetArgument, WeaponArgument
from dateline.model.mentions import ActorMention, FacilityMention
from dateline.model.spans import Span
from dateline.model.vocab import Stance, TargetType, WeaponType

T = TypeVar("T")


def places_of(found: Found, draft: Draft) -> tuple[PlaceArgument, ...]:
    """Names of where it struck; spelling variants and repeats once. A country only if nothing finer is told."""
    tops = [t for f in draft.frames for t in f.places] or [
        t
        for f in draft.frames
        if f.triggers
        for t in f.countries
        if t.place is None or t.place.country_name != draft.side
    ][:1]
    rows = (
        (
            t.place.id if t.place is not None else t.text.lower(),
            PlaceArgument(
                text=_words(found, t.span), span=found.text.to_source(t.span), place=t.place
            ),
        )
        for t in tops
    )
    return _once(rows)


def attackers_of(found: Found, draft: Draft) -> tuple[AttackerArgument, ...]:
    """Words that name who attacked."""
    rows = (
        (
            _words(found, actor.span).lower(),
            AttackerArgument(
                text=_words(found, actor.span),
                span=found.text.to_source(actor.span),
                side=actor.side,
            ),
        )
        for f in draft.frames
        if (actor := attacker_actor(f) or _blamed(f, draft)) is not None
    )
    return _once(rows)


def _blamed(frame: Frame, draft: Draft) -> ActorMention | None:
    """The side named by who tells of nothing else ("X is trying to make the city uninhabitable")."""
    if frame.triggers or frame.effects or frame.counts or draft.side is None:
        return None
    return next((a for a in frame.actors if a.side == draft.side), None)


def targets_of(found: Found, draft: Draft) -> tuple[TargetArgument, ...]:
    """What was hit or aimed at; a type told again adds nothing, a vaguer one only if nothing finer is told."""
    facilities = [
        m
        for f in _affirmed(found, draft)
        for m in f.facilities
        if m.aimed_at
        and not is_negated_target(found, f, m.span)
        and (m.type is not TargetType.PEOPLE or aimed_at_people(found, f, m))
        and not shot_at_or_acting(found, f, m)
    ]
    kinds = {m.type for m in facilities}
    rows = (
        (
            m.type.value,
            TargetArgument(
                text=_words(found, m.span), span=found.text.to_source(m.span), type=m.type
            ),
        )
        for m in facilities
        if not _vague(m, kinds)
    )
    return _once(rows)


def _affirmed(found: Found, draft: Draft) -> tuple[Frame, ...]:
    """The frames without denials ("denied that homes were hit"); all of them where there is nothing else."""
    kept = tuple(
        f
        for f in draft.frames
        if f.said is None or found.spoken[f.said].stance is not Stance.DENIED
    )
    return kept or draft.frames


_ENERGY = {
    TargetType.REFINING,
    TargetType.FUEL_STORAGE,
    TargetType.PIPELINE,
    TargetType.POWER_PLANT,
    TargetType.POWER_GRID,
    TargetType.GAS,
}


def _vague(mention: FacilityMention, kinds: set[TargetType]) -> bool:
    if mention.type is TargetType.ENERGY:
        return bool(kinds & _ENERGY)
    return mention.type is TargetType.OTHER and len(kinds) > 1


def weapons_of(found: Found, draft: Draft) -> tuple[WeaponArgument, ...]:
    """What was used, each type once."""
    rows: list[tuple[str, WeaponArgument]] = []
    for frame in _affirmed(found, draft):
        rows.extend(_weapon_rows(found, frame))
    return _once(sorted(rows, key=lambda row: row[1].span))


def _weapon_rows(found: Found, frame: Frame) -> Iterable[tuple[str, WeaponArgument]]:
    for weapon in frame.weapons:
        yield weapon.type.value, _weapon(found, weapon.span, weapon.type)
    for trigger in frame.triggers:
        if trigger.weapon is not None:
            yield trigger.weapon.value, _weapon(found, trigger.span, trigger.weapon)


def _weapon(found: Found, span: Span, kind: WeaponType) -> WeaponArgument:
    return WeaponArgument(text=_words(found, span), span=found.text.to_source(span), type=kind)


def _words(found: Found, span: Span) -> str:
    return found.text.to_source(span).of(found.text.source)


def _once(rows: Iterable[tuple[str, T]]) -> tuple[T, ...]:
    kept: dict[str, T] = {}
    for key, value in rows:
        kept.setdefault(key, value)
    return tuple(kept.values())
