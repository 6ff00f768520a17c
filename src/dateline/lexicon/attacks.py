"""Triggers, weapons, facilities, effects and casualties, as phrase tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from dateline.lexicon.phrases import Hit, PhraseTable, noun_forms, verb_forms
from dateline.lexicon.tables import table
from dateline.model.claims import Range
from dateline.model.texts import Token
from dateline.model.vocab import Effect, EventType, Stage, TargetType, WeaponType


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """What a trigger of the lexicon stands for.

    Attributes:
        type: the event type it speaks for; None where the weapon decides.
        verb: a verb form.
        needs: ``weapon`` or ``air``: what must stand in the same clause; ``shot down``: something that flies must be what is
            destroyed; ``falling``: a weapon must be what falls.
        stage: the stage it speaks for.
        weapon: the weapon in the word.
        plural: a plural noun.
    """

    type: EventType | None
    verb: bool
    needs: str | None = None
    stage: Stage | None = None
    weapon: WeaponType | None = None
    plural: bool = False


@cache
def trigger_table() -> PhraseTable[TriggerEntry | None]:
    """Triggers; words in which an attack word means something else stand for None."""
    source = table("triggers")
    entries: list[tuple[str, TriggerEntry | None]] = []
    for row in source["verbs"]:
        entry = _entry(row, verb=True)
        entries.extend(
            (form, entry) for verb in row["words"] for form in verb_forms(verb, source["forms"])
        )
    for row in source["nouns"]:
        for word in row["words"]:
            single, many = noun_forms(word)
            entries.append((single, _entry(row, verb=False)))
            entries.append((many, _entry(row, verb=False, plural=True)))
    entries.extend((phrase, None) for phrase in table("markers")["not_attack"]["phrases"])
    return PhraseTable(entries)


def attack_at(tokens: Sequence[Token], index: int) -> Hit[TriggerEntry] | None:
    """The attack word at token ``index``; None if there is none, or it means something else there."""
    hit = trigger_table().at(tokens, index)
    return cast("Hit[TriggerEntry]", hit) if hit is not None and hit.value is not None else None


@cache
def infinitive_table() -> PhraseTable[TriggerEntry]:
    """Base forms of the trigger verbs: "blow up", "kidnap"; they tell of an attack only behind "tried to" and its like."""
    rows = table("triggers")["verbs"]
    return PhraseTable((verb, _entry(row, verb=True)) for row in rows for verb in row["words"])


def _entry(row: dict[str, Any], *, verb: bool, plural: bool = False) -> TriggerEntry:
    return TriggerEntry(
        type=EventType(row["type"]) if "type" in row else None,
        verb=verb,
        needs=row.get("needs"),
        stage=Stage(row["stage"]) if "stage" in row else None,
        weapon=WeaponType(row["weapon"]) if "weapon" in row else None,
        plural=plural,
    )


@cache
def weapon_table() -> PhraseTable[WeaponType]:
    """Weapons, singular and plural."""
    return PhraseTable(
        (form, WeaponType(row["type"]))
        for row in table("weapons")["entries"]
        for word in row["words"]
        for form in noun_forms(word)
    )


@cache
def facility_table() -> PhraseTable[TargetType | None]:
    """What can be a target; phrases in which such a word means something else stand for None."""
    source = table("facilities")
    return PhraseTable(_facilities(source))


def _facilities(source: dict[str, Any]) -> Iterator[tuple[str, TargetType | None]]:
    for word in source["people"]["heads"]:
        yield word, TargetType.PEOPLE
    for row in source["entries"]:
        for word in row["words"]:
            for form in noun_forms(word):
                yield form, TargetType(row["type"])
    for phrase in source["unharmed_guards"]["phrases"]:
        yield phrase, None


@cache
def effect_table() -> PhraseTable[Effect | None]:
    """Effects; phrases in which "fire" is no blaze stand for None."""
    source = table("effects")
    entries: list[tuple[str, Effect | None]] = [
        (word, Effect(row["value"])) for row in source["entries"] for word in row["words"]
    ]
    entries.extend((phrase, None) for phrase in source["fire_false_friends"]["phrases"])
    return PhraseTable(entries)


@dataclass(frozen=True, slots=True)
class Bound:
    """A word before a number: ``at_least``, ``at_most`` or ``about``."""

    kind: str


@cache
def casualty_words(name: str) -> PhraseTable[str]:
    """One of the word lists of ``casualties.yml``: killed, injured, both, none, intercepted, air, persons, units."""
    return PhraseTable((word.lower(), name) for word in table("casualties")[name]["words"])


@cache
def bound_table() -> PhraseTable[Bound]:
    """Words that bound a number."""
    return PhraseTable(
        (word, Bound(kind))
        for kind, row in table("casualties")["approx"].items()
        for word in row["words"]
    )


@cache
def vague_numbers() -> PhraseTable[str | Range]:
    """Plurals without a number, and what they are coded as."""
    return PhraseTable(
        (word, (row["low"], None) if "low" in row else "some")
        for row in table("casualties")["plural"].values()
        for word in row["words"]
    )
