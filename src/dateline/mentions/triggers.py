"""Triggers: words that tell of an attack, with type and stage."""

from collections.abc import Iterator, Sequence

from dateline.lexicon.attacks import (
    TriggerEntry,
    bound_table,
    casualty_words,
    infinitive_table,
    trigger_table,
    vague_numbers,
    weapon_table,
)
from dateline.lexicon.function_words import words
from dateline.lexicon.markers import anaphora_table
from dateline.lexicon.numbers import parse_number
from dateline.lexicon.phrases import Hit
from dateline.mentions.airborne import shot_down, weapons_fell
from dateline.mentions.chunks import bounds_phrase, sentence_bounds, span_of
from dateline.model.mentions import MarkerKind, MarkerMention, TriggerMention
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.model.vocab import Stage

_MODAL = frozenset({"would", "could", "will", "may", "might", "can", "should", "must", "to"})
_STAGES = (
    (MarkerKind.ATTEMPT, Stage.ATTEMPTED),
    (MarkerKind.THREAT, Stage.THREATENED),
    (MarkerKind.PLAN, Stage.PLANNED),
)


def find_triggers(text: Text, markers: Sequence[MarkerMention]) -> Iterator[TriggerMention]:
    """Every trigger of the lexicon that stands as one: verbs after "to" or a modal only when an attempt or threat says so."""
    for hit in trigger_table().find(text.tokens):
        entry = hit.value
        if entry is None:
            continue
        span = span_of(text, hit.first, hit.last)
        stage = _stage(span, markers) or entry.stage
        if entry.verb and not _verb_counts(text, hit, entry, stage):
            continue
        if not entry.verb and _names_another_thing(text, hit):
            continue
        yield TriggerMention(
            span=span,
            type=entry.type,
            stage=stage,
            verb=entry.verb,
            weapon=entry.weapon,
            plural=entry.plural,
            definite=_definite(text, hit.first),
        )
    yield from _infinitives(text, markers)


def _infinitives(text: Text, markers: Sequence[MarkerMention]) -> Iterator[TriggerMention]:
    """ "Tried to blow up": the base form of a verb right behind an attempt, threat or plan."""
    for kind, stage in _STAGES:
        for marker in markers:
            index = text.token_at(marker.span.end)
            if marker.kind is not kind or index is None or index + 1 >= len(text.tokens):
                continue
            index += 0 if text.tokens[index].span.start >= marker.span.end else 1
            hit = infinitive_table().at(text.tokens, index)
            if text.tokens[index - 1].lower != "to" or hit is None:
                continue
            if trigger_table().at(text.tokens, index) is None and _verb_counts(
                text, hit, hit.value, stage
            ):
                span = span_of(text, hit.first, hit.last)
                yield TriggerMention(span=span, type=hit.value.type, stage=stage, verb=True)


def _stage(span: Span, markers: Sequence[MarkerMention]) -> Stage | None:
    for kind, stage in _STAGES:
        for marker in markers:
            if marker.kind is kind and 0 <= span.start - marker.span.end <= 2:
                return stage
            if marker.kind is kind and marker.span.contains(span):
                return stage
    return None


def _verb_counts(
    text: Text,
    hit: Hit[TriggerEntry | None] | Hit[TriggerEntry],
    entry: TriggerEntry,
    stage: Stage | None,
) -> bool:
    before = text.tokens[hit.first - 1].lower if hit.first else ""
    if before in _MODAL and stage in {None, Stage.INTERCEPTED}:
        return False
    if text.tokens[hit.first].lower in {"aimed", "aiming"} and before in {
        "was",
        "is",
        "were",
        "are",
        ",",
    }:
        return False
    if text.tokens[hit.first].lower in {"target", "targets"} and not _present_tense(
        text, hit.first
    ):
        return False
    if text.tokens[hit.first].lower in {"burned", "burnt"} and not _has_object(text, hit.last):
        return False  # "a mill burned down": a fire, and nobody's deed
    if entry.needs is not None:
        return _has_beside(text, hit, entry.needs)
    return True


def _has_object(text: Text, index: int) -> bool:
    """Whether a noun phrase follows: a determiner, number or noun, no closed-class word or punctuation."""
    return index < len(text.tokens) and not bounds_phrase(text, index)


def _present_tense(text: Text, index: int) -> bool:
    """Headlines: "Drones target depot", "Ruritania targets port": a verb only after a weapon in the plural or a name."""
    if index == 0:
        return False
    before = text.tokens[index - 1]
    plural = text.tokens[index].lower == "target"
    weapons = casualty_words("air").at(text.tokens, index - 1) is not None
    return (plural and weapons and before.lower.endswith("s")) or (
        before.text[0].isupper()
        and before.lower not in words("determiners") | {"military", "legitimate"}
    )


def _has_beside(text: Text, hit: Hit[TriggerEntry | None] | Hit[TriggerEntry], need: str) -> bool:
    """Whether a weapon (as object, or before a passive) stands in the same sentence within ten words."""
    if need == "shot down":
        return shot_down(text, hit.first)
    if need == "falling":
        return weapons_fell(text, hit.first)
    floor, ceiling = sentence_bounds(text, hit.first)
    first, last = max(floor, hit.first - 10), min(ceiling, hit.last + 8)
    if need == "air":
        return any(True for _ in casualty_words("air").find(text.tokens, first, last))
    return any(True for _ in weapon_table().find(text.tokens, hit.last, last)) or any(
        True for _ in trigger_table().find(text.tokens, hit.last, last)
    )


_PARTICIPLES = frozenset({"killing", "shooting", "stabbing", "bombing"})


def _takes_object(text: Text, hit: Hit[TriggerEntry | None]) -> bool:
    """ "…, killing three", "bombing the town": a participle with its object; "the Oxbow bombing" is a noun."""
    before = text.tokens[hit.first - 1].lower if hit.first else ","
    after = text.tokens[hit.last].lower if hit.last < len(text.tokens) else ""
    if before in {"the", "a", "this", "that", "of"} or after == "of":
        return False
    counted = (
        parse_number([after]) is not None or vague_numbers().at(text.tokens, hit.last) is not None
    )
    bounded = bound_table().at(text.tokens, hit.last) is not None
    persons = casualty_words("persons").at(text.tokens, hit.last) is not None
    return (
        counted
        or bounded
        or persons
        or after in words("determiners")
        or before in {",", "and", "is", "are", "was", "were"}
    )


def _names_another_thing(text: Text, hit: Hit[TriggerEntry | None]) -> bool:
    """A noun that only modifies another ("strike capability", "attack victims' families")."""
    after = text.tokens[hit.last].lower if hit.last < len(text.tokens) else ""
    if text.tokens[hit.first].lower in _PARTICIPLES and _takes_object(text, hit):
        return True  # "killing three": a count, and no event of its own
    return after in {
        "capability",
        "capabilities",
        "range",
        "weapons",
        "drones",
        "drone",
        "helicopter",
        "helicopters",
        "aircraft",
        "alert",
        "alerts",
        "sirens",
        "plans",
        "submarine",
    }


def _definite(text: Text, first: int) -> bool:
    start = max(0, first - 3)
    return any(
        hit.first <= first < hit.last
        for index in range(start, first + 1)
        if (hit := anaphora_table().at(text.tokens, index)) is not None
    )
