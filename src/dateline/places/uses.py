"""How a name of a place is used: the place itself, an adjective, or standing for something else."""

from collections.abc import Sequence

from dateline.lexicon.places import capitals, words
from dateline.model.places import Level, Place, Use
from dateline.model.texts import Token
from dateline.places.candidates import token_text
from dateline.places.context import Context, Part

_MODALS = frozenset({"has", "have", "had", "will", "would", "could", "may", "might", "also", "again", "itself", "never", "not", "once", "long", "repeatedly", "reportedly", "does", "did", "can", "should", "must", "now", "still", "already", "later", "recently", "since"})  # fmt: skip
_BEING = frozenset({"is", "was", "are", "were", "has been", "be", "been"})
_RULERS = frozenset({"regime", "government", "leadership", "forces", "troops", "army"})
_TOWN_THINGS = frozenset({"mayor", "streets", "airport", "suburbs", "metro", "residents", "outskirts", "centre", "center", "skyline", "districts", "district", "main", "airports", "police", "subway", "east", "west", "north", "south", "city", "port", "suburb", "old", "downtown", "neighbourhoods", "neighborhoods"})  # fmt: skip


def use_of(tokens: Sequence[Token], context: Context, place: Place | None) -> tuple[Use, str]:
    """The use, and the reason for it where it is not the plain one."""
    candidate = context.candidate
    if candidate.adjective is not None:
        return Use.ADJECTIVE, "an adjective or demonym"
    if candidate.seat is not None:
        return Use.ASSOCIATIVE, "a seat of government stands for it"
    if context.part is Part.ORGANISATION:
        return Use.ASSOCIATIVE, "part of a longer name"
    if place is not None and is_capital(place) and _stands_for_government(tokens, context):
        return Use.ASSOCIATIVE, f"stands for the government of {place.country_name}"
    return Use.LITERAL, ""


def is_capital(place: Place) -> bool:
    """Whether the town may stand for its country's government."""
    return place.level is Level.TOWN and (place.name, place.country) in capitals()


def _stands_for_government(tokens: Sequence[Token], context: Context) -> bool:
    if context.designator or context.parent is not None or context.part is not Part.NONE:
        return False
    before = token_text(tokens, context.candidate.first - 1)
    if before in words("locatives") - {"from", "between", "to", "through"}:
        return False
    after = context.candidate.last
    follows = token_text(tokens, after)
    if follows in {"'s", "'"}:
        owned = token_text(tokens, after + 1)
        return owned not in _TOWN_THINGS
    opens = not before or before in {".", "“", '"'}
    if (
        (opens and token_text(tokens, after) in _MODALS)
        or before == "by"
        or any(token_text(tokens, after + n) in _RULERS for n in range(2))
    ):
        return True
    while token_text(tokens, after) in _MODALS:
        after += 1
    verb = token_text(tokens, after)
    if verb in _BEING:
        doing = token_text(tokens, after + 1)
        return doing == "behind" or (doing.endswith("ing") and doing in words("government_verbs"))
    return verb in words("government_verbs") - _MODALS - _BEING
