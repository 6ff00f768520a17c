"""Finding phrases of a lexicon in a run of tokens.

A phrase is a tuple of lower-case words. Matching is longest first, left to right, without overlaps, over a
trie of words: its cost does not grow with the size of the lexicon.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dateline.model.texts import Token

T = TypeVar("T")

_IRREGULAR_PLURALS = {"child": "children", "woman": "women", "man": "men", "person": "people"}


@dataclass(slots=True)
class _Node(Generic[T]):
    after: "dict[str, _Node[T]]" = field(default_factory=dict)
    ends: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Tokens ``first`` up to, not including, ``last`` match the phrase that stands for ``value``."""

    first: int
    last: int
    value: T


class PhraseTable(Generic[T]):
    """Phrases and what they stand for; a later phrase replaces an equal earlier one."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, value in entries:
            node = self._root
            for word in split(phrase):
                node = node.after.setdefault(word, _Node())
            node.ends = (value,)

    def at(self, tokens: Sequence[Token], first: int, last: int | None = None) -> Hit[T] | None:
        """The longest phrase that starts at token ``first`` and ends before ``last``, or before the end."""
        node, best = self._root, None
        for index in range(first, len(tokens) if last is None else last):
            following = node.after.get(tokens[index].lower)
            if following is None:
                break
            node = following
            if node.ends:
                best = Hit(first, index + 1, node.ends[0])
        return best

    def find(
        self, tokens: Sequence[Token], first: int = 0, last: int | None = None
    ) -> Iterator[Hit[T]]:
        """Every phrase in tokens ``first`` to ``last`` (exclusive), longest first, none overlapping."""
        end = len(tokens) if last is None else last
        opening = self._root.after
        index = first
        while index < end:
            if tokens[index].lower not in opening:  # most words open no phrase
                index += 1
                continue
            hit = self.at(tokens, index, end)
            if hit is None:
                index += 1
            else:
                yield hit
                index = hit.last


_APART = re.compile(r"'s$|'$|/")


def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokeniser cuts them: the possessive and the slash stand alone."""
    words: list[str] = []
    for word in phrase.lower().replace("’", "'").split():
        marked = _APART.sub(lambda mark: f" {mark.group()} ", word)
        words.extend(marked.split())
    return tuple(words)


def plural(phrase: str) -> str:
    """The phrase with its last word in the plural, by the regular rules of English spelling."""
    head, _, last = phrase.rpartition(" ")
    if last in _IRREGULAR_PLURALS:
        formed = _IRREGULAR_PLURALS[last]
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        formed = f"{last}es"
    elif last.endswith("y") and last[-2:-1] not in set("aeiou"):
        formed = f"{last[:-1]}ies"
    else:
        formed = f"{last}s"
    return f"{head} {formed}" if head else formed


def noun_forms(phrase: str) -> tuple[str, ...]:
    """Singular and plural."""
    return (phrase, plural(phrase))


def verb_forms(phrase: str, given: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The inflected forms of a verb, its particle kept: those ``given``, else by the regular rules."""
    if phrase in given:
        return tuple(given[phrase])
    verb, _, particle = phrase.partition(" ")
    rest = f" {particle}" if particle else ""
    if verb.endswith("e"):
        past, ing = f"{verb}d", f"{verb[:-1]}ing"
    elif verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        past, ing = f"{verb[:-1]}ied", f"{verb}ing"
    elif (verb.endswith("p") and verb[-2:-1] == "a") or verb.endswith("it"):
        past, ing = f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    else:
        past, ing = f"{verb}ed", f"{verb}ing"
    return tuple(dict.fromkeys(f"{form}{rest}" for form in (plural(verb), past, ing)))
