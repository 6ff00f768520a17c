"""Whether a time is told as past or as still to come, from the words around it.

A shallow stand-in for parsing: the first auxiliary, verb form or preposition that tells, going back from the
expression, else the first one after it, in the same sentence.
"""

from collections.abc import Sequence
from enum import StrEnum

from dateline.lexicon.time_words import tense_cues
from dateline.model.spans import Span
from dateline.model.texts import Text, Token

_BACK = 14  # tokens; farther verbs belong to other clauses
_AHEAD = 12
_SHORTEST_PAST = 4  # letters; "red", "bed" are no verbs

_BEFORE_ADJECTIVES = frozenset(
    {"a", "an", "the", "its", "their", "his", "her", "be", "of", "some", "more"}
)
_LIMITS = frozenset({"by", "until", "till"})
_PRONOUNS = frozenset({"it", "him", "her", "them", "us", "me", "you"})
_NO_VERBS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "our"}
)


class Tense(StrEnum):
    """How a time is told."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


def tense_at(text: Text, span: Span) -> Tense:
    """The tense that the words around ``span`` tell; OPEN when none does.

    What stands before "Wednesday's ruling" or "by Wednesday" tells nothing about the Wednesday.
    """
    number = text.sentence_at(span.start)
    first = text.token_at(span.start)
    last = text.token_at(span.end - 1)
    if number is None or first is None or last is None:
        return Tense.OPEN
    sentence = text.sentences[number]
    after = text.tokens[last + 1 : min(sentence.last_token, last + 1 + _AHEAD)]
    if after and after[0].lower == "'s":
        return Tense.OPEN
    before = text.tokens[max(sentence.first_token, first - _BACK) : first]
    if before and before[-1].lower in _LIMITS:
        return Tense.OPEN
    found = _going_back(before)
    return found if found is not Tense.OPEN else _going_on(after)


def _going_back(tokens: Sequence[Token]) -> Tense:
    for index in range(len(tokens) - 1, -1, -1):
        nearer = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        farther = tokens[index - 1].lower if index else ""
        if tokens[index].lower == "to" and _is_coming(tokens, index):
            return Tense.FUTURE
        found = _cue(tokens[index].lower, farther, nearer)
        if found is not Tense.OPEN:
            return found
    return Tense.OPEN


def _is_coming(tokens: Sequence[Token], to: int) -> bool:
    """ "Agreed to meet", "asked it to answer", "are due to start", but "managed to hit"; index of "to"."""
    verb = tokens[to + 1] if to + 1 < len(tokens) else None
    before = [token.lower for token in tokens[max(0, to - 2) : to]]
    if verb is None or not before or verb.lower in _NO_VERBS:
        return False
    if not verb.text.isalpha() or verb.text.istitle():
        return False
    if before[-1] == "due":
        return before[0] in {"is", "are", "'s"}
    governor = before[0] if before[-1] in _PRONOUNS else before[-1]
    return governor in tense_cues("governors")


def _going_on(tokens: Sequence[Token]) -> Tense:
    for index, token in enumerate(tokens):
        before = tokens[index - 1].lower if index else ""
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        found = _cue(token.lower, before, after)
        if found is not Tense.OPEN:
            return found
    return Tense.OPEN


def _cue(word: str, before: str, after: str) -> Tense:
    """What one word tells, with its neighbours in the order of the text."""
    if _is_future(word, after):
        return Tense.FUTURE
    past = tense_cues("past_cues")
    if word in past or (word.endswith("n't") and word[:-3] in past):
        return Tense.PAST
    if (
        len(word) >= _SHORTEST_PAST
        and word.endswith("ed")
        and not word.endswith("eed")
        and before not in _BEFORE_ADJECTIVES
        and word not in tense_cues("not_past")
    ):
        return Tense.PAST
    return Tense.OPEN


def _is_future(word: str, after: str) -> bool:
    """ "Due" and "set" point ahead only before these: "due to" is mostly a cause, "set" a fire."""
    if word == "due":
        return after in {"on", "in", "back", "by", ""}
    if word == "set":
        return after == "for"
    return word in tense_cues("future_cues") or word.endswith("'ll")
