"""Cues of attribution, head nouns of speakers, and offices."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lexicon.phrases import PhraseTable, noun_forms, verb_forms
from dateline.lexicon.tables import table
from dateline.model.mentions import CueKind
from dateline.model.vocab import SourceKind, Stance


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What a cue of the lexicon stands for."""

    kind: CueKind
    stance: Stance
    hedged: bool = False


@cache
def cue_table() -> PhraseTable[CueEntry]:
    """All cues: verbs in their forms, prepositions, impersonal ones, and refusals to say."""
    source = table("cues")
    entries: list[tuple[str, CueEntry]] = []
    for stance, group in source["verbs"].items():
        for verb in group["words"]:
            entries.extend(
                (form, CueEntry(CueKind.VERB, Stance(stance)))
                for form in verb_forms(verb, source["forms"])
            )
    entries.extend(
        (row["phrase"], CueEntry(CueKind.PREPOSITION, Stance(row["stance"])))
        for row in source["prepositions"]
    )
    entries.extend(
        (row["phrase"], CueEntry(CueKind.IMPERSONAL, Stance.ASSERTED, hedged=bool(row["hedged"])))
        for row in source["impersonal"]
    )
    entries.extend(
        (phrase, CueEntry(CueKind.SILENCE, Stance.UNKNOWN))
        for phrase in (*source["silence"]["phrases"], *source["silence"]["from"]["phrases"])
    )
    return PhraseTable(entries)


@cache
def refusal_words() -> frozenset[str]:
    """Words that make a silence a refusal to speak ("declined", "comment")."""
    return frozenset(table("cues")["silence"]["refuses"]["words"])


@cache
def channel_table() -> PhraseTable[bool]:
    """Where a thing was said ("on social media", "in a statement")."""
    return PhraseTable((phrase, True) for phrase in table("cues")["channels"]["phrases"])


@cache
def speaker_heads() -> PhraseTable[SourceKind]:
    """Head nouns of speakers, and names of news media."""
    source: dict[str, Any] = table("sources")
    entries = [
        (word, SourceKind(kind))
        for kind in ("anonymous", "organisation", "document")
        for word in source[kind]["heads"]
    ]
    entries += [(name, SourceKind.ORGANISATION) for name in source["outlets"]["names"]]
    return PhraseTable(entries)


@cache
def outlet_names() -> frozenset[str]:
    """Names of news media, lower case."""
    return frozenset(table("sources")["outlets"]["names"])


@cache
def office_table() -> PhraseTable[bool]:
    """Titles and roles, singular and plural; abbreviated ones with and without their stop."""
    offices = table("sources")["offices"]["words"]
    plain = [form for word in offices for form in noun_forms(word)]
    stopped = [" ".join(f"{part}." for part in word.split()) for word in offices if len(word) <= 7]
    return PhraseTable((form, True) for form in (*plain, *stopped))
