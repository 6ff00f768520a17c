"""What was hit and what with, in words that the rules do not know, as the encoder sees it.

Whose side a name is stays with the tables: measured on real reports, taking the encoder's attackers for sides (names that the tables lack among them)
cost far more false attackers than it found. A side that the tables do know is the attacker where the encoder links it to an attack.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.mentions import ActorMention, FacilityMention, Mentions, WeaponMention
from dateline.model.signals import Signal, Signals
from dateline.model.spans import Span
from dateline.model.vocab import TargetType, WeaponType

ADD = 0.6
"""Least score of a stretch in a role that the rules found nothing for."""
TARGET = 0.02
"""Probability of being a target, or of belonging to an attack as one, below which a thing that the rules know is none."""
LINKED = 0.5
"""Least probability that a side named in the text made an attack told beside it."""
NEAR = 200
"""Characters from an attack within which its attacker and its targets are looked for."""
SURE = 0.6
"""Least probability of the type of a target or weapon that the rules found nothing for."""


def learned_facilities(mentions: Mentions, signals: Signals) -> Iterator[FacilityMention]:
    """Targets in words that the rules do not know."""
    for signal in _roles(signals, "target", [f.span for f in mentions.facilities]):
        kind, sure = signals.sort("target_type", signal.span)[0]
        if sure >= SURE:
            yield FacilityMention(span=signal.span, head=signal.span, type=TargetType(kind))


def weighed_facilities(mentions: Mentions, signals: Signals) -> Iterator[FacilityMention]:
    """The rules' facilities, those marked that the encoder takes for no target of anything ("a *minibus* of explosives", "came by the Suakin *road*")."""
    for facility in mentions.facilities:
        role = signals.share("role", "target", facility.span)
        linked = _linked("target", facility.span, mentions, signals)
        yield facility if max(role, linked) >= TARGET else replace(facility, aimed_at=False)


def learned_weapons(mentions: Mentions, signals: Signals) -> Iterator[WeaponMention]:
    """Weapons in words that the rules do not know, nor read a facility or a trigger in."""
    taken = [m.span for m in mentions.weapons]
    taken += [m.span for m in mentions.facilities]
    taken += [m.span for m in mentions.triggers]
    for signal in _roles(signals, "weapon", taken):
        kind, sure = signals.sort("weapon_type", signal.span)[0]
        if sure >= SURE:
            yield WeaponMention(span=signal.span, type=WeaponType(kind))


def linked_actors(mentions: Mentions, signals: Signals) -> Iterator[ActorMention]:
    """The actors, those that the encoder links to an attack near them marked as who made it."""
    for actor in mentions.actors:
        linked = (
            not actor.attacking and _linked("attacker", actor.span, mentions, signals) >= LINKED
        )
        yield replace(actor, attacking=True) if linked else actor


def _linked(relation: str, span: Span, mentions: Mentions, signals: Signals) -> float:
    """The highest probability that a stretch belongs to an attack near it."""
    near = (t.span for t in mentions.triggers if abs(t.span.start - span.start) <= NEAR)
    return max((signals.link(relation, trigger, span) for trigger in near), default=0.0)


def _roles(signals: Signals, role: str, taken: Sequence[Span]) -> Iterator[Signal]:
    for signal in signals.spans("role"):
        free = not any(signal.span.overlaps(span) for span in taken)
        if signal.label == role and signal.score >= ADD and free:
            yield signal
