"""What flies: whether "destroyed" tells of drones shot down, and whether it is weapons that fell."""

from dateline.lexicon.attacks import casualty_words, weapon_table
from dateline.mentions.chunks import sentence_bounds
from dateline.model.texts import Text

_AFTER_SUBJECT = frozenset({"were", "was", "have", "had", "has", "over", "in", "above", "and"})
_PREPOSITIONS = frozenset({"in", "by", "with", "after", "during", "from", "on", "at", "for", ","})
_BEING = frozenset({"was", "were", "been", "being"})
_NEAR = 6  # words between "destroyed" and what was destroyed
_SUBJECT = 5  # words between a weapon and its verb


def shot_down(text: Text, index: int) -> bool:
    """ "32 drones were destroyed", "destroyed 32 drones": what flies is shot down, not hit on the ground.

    "Drones destroyed a depot" tells of no shooting down: there the flying thing acts.
    """
    floor, ceiling = sentence_bounds(text, index)
    before = [t.lower for t in text.tokens[max(floor, index - _NEAR) : index]]
    if _BEING & set(before[-2:]):
        return _is_subject(text, index)
    if _flies(text, max(floor, index - _SUBJECT), index):
        return False
    return _is_object(text, index + 1, ceiling)


def _is_object(text: Text, first: int, ceiling: int) -> bool:
    """Whether what flies follows as the object: "14 of the drones", not "in a drone attack", "by drones"."""
    hit = next(
        iter(casualty_words("air").find(text.tokens, first, min(ceiling, first + _NEAR))), None
    )
    between = text.tokens[first : hit.first] if hit is not None else ()
    return hit is not None and not any(t.lower in _PREPOSITIONS for t in between)


def _is_subject(text: Text, index: int) -> bool:
    """Whether what flies stands right before the passive ("drones were", "drones over the bay have been"), no attack word behind it."""
    floor, _ = sentence_bounds(text, index)
    first = max(floor, index - _NEAR)
    hits = list(casualty_words("air").find(text.tokens, first, index))
    if not hits:
        return False
    following = [t.lower for t in text.tokens[hits[-1].last : index]]
    return not following or following[0] in _AFTER_SUBJECT


def _flies(text: Text, first: int, last: int) -> bool:
    return any(True for _ in casualty_words("air").find(text.tokens, first, last))


def weapons_fell(text: Text, index: int) -> bool:
    """ "Rockets fell on the market": a weapon is the subject of what falls."""
    floor, _ = sentence_bounds(text, index)
    return any(True for _ in weapon_table().find(text.tokens, max(floor, index - _SUBJECT), index))
