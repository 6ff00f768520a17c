"""The rules' mentions, checked and filled up by what the encoder takes for an attack.

A trigger of the lexicon that the encoder does not take for one is left out ("the strike of dock workers"); words the lexicon lacks and the encoder
takes for an attack are added ("lost two pumping stations").
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from dateline.lexicon.function_words import words
from dateline.mentions.chunks import WEEKDAYS, bounds_phrase, span_of
from dateline.mentions.figures import find_figures
from dateline.mentions.learned_roles import (
    learned_facilities,
    learned_weapons,
    linked_actors,
    weighed_facilities,
)
from dateline.model.claims import Range
from dateline.model.mentions import (
    CountMention,
    EffectMention,
    FacilityMention,
    Mentions,
    QuantityMention,
    TriggerMention,
    WeaponMention,
)
from dateline.model.signals import Signal, Signals
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.model.vocab import Effect, EventType, Field, Stage

_M = TypeVar(
    "_M",
    CountMention,
    EffectMention,
    FacilityMention,
    QuantityMention,
    TriggerMention,
    WeaponMention,
)

KEEP = 0.05
"""Least probability of being an attack at which a trigger of the lexicon stays."""
ADD = 0.7
"""Least probability at which words outside the lexicon become a trigger."""
QUANTITY = 0.3
"""Least score of a figure that is neither of dead or hurt nor with a unit of the tables."""
GENERAL = 0.75
"""Probability of telling of attacks in general from which a trigger tells of none."""
LEANS = 0.8
"""Least probability of a type that decides where no weapon is told, or only "bombs"."""
TYPED = 0.6
"""Least probability at which a bare trigger gets the encoder's type."""
SURE = 0.5
"""Least probability at which a type or a stage is taken over."""


def with_signals(text: Text, mentions: Mentions, signals: Signals) -> Mentions:
    """The mentions with the encoder's view of the attacks and of what belongs to them.

    Args:
        text: the text.
        mentions: what the rules found in it.
        signals: what the encoder made of it.
    """
    kept = [
        _typed(t, signals)
        for t in mentions.triggers
        if signals.share("trigger", "attack", t.span) >= KEEP
    ]
    added = [
        _trigger(text, signal, signals)
        for signal in signals.spans("trigger")
        if signal.label == "attack"
        and signal.score >= ADD
        and not any(t.span.overlaps(signal.span) for t in mentions.triggers)
    ]
    triggers = tuple(
        replace(
            trigger,
            general=_generic(trigger.span, signals) >= GENERAL and not _is_of_day(text, trigger),
            leaning=_leaning(trigger, signals),
        )
        for trigger in _ordered((*kept, *added))
    )
    checked = replace(mentions, triggers=triggers)
    counts = (*mentions.counts, *_counts(text, mentions, signals))
    effects = (*mentions.effects, *_effects(text, mentions, signals))
    quantities = (*mentions.quantities, *_quantities(text, mentions, signals))
    facilities = (
        *weighed_facilities(checked, signals),
        *learned_facilities(mentions, signals),
    )
    weapons = (*mentions.weapons, *learned_weapons(mentions, signals))
    return replace(
        checked,
        actors=tuple(linked_actors(checked, signals)),
        facilities=_ordered(facilities),
        weapons=_ordered(weapons),
        counts=_ordered(counts),
        quantities=_ordered(quantities),
        effects=_ordered(effects),
    )


def _ordered(items: Iterable[_M]) -> tuple[_M, ...]:
    return tuple(sorted(items, key=lambda item: item.span))


_BY_WEAPON = frozenset({EventType.DRONE, EventType.SHELLING, EventType.DISRUPTED, EventType.OTHER})
"""Types that the coding guide settles by the weapon told, and where none is told."""
_CASUALTIES = {"killed": Field.KILLED, "injured": Field.INJURED}
_NOBODY = frozenset({"no", "none", "nobody", "not", "without", "n't", "nor"})
_ONE = frozenset({"a", "an", "one", "his", "her"})


def _counts(text: Text, mentions: Mentions, signals: Signals) -> Iterator[CountMention]:
    """Dead and hurt in words that the rules do not read; the number is read by them."""
    for signal in signals.spans("figure"):
        field = _CASUALTIES.get(signal.label)
        if field is None or signal.score < ADD:
            continue
        if any(c.span.overlaps(signal.span) for c in mentions.counts):
            continue
        yield CountMention(span=signal.span, fields=(field,), value=_value(text, signal))


