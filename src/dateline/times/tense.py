"""Whether a time is told as past or as still to come, from the words around it.

A shallow stand-in for parsing: the first auxiliary, verb form or preposition that tells, going back from the
expression, else the first one after it, in the same sentence.
"""

from collections.abc import Iterable
from enum import StrEnum

from dateline.lexicon.time_words import tense_cues
from dateline.model.spans import Span
from dateline.model.texts import Text, Token

_BACK = 14  # tokens; farther verbs belong to other clauses
_AHEAD = 12
_SHORTEST_PAST = 4  # letters; "red", "bed" are no verbs


class Tense(StrEnum):
    """How a time is told."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


def tense_at(text: Text, span: Span) -> Tense:
    """The tense that the words around ``span`` tell; OPEN when none does."""
    number = text.sentence_at(span.start)
    first = text.token_at(span.start)
    last = text.token_at(span.end - 1)
    if number is None or first is None or last is None:
        return Tense.OPEN
    sentence = text.sentences[number]
    before = text.tokens[max(sentence.first_token, first - _BACK) : first]
    found = _first_cue(reversed(before))
    if found is not Tense.OPEN:
        return found
    return _first_cue(text.tokens[last + 1 : min(sentence.last_token, last + 1 + _AHEAD)])


def _first_cue(tokens: Iterable[Token]) -> Tense:
    """The first cue met; ``tokens`` run away from the expression."""
    nearer = ""
    past = tense_cues("past_cues")
    for token in tokens:
        word = token.lower
        if _is_future(word, nearer):
            return Tense.FUTURE
        if word in past or word.endswith("n't") and word[:-3] in past:
            return Tense.PAST
        if len(word) >= _SHORTEST_PAST and word.endswith("ed") and not word.endswith("eed"):
            return Tense.PAST
        nearer = word
    return Tense.OPEN


def _is_future(word: str, nearer: str) -> bool:
    """ "Due" and "set" point ahead only before these: "due to" is mostly a cause, "set" a fire."""
    if word == "due":
        return nearer in {"on", "in", "back", "by"}
    if word == "set":
        return nearer in {"to", "for"}
    return word in tense_cues("future_cues") or word.endswith("'ll")
