"""Whether an account by itself tells of a specific attack, and how much it takes."""

from dateline.claims.drafts import Draft, attacker_side, is_further
from dateline.claims.frames import Found, Frame
from dateline.claims.modality import generic_reason, has_day, is_negated
from dateline.claims.timing import frame_interval
from dateline.model.mentions import EffectMention, MarkerKind
from dateline.model.vocab import Effect

_ENOUGH = 3  # things told of an attack that make an event without an area


def opens(found: Found, frame: Frame) -> bool:
    """Whether the frame by itself tells of a specific attack."""
    live = [t for t in frame.triggers if not is_negated(found.text, t)]
    if not live and not _harms(found, frame):
        return False
    enough = strength(found, frame) >= 1 or (bool(frame.places) and is_further(found, frame))
    return generic_reason(frame) is None and enough


def _harms(found: Found, frame: Frame) -> bool:
    """Damage by a weapon; or deaths, or damage to something, at a place, in a report that speaks of attacks; an accident is none."""
    if frame.has(MarkerKind.ACCIDENT):
        return False
    deadly = any(c.value not in {0, None} for c in frame.counts)
    damage = any(
        e.value is not Effect.NONE and not e.negated and not _attributive(found, e)
        for e in frame.effects
    )
    if damage and frame.weapons and frame.facilities:
        return True
    told = deadly or (damage and bool(frame.facilities))
    return told and bool(frame.places) and _at_war(found)


def _attributive(found: Found, effect: EffectMention) -> bool:
    """ "The destroyed tanks on show": says what a thing is like, not that something was done to it now."""
    index = found.text.token_at(effect.span.start) or 0
    before = found.text.tokens[index - 1].lower if index else ""
    if not found.text.tokens[index].lower.endswith("ed"):
        return False
    return before in {"of", "the", "a", "over", "with", "these", "those", "from", "for", "in"}


def _at_war(found: Found) -> bool:
    """Whether the report speaks of attacks at all: deaths alone are none."""
    accidents = sum(m.kind is MarkerKind.ACCIDENT for m in found.mentions.markers)
    return len(found.mentions.triggers) > accidents


def strength(found: Found, frame: Frame) -> int:
    """How many independent things the frame tells of an attack: weapon, target, effect or count, attacker, day."""
    told_weapon = bool(frame.weapons) or any(
        t.weapon is not None or t.type is not None for t in frame.triggers
    )
    effect = any(e.value is not Effect.NONE and not e.negated for e in frame.effects) or any(
        c.value is not None for c in frame.counts
    )
    return sum(
        (
            told_weapon,
            bool(frame.facilities),
            effect,
            attacker_side(frame) is not None,
            frame_interval(found, frame) is not None,
        )
    )


def needed(frame: Frame) -> int:
    """A dated attack somewhere in a named country ("drones attacked two regions of X") needs less."""
    somewhere = bool(frame.countries) or bool(frame.places)
    return _ENOUGH - 1 if has_day(frame) and somewhere and frame.weapons else _ENOUGH


def is_event(found: Found, draft: Draft) -> bool:
    """A draft stands if one of its frames opens an event and it has a place or enough else."""
    if not any(opens(found, f) for f in draft.frames):
        return False
    if draft.area is not None:
        return True
    return any(strength(found, f) >= needed(f) for f in draft.frames)
