"""What flies: whether "destroyed" tells of drones shot down, and whether it is weapons that fell."""

from dateline.lexicon.attacks import casualty_words, weapon_table
from dateline.mentions.chunks import sentence_bounds
from dateline.model.texts import Text

_BEING = frozenset({"was", "were", "been", "being"})
_NEAR = 6  # words between "destroyed" and what was destroyed
_SUBJECT = 5  # words between a weapon and its verb


def shot_down(text: Text, index: int) -> bool:
    """ "32 drones were destroyed", "destroyed 32 drones": what flies is shot down, not hit on the ground.

    "Drones destroyed a depot" tells of no shooting down: there the flying thing acts.
    """
    floor, ceiling = sentence_bounds(text, index)
    before = [t.lower for t in text.tokens[max(floor, index - 2) : index]]
    if _BEING & set(before):
        return _flies(text, max(floor, index - _NEAR), index)
    first = index + 1
    if _flies(text, max(floor, index - _SUBJECT), index):
        return False
    return _flies(text, first, min(ceiling, first + _NEAR))


def _flies(text: Text, first: int, last: int) -> bool:
    return any(True for _ in casualty_words("air").find(text.tokens, first, last))


def weapons_fell(text: Text, index: int) -> bool:
    """ "Rockets fell on the market": a weapon is the subject of what falls."""
    floor, _ = sentence_bounds(text, index)
    return any(True for _ in weapon_table().find(text.tokens, max(floor, index - _SUBJECT), index))
