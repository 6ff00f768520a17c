"""Markers of genericity, modality, negation and aftermath; armed groups; stands."""

from collections.abc import Mapping
from functools import cache

from dateline.lexicon.phrases import PhraseTable, noun_forms
from dateline.lexicon.tables import table
from dateline.model.mentions import MarkerKind
from dateline.model.vocab import Polarity

_KINDS = {
    "generic": MarkerKind.GENERIC,
    "hypothetical": MarkerKind.HYPOTHETICAL,
    "hedge": MarkerKind.HEDGE,
    "doubt": MarkerKind.DOUBT,
    "negation": MarkerKind.NEGATION,
    "accident": MarkerKind.ACCIDENT,
    "exercise": MarkerKind.EXERCISE,
    "denial": MarkerKind.DENIAL,
}


@cache
def marker_tables() -> tuple[tuple[MarkerKind, PhraseTable[bool]], ...]:
    """One phrase table a kind, since one word may do several things."""
    markers, triggers = table("markers"), table("triggers")
    lists = {kind: markers[name]["phrases"] for name, kind in _KINDS.items()}
    lists[MarkerKind.FOLLOW_UP] = table("effects")["follow_up"]["phrases"]
    lists[MarkerKind.ATTEMPT] = triggers["attempts"]["phrases"]
    lists[MarkerKind.THREAT] = triggers["threats"]["threatened"]
    lists[MarkerKind.PLAN] = triggers["threats"]["planned"]
    lists[MarkerKind.CHANNEL] = table("cues")["channels"]["phrases"]
    return tuple(
        (kind, PhraseTable((phrase, True) for phrase in phrases)) for kind, phrases in lists.items()
    )


@cache
def unclaimed_table() -> PhraseTable[bool]:
    """Phrases that say that nobody owned up to an attack, or that it is not known who made it."""
    return PhraseTable((phrase, True) for phrase in table("markers")["unclaimed"]["phrases"])


@cache
def anaphora_table() -> PhraseTable[bool]:
    """Definite noun phrases that point back to an attack told before."""
    return PhraseTable((phrase, True) for phrase in table("markers")["anaphora"]["phrases"])


@cache
def group_table() -> PhraseTable[str]:
    """Armed groups and bodies, and the side each stands for."""
    return PhraseTable(
        (name, row["side"]) for row in table("actors")["groups"] for name in row["names"]
    )


@cache
def union_table() -> PhraseTable[str]:
    """Bodies of many states, and what each is called as a side."""
    names = table("actors")["unions"]["names"]
    return PhraseTable((word, union) for union, words in names.items() for word in words)


def _of_actors(name: str) -> PhraseTable[bool]:
    return PhraseTable((word, True) for word in table("actors")[name]["words"])


@cache
def state_forces() -> PhraseTable[bool]:
    """Forces that are named without their country."""
    return _of_actors("state_forces")


@cache
def official_voices() -> PhraseTable[bool]:
    """What an outlet is called that speaks for a side."""
    return _of_actors("official_voices")


@cache
def enemy_words() -> PhraseTable[bool]:
    """What one side of a war calls the other."""
    return _of_actors("enemies")


@cache
def enemies() -> Mapping[str, str]:
    """The other side of each state that is at war with one other."""
    pairs = table("actors")["enemies"]["wars"]
    return {one: other for pair in pairs for one, other in (pair, reversed(pair))}


@cache
def force_nouns() -> PhraseTable[bool]:
    """Nouns that make a country's name before them an attacker."""
    return _of_actors("force_nouns")


@cache
def deed_nouns() -> PhraseTable[bool]:
    """Nouns that, after a country's name, name its attack ("missiles", "shelling")."""
    return _of_actors("deeds")


@cache
def stand_tables() -> tuple[tuple[bool, PhraseTable[Polarity]], ...]:
    """(True, verbs whose subject takes the stand), (False, words inside what is said)."""
    source = table("stands")
    verbs = PhraseTable(
        (word, Polarity(name))
        for name, words in source["cue_verbs"].items()
        if name != "why"
        for word in words
    )
    content = PhraseTable(
        (word, Polarity(name))
        for name, words in source["content"].items()
        if name != "why"
        for word in words
    )
    return (True, verbs), (False, content)


@cache
def issue_words() -> PhraseTable[bool]:
    """Words of which one must stand near a stand, so that it is one on the conflict."""
    return PhraseTable(
        (form, True)
        for word in table("stands")["issue_words"]["words"]
        for form in noun_forms(word)
    )
