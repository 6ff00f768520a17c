"""Simple noun phrases: the words to the left and right of a head that belong to it.

No parser stands behind this: a phrase ends at closed-class words, punctuation and known verbs, which is what partial parsing
by closed classes gives (Abney 1991, "Parsing by chunks").
"""

from dateline.lexicon.attacks import attack_at
from dateline.lexicon.function_words import words
from dateline.lexicon.speech import cue_table
from dateline.model.spans import Span
from dateline.model.texts import Text

_PUNCTUATION = frozenset(',;:.!?()[]"“”«»„—–…/') | {"--", "...", "-"}
_ADJECTIVE_ED = frozenset(
    {"armed", "united", "unnamed", "unidentified", "unverified", "unconfirmed", "so-called", "occupied", "russian-installed", "unspecified", "hundred", "red",
     "moscow-installed", "limited", "retired", "masked", "backed", "appointed", "wounded", "abandoned", "unmanned", "fortified"}
)  # fmt: skip
_ING_NOUNS = frozenset(
    {"building", "buildings", "pumping", "shopping", "refining", "training", "housing", "broadcasting", "manufacturing", "shipping",
     "processing", "ruling", "leading", "missing", "visiting", "morning", "evening", "acting", "warring", "opposing", "storey"}
)  # fmt: skip


WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
"""Days of the week, lower case."""


def bounds_phrase(text: Text, index: int) -> bool:
    """Whether token ``index`` can't stand inside a simple noun phrase."""
    token = text.tokens[index]
    word = token.lower
    if (
        token.text in _PUNCTUATION
        or not word
        or not (word[0].isalnum() or word in {"'s", "'", "$"})
    ):
        return True
    if word in words("bounds") and token.text != "US":
        return True
    if word in WEEKDAYS:
        return True
    if token.text[0].isupper() and not token.text.isupper():
        return False
    if word in words("determiners"):
        return False
    infinitive = index > 0 and text.tokens[index - 1].lower == "to" and not token.text[0].isupper()
    return infinitive or _verb_like(text, index)


def _verb_like(text: Text, index: int) -> bool:
    word = text.tokens[index].lower
    if word.endswith("ly") and len(word) > 4:
        return True
    if word.endswith("ed") and len(word) > 4:
        return word not in _ADJECTIVE_ED
    if word.endswith("ing") and len(word) > 5:
        return word not in _ING_NOUNS
    trigger = attack_at(text.tokens, index)
    if trigger is not None:
        return trigger.value.verb and trigger.last == index + 1
    return cue_table().at(text.tokens, index) is not None


def phrase_start(text: Text, first: int, floor: int) -> int:
    """Index of the first token of the noun phrase whose head starts at token ``first``."""
    index = first
    while index > floor and not bounds_phrase(text, index - 1) and not _is_deed(text, index - 1):
        index -= 1
        if text.tokens[index].lower in words("determiners"):
            break
    return index


def _is_deed(text: Text, index: int) -> bool:
    """An attack word ends the phrase to its right: "Ruritania strikes ports" in a headline."""
    hit = attack_at(text.tokens, index)
    return hit is not None and hit.last == index + 1


def phrase_end(text: Text, last: int, ceiling: int) -> int:
    """Index after the last token of ``of``/``in``/``for`` phrases that hang on the head before ``last``."""
    index = last
    while index < ceiling - 1 and text.tokens[index].lower in {
        "of",
        "in",
        "for",
        "at",
        "from",
        "to",
        "with",
    }:
        after = index + 1
        while after < ceiling and not bounds_phrase(text, after) and not _leads_on(text, after):
            after += 1
        if after == index + 1:
            break
        index = after
        joined = index < ceiling - 1 and text.tokens[index].lower == "and"
        if joined and text.tokens[index + 1].text[:1].isupper():
            index += 1
            while index < ceiling and not bounds_phrase(text, index) and not _leads_on(text, index):
                index += 1
    return index


def _leads_on(text: Text, index: int) -> bool:
    """Adverbs before a verb ("first announced") are no part of the phrase before them."""
    return (
        text.tokens[index].lower in words("skippable") and not text.tokens[index].text[0].isupper()
    )


def span_of(text: Text, first: int, last: int) -> Span:
    """Characters of tokens ``first`` to ``last`` (exclusive)."""
    return Span(text.tokens[first].span.start, text.tokens[last - 1].span.end)


def sentence_bounds(text: Text, index: int) -> tuple[int, int]:
    """First token and end of the sentence that token ``index`` stands in."""
    at = text.sentence_at(text.tokens[index].span.start)
    if at is None:
        return 0, len(text.tokens)
    sentence = text.sentences[at]
    return sentence.first_token, sentence.last_token
