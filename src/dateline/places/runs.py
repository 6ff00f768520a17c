"""Runs of capitalised words: where names can stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.lexicon import function_words
from dateline.lexicon.places import words
from dateline.model.texts import Sentence, Text, Token

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,4}")
_CONTRACTED = re.compile(r"'(?:ll|ve|re|d|m|t)$")
_SHOUTED_SHARE = 0.85  # of the words of a sentence, from which capitals tell nothing
_SMALL_WORDS = frozenset(
    {"with", "from", "into", "over", "after", "amid", "than", "that", "under", "upon", "near"}
)  # small in titles
_LOUD_WORDS = 5  # of four letters and more, below which one cannot tell
_PREFIXED = re.compile(r"(?:al|el|ez|es|as|ash|ad|ar|an|at|az|d|l)[-'’][A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first`` up to, not including, ``last``: capitalised words standing together.

    Attributes:
        sentence: index of the sentence.
        loud: the sentence is in capitals or in title case throughout, so that capitals tell nothing.
    """

    first: int
    last: int
    sentence: int
    loud: bool


@cache
def closed_words() -> frozenset[str]:
    """Words that are no part of a name, capitalised or not."""
    found = function_words.words("bounds") | function_words.words("determiners")
    return (found | function_words.words("pronouns") | words("months_and_days")) - {"may", "led"}


def is_name(token: Token) -> bool:
    """Whether the word looks like a part of a name: capitalised, and no word of a closed class."""
    if token.text[0].isupper() and _CONTRACTED.search(token.lower) is None:
        return token.lower not in closed_words() or (token.text.isupper() and len(token.text) == 2)
    return _PREFIXED.match(token.text) is not None


def is_stop_of(before: Token, token: Token) -> bool:
    """Whether ``token`` is the full stop of an abbreviation ``before`` ("St.", "Gen.")."""
    return (
        token.text == "."
        and before.span.end == token.span.start
        and _ABBREVIATION.fullmatch(before.text) is not None
    )


def find_runs(text: Text) -> Iterator[Run]:
    """The runs of a text, in order; none goes over the end of a sentence."""
    for index, sentence in enumerate(text.sentences):
        loud = is_loud(text.tokens, sentence)
        at = sentence.first_token
        while at < sentence.last_token:
            if not is_name(text.tokens[at]):
                at += 1
                continue
            end = _end_of_run(text.tokens, at, sentence.last_token)
            yield Run(at, end, index, loud)
            at = end


def is_loud(tokens: tuple[Token, ...], sentence: Sentence) -> bool:
    """Whether nearly all words of four letters and more are capitalised, as in a headline."""
    long = [
        token.text
        for token in tokens[sentence.first_token : sentence.last_token]
        if len(token.text) > 3 and token.text[0].isalpha() and token.lower not in _SMALL_WORDS
    ]
    return len(long) >= _LOUD_WORDS and sum(w[0].isupper() for w in long) >= _SHOUTED_SHARE * len(
        long
    )


def _end_of_run(tokens: tuple[Token, ...], at: int, limit: int) -> int:
    """The index after the run that starts at ``at``; lower-case particles count inside only."""
    end = at + 1
    while end < limit:
        if is_name(tokens[end]):
            end += 1
        elif end + 1 < limit and is_name(tokens[end + 1]) and _joins(tokens, end):
            end += 2
        else:
            break
    return end


def _joins(tokens: tuple[Token, ...], at: int) -> bool:
    return is_stop_of(tokens[at - 1], tokens[at]) or tokens[at].lower in _inner_particles()


@cache
def _inner_particles() -> frozenset[str]:
    return words("particles") - {
        "of",
        "the",
        "on",
        "and",
        "upon",
        "am",
        "e",
        "y",
        "i",
        "as",
        "an",
        "at",
        "do",
        "la",
        "le",
        "en",
        "es",
    }