def _quantities(text: Text, mentions: Mentions, signals: Signals) -> Iterator[QuantityMention]:
    """Other figures that bear on an attack ("38,000 customers", "two bombs"), as printed, without "some" or "about" before them."""
    taken = [*(c.span for c in mentions.counts), *(q.span for q in mentions.quantities)]
    for signal in signals.spans("figure"):
        if signal.label != "quantity" or signal.score < QUANTITY:
            continue
        first = text.token_at(signal.span.start)
        if first is None or any(span.overlaps(signal.span) for span in taken):
            continue
        figure = next(find_figures(text, first, first + len(text.tokens_in(signal.span))), None)
        if figure is None:
            continue
        last = figure.last
        while last < len(text.tokens) and not bounds_phrase(text, last):
            last += 1
        span = span_of(text, figure.first, last)
        yield QuantityMention(span=span, value=span.of(text.body))


def _value(text: Text, signal: Signal) -> int | str | Range | None:
    tokens = text.tokens_in(signal.span)
    first = text.token_at(signal.span.start) or 0
    figure = next(find_figures(text, first, first + len(tokens)), None)
    if figure is not None:
        return figure.value
    words_of = {t.lower for t in tokens}
    if words_of & _NOBODY:
        return 0
    return 1 if words_of & _ONE else "some"


def _effects(text: Text, mentions: Mentions, signals: Signals) -> Iterator[EffectMention]:
    """What was done to things, in words that the rules do not know; nothing that they read in the same sentence already."""
    known = [*(e.span for e in mentions.effects), *(c.span for c in mentions.counts)]
    told = {(text.sentence_at(e.span.start), e.value) for e in mentions.effects}
    for signal in signals.spans("figure"):
        if signal.label != "effect" or signal.score < ADD:
            continue
        value, sure = signals.sort("effect", signal.span)[0]
        if (text.sentence_at(signal.span.start), value) in told:
            continue
        if sure >= SURE and not any(span.overlaps(signal.span) for span in known):
            yield EffectMention(span=signal.span, value=Effect(value))


def _typed(trigger: TriggerMention, signals: Signals) -> TriggerMention:
    """A bare word for an attack ("raid"), which the rules type by its weapon, with the type that the encoder is sure of."""
    if trigger.type is not None or trigger.weapon is not None:
        return trigger
    kind, sure = signals.sort("event_type", trigger.span)[0]
    return trigger if sure < TYPED or kind in _BY_WEAPON else replace(trigger, type=EventType(kind))


def _trigger(text: Text, signal: Signal, signals: Signals) -> TriggerMention:
    kind, sure = signals.sort("event_type", signal.span)[0]
    stage, certain = signals.sort("stage", signal.span)[0]
    return TriggerMention(
        span=signal.span,
        type=EventType(kind) if sure >= SURE else None,
        stage=Stage(stage) if certain >= SURE and stage != Stage.ACCOMPLISHED else None,
        verb=_is_verb(text, signal),
        plural=False,
        definite=_after(text, signal, frozenset({"the", "this", "that", "these", "those"})),
    )


def _is_verb(text: Text, signal: Signal) -> bool:
    """No determiner, possessive or adjective-like word stands before it, and it does not end like a noun."""
    word = signal.span.of(text.body).lower()
    return word.endswith(("ed", "ck", "nt", "lew", "ing", "ot")) and not _after(
        text, signal, words("determiners") | {"'s", "of", "another"}
    )


def _after(text: Text, signal: Signal, before: frozenset[str]) -> bool:
    index = text.token_at(signal.span.start)
    return bool(index) and text.tokens[(index or 1) - 1].lower in before


def _leaning(trigger: TriggerMention, signals: Signals) -> EventType | None:
    kind, sure = signals.sort("event_type", trigger.span)[0]
    return EventType(kind) if sure >= LEANS and trigger.type is None else None


_DAYS = WEEKDAYS | {"yesterday", "today"}


def _is_of_day(text: Text, trigger: TriggerMention) -> bool:
    """ "Thursday's missile strikes": those of one day are no attacks in general."""
    first = text.token_at(trigger.span.start) or 0
    before = [t.lower for t in text.tokens[max(0, first - 4) : first]]
    return "'s" in before[1:] and before[before.index("'s", 1) - 1] in _DAYS


def _generic(span: Span, signals: Signals) -> float:
    """Probability that the words tell of attacks in general, or of none ("the explosions of applause")."""
    return dict(signals.sort("specific", span)).get("generic", 0.0)
