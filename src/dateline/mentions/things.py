"""Weapons, facilities and effects."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.lexicon.attacks import effect_table, facility_table, weapon_table
from dateline.lexicon.function_words import words
from dateline.lexicon.phrases import Hit
from dateline.mentions.airborne import shot_down
from dateline.mentions.chunks import phrase_start, sentence_bounds, span_of
from dateline.model.mentions import (
    EffectMention,
    FacilityMention,
    MarkerKind,
    MarkerMention,
    WeaponMention,
)
from dateline.model.texts import Text
from dateline.model.vocab import Effect, TargetType, WeaponType

_TRANSITIVE_HEADS = frozenset({"destroyed", "damaged", "destroying", "damaging"})


def find_weapons(text: Text, facilities: Sequence[FacilityMention]) -> Iterator[WeaponMention]:
    """Every weapon of the lexicon; not one that only modifies what is attacked ("drone factory").

    Args:
        text: what to read.
        facilities: those of the text (:func:`find_facilities`).
    """
    for hit in weapon_table().find(text.tokens):
        span = span_of(text, hit.first, hit.last)
        if not any(f.head.contains(span) for f in facilities) and not _is_infinitive(text, hit):
            yield WeaponMention(span=span, type=hit.value)


def _is_infinitive(text: Text, hit: Hit[WeaponType]) -> bool:
    """ "Threatened to bomb": a verb that looks like a weapon."""
    return (
        hit.first > 0
        and text.tokens[hit.first - 1].lower == "to"
        and span_of(text, hit.first, hit.last).of(text.body).lower() in {"bomb", "shell", "rocket"}
    )


_VERB_ALIKE = frozenset({"house", "houses", "store", "stores", "base", "bases", "ship", "ships", "shop", "market", "bank", "plant", "plants", "train", "trains", "bridge", "park", "home", "homes", "target", "position", "radar", "school", "mill", "bar", "bars"})  # fmt: skip


def find_facilities(text: Text) -> Iterator[FacilityMention]:
    """Every facility of the lexicon with its noun phrase."""
    yield from _settle_tanks(tuple(_facilities(text)), text)


def _facilities(text: Text) -> Iterator[FacilityMention]:
    for hit in facility_table().find(text.tokens):
        if hit.value is None:
            continue
        if (
            hit.last < len(text.tokens)
            and hit.value is not TargetType.PEOPLE
            and _modifies(text, hit.last)
        ):
            continue
        floor, _ = sentence_bounds(text, hit.first)
        if hit.first > floor and _is_verb(text, hit.first, hit.last):
            continue
        first = phrase_start(text, hit.first, floor)
        if hit.value is TargetType.VEHICLE and any(
            True for _ in weapon_table().find(text.tokens, first, hit.last)
        ):
            continue
        yield FacilityMention(
            span=span_of(text, first, hit.last),
            head=span_of(text, hit.first, hit.last),
            type=hit.value,
        )


def _is_verb(text: Text, first: int, last: int) -> bool:
    """ "Which houses a museum", "that store 300 tonnes": a verb that looks like a facility."""
    if last != first + 1 or text.tokens[first].lower not in _VERB_ALIKE:
        return False
    before = text.tokens[first - 1].lower
    after = text.tokens[last].lower if last < len(text.tokens) else ""
    return before in {"which", "who", "to"} or (
        before == "that" and (after[:1].isdigit() or after in words("determiners"))
    )


def _settle_tanks(found: Sequence[FacilityMention], text: Text) -> Iterator[FacilityMention]:
    """A "tank" in a report of depots or refineries holds fuel; elsewhere it is armour."""
    oil = any(f.type in {TargetType.FUEL_STORAGE, TargetType.REFINING} for f in found)
    for facility in found:
        tank = facility.head.of(text.body).lower() in {"tank", "tanks"}
        yield replace(facility, type=TargetType.FUEL_STORAGE) if tank and oil else facility


def _modifies(text: Text, index: int) -> bool:
    """The head only modifies what follows ("school teacher", "market share", "car bomb")."""
    after = text.tokens[index].lower
    return after in {"workers", "worker", "staff", "prices", "price", "bomb", "bombing", "bombings", "teacher", "teachers", "owner", "owners", "chief", "official",
                     "officials", "crew", "driver", "drivers", "company", "companies", "operator", "giant", "exports", "export", "output", "employees", "director", "director's", "spokesman"}  # fmt: skip


def find_effects(text: Text, markers: Sequence[MarkerMention]) -> Iterator[EffectMention]:
    """Every effect of the lexicon; a negated one is no damage, a counted "destroyed drone" no effect."""
    negations = [m.span for m in markers if m.kind is MarkerKind.NEGATION]
    for hit in effect_table().find(text.tokens):
        if hit.value is None:
            continue
        span = span_of(text, hit.first, hit.last)
        negated = any(0 <= span.start - n.end <= 6 for n in negations)
        if negated and hit.value is Effect.DAMAGED:
            yield EffectMention(span=span, value=Effect.NONE)
        elif negated and hit.value is not Effect.NONE:
            yield EffectMention(span=span, value=hit.value, negated=True)
        elif not _of_weapons(text, hit.first):
            yield EffectMention(span=span, value=hit.value)


def _of_weapons(text: Text, first: int) -> bool:
    """Weapons destroyed in the air are shot down: no effect on a target."""
    return text.tokens[first].lower in _TRANSITIVE_HEADS and shot_down(text, first)
