"""Cues: words that mark speech or belief."""

from collections.abc import Iterator

from dateline.lexicon.speech import cue_table
from dateline.mentions.chunks import sentence_bounds, span_of
from dateline.model.mentions import CueMention
from dateline.model.texts import Text


def find_cues(text: Text) -> Iterator[CueMention]:
    """Every cue of the lexicon, longest first."""
    for hit in cue_table().find(text.tokens):
        span = span_of(text, hit.first, hit.last)
        if _is_noun(text, hit.first):
            continue
        yield CueMention(
            span=span,
            kind=hit.value.kind,
            stance=hit.value.stance,
            hedged=hit.value.hedged,
            participle=text.tokens[hit.first].lower.endswith("ing"),
        )


_ADJECTIVES = frozenset({"alleged", "reported", "claimed", "registered", "disputed", "recorded"})
_BEFORE_ADJECTIVE = frozenset(
    {
        "behind",
        "in",
        "for",
        "on",
        "with",
        "about",
        "against",
        "by",
        "after",
        "of",
        "an",
        "the",
        "a",
        "over",
    }
)
_NOUNS = frozenset({"terms", "views", "calls", "claims"})
_BEFORE_NOUN = frozenset({"in", "on", "for", "with"})
_PASSIVE = frozenset({"was", "were", "been", "is", "are", "being"})


def _word_after(text: Text, index: int) -> str:
    """The word after token ``index``; empty at the end."""
    return text.tokens[index + 1].lower if index + 1 < len(text.tokens) else ""


def _is_noun(text: Text, index: int) -> bool:
    """A form that can be noun or verb ("report", "claims", "estimates") after a determiner or adjective is a noun."""
    if index == 0:
        return False
    if _is_name_part(text, index) or _tells_origin(text, index):
        return True
    before, token = text.tokens[index - 1].lower, text.tokens[index].lower
    adjective = before in _BEFORE_ADJECTIVE and token in _ADJECTIVES
    if adjective or (before in _BEFORE_NOUN and token in _NOUNS):  # "in terms of", "with calls for"
        return True
    if before in {
        "a",
        "an",
        "the",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "of",
        "no",
        "any",
        "these",
        "those",
        "'s",
        "our",
    }:
        return not token.endswith("ed") and token not in {"said", "told", "wrote", "says"}
    if before in _PASSIVE and token.endswith("ed"):
        return _word_after(text, index) not in {"by", "that"}
    return before == "to" and token in {"report", "note", "show", "find", "state"}


def _tells_origin(text: Text, index: int) -> bool:
    """ "A video published by X": says whose the video is, and nobody speaks."""
    return text.tokens[index].lower in {"published", "posted"} and _word_after(text, index) == "by"


def _is_name_part(text: Text, index: int) -> bool:
    """A capital inside a sentence that is not all in capitals ("United States")."""
    token = text.tokens[index]
    floor, ceiling = sentence_bounds(text, index)
    if (
        index == floor
        or not token.text[0].isupper()
        or text.quotation_at(token.span.start) is not None
    ):
        return False
    return any(t.text.islower() for t in text.tokens[floor:ceiling] if len(t.text) > 3)
