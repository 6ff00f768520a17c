"""Event type and stage from the words of all frames of an event.

Rules are the coding guide's settled cases: a mixed drone and missile attack is an air/drone strike; a bare strike is shelling;
explosions of no told cause are Other; "attacked" with no hit said is attempted; interceptions alone are disrupted weapons use.
"""

from collections.abc import Sequence

from dateline.claims.frames import Frame
from dateline.model.mentions import TriggerMention
from dateline.model.texts import Text
from dateline.model.vocab import Effect, EventType, Field, Stage, TargetType, WeaponType

_BY_WEAPON = (
    (WeaponType.DRONE, EventType.DRONE),
    (WeaponType.NAVAL_DRONE, EventType.DRONE),
    (WeaponType.MISSILE, EventType.SHELLING),
    (WeaponType.ARTILLERY, EventType.SHELLING),
    (WeaponType.BOMB, EventType.DRONE),
    (WeaponType.MINE, EventType.IED),
    (WeaponType.SMALL_ARMS, EventType.ATTACK),
    (WeaponType.INCENDIARY, EventType.PROPERTY),
)
_HIT_WORDS = ("hit", "struck", "slammed", "smashed", "crashed", "explo", "blast", "blew", "blown", "shell", "bomb", "pounded", "pounding", "rocked", "detonat",
              "strike", "airstrike", "kidnap", "abduct", "kill", "murder", "assassin", "massacre", "arson", "sabotage", "loot", "ambush", "stab", "burn", "dynamit", "execut", "set fire", "set ablaze", "torched", "went off", "shooting", "gunned", "shot dead", "behead", "rained", "disappear")  # fmt: skip
_STATED_ATTEMPT = (
    "target",
    "attack",
    "launch",
    "fire",
    "raid",
    "assault",
    "sent",
    "send",
    "unleash",
    "drop",
)


def weapon_types(frames: Sequence[Frame]) -> set[WeaponType]:
    """Weapons named, in trigger words too."""
    named = {w.type for f in frames for w in f.weapons}
    return named | {t.weapon for f in frames for t in f.triggers if t.weapon is not None}


def event_type(
    frames: Sequence[Frame], sides: Sequence[str], countries: frozenset[str]
) -> EventType:
    """The ACLED sub-event type.

    Args:
        frames: all frames of the event.
        sides: who is said to have attacked.
        countries: names of countries: a bare attack by a state is shelling, by a group an attack.
    """
    weapons = weapon_types(frames)
    told = [t.type for f in frames for t in f.triggers if t.type is not None]
    if only_intercepted(frames):
        return EventType.DISRUPTED
    if WeaponType.DRONE in weapons or EventType.DRONE in told:
        return EventType.DRONE
    specific = [t for t in told if t not in {EventType.OTHER, EventType.DISRUPTED}]
    if specific:
        return max(sorted(set(specific)), key=specific.count)
    by_weapon = _by_weapon(frames, weapons)
    if by_weapon is not None:
        return by_weapon
    if told and all(t is EventType.OTHER for t in told) and not _bare_strike(frames):
        return EventType.OTHER
    return _of_bare_attack(frames, sides, countries)


def _by_weapon(frames: Sequence[Frame], weapons: set[WeaponType]) -> EventType | None:
    """The type that the weapon tells, or the encoder where none does: "bombs" may be dropped or laid."""
    told = next((kind for weapon, kind in _BY_WEAPON if weapon in weapons), None)
    leanings = [t.leaning for f in frames for t in f.triggers if t.leaning is not None]
    if leanings and told in {None, EventType.IED}:
        return max(sorted(set(leanings)), key=leanings.count)
    return told


def _of_bare_attack(
    frames: Sequence[Frame], sides: Sequence[str], countries: frozenset[str]
) -> EventType:
    people = any(f.type is TargetType.PEOPLE for frame in frames for f in frame.facilities)
    if sides and not any(side in countries for side in sides):
        return EventType.ATTACK
    return EventType.ATTACK if people and not sides else EventType.SHELLING


def _bare_strike(frames: Sequence[Frame]) -> bool:
    """Whether anything but an explosion is told; in "explosions rocked the town" the verb tells of nothing else."""
    return any(
        t.type is None and not (t.verb and any(o.type is EventType.OTHER for o in f.triggers))
        for f in frames
        for t in f.triggers
    )


def only_intercepted(frames: Sequence[Frame]) -> bool:
    """Whether all that is told is that weapons were shot down."""
    shot = any(Field.INTERCEPTED in c.fields for f in frames for c in f.counts) or any(
        t.stage is Stage.INTERCEPTED for f in frames for t in f.triggers
    )
    return shot and not harmed(frames)


def harmed(frames: Sequence[Frame]) -> bool:
    """Whether any account tells of damage or casualties."""
    return any(
        e.value is not Effect.NONE and not e.negated for f in frames for e in f.effects
    ) or any(
        c.value not in {0, None}
        for f in frames
        for c in f.counts
        if Field.INTERCEPTED not in c.fields
    )


def stage(text: Text, frames: Sequence[Frame]) -> Stage:
    """How far it got, by the strongest account."""
    if harmed(frames):
        return Stage.ACCOMPLISHED
    if only_intercepted(frames):
        return Stage.INTERCEPTED
    triggers = [t for f in frames for t in f.triggers]
    plain = [t for t in triggers if t.stage is None]
    if any(_is_hit(text, t) for t in plain):
        return Stage.ACCOMPLISHED
    told = {t.stage for t in triggers if t.stage is not None}
    for weaker in (Stage.ATTEMPTED, Stage.THREATENED, Stage.PLANNED):
        if weaker in told and not plain:
            return weaker
    return Stage.ATTEMPTED


def _is_hit(text: Text, trigger: TriggerMention) -> bool:
    words = trigger.span.of(text.body).lower()
    return any(word in words for word in _HIT_WORDS) and not words.startswith(_STATED_ATTEMPT)
