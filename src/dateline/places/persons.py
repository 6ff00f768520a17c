"""Names of persons, so that a surname is not taken for a town ("Paris Hilton", "Governor Jackson")."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline.lexicon.places import designators, words
from dateline.model.texts import Token
from dateline.places.candidates import token_text
from dateline.places.runs import Run

_LONGEST = 4  # words of a name of a person


@dataclass(slots=True)
class _Found:
    tokens: set[int] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)


def find_persons(
    tokens: Sequence[Token],
    runs: Sequence[Run],
    is_known: Callable[[int, int], bool],
    is_large: Callable[[int, int], bool],
) -> frozenset[int]:
    """Indexes of the tokens that are parts of names of persons.

    A person is named by the words after a title ("Governor …", "spokesman …") or by a given name and the words after it;
    a surname met so is one all through the text, but after a preposition of place.

    Args:
        tokens: those of the text.
        runs: its runs of capitalised words.
        is_known: whether tokens first to last (exclusive) are a known name of a place.
        is_large: whether they name a country, a region or a large town.
    """
    found = _Found()
    for run in runs:
        _in_run(tokens, run, is_known, found)
    found.surnames.update(_likely_surnames(tokens, runs, is_known, is_large))
    for run in runs:
        if run.last - run.first == 1 and tokens[run.first].lower in found.surnames:
            before = tokens[run.first - 1].lower if run.first else ""
            if before not in words("locatives"):
                found.tokens.add(run.first)
    return frozenset(found.tokens)


@cache
def after_places() -> frozenset[str]:
    """Words that follow names of places rather than given names: "Florence County", "Jordan Valley"."""
    kinds = ("region", "regions", "district", "districts", "town", "towns", "loose")
    beside = frozenset[str]().union(*(designators(kind) for kind in kinds))
    return beside | words("facilities") | words("organisations") | words("roads") | words("titles")


def _likely_surnames(
    tokens: Sequence[Token],
    runs: Sequence[Run],
    is_known: Callable[[int, int], bool],
    is_large: Callable[[int, int], bool],
) -> set[str]:
    """Last words of two or three capitalised ones that are no place: "Xyz Clark", of whom we read as "Clark" later."""
    surnames: set[str] = set()
    for run in runs:
        if run.loud or not 2 <= run.last - run.first <= 3 or is_known(run.first, run.last):
            continue
        first, last = tokens[run.first], tokens[run.last - 1]
        other = after_places() | words("stop_words") | words("directions")
        if {first.lower, last.lower} & other or last.text.isupper() or "." in last.text:
            continue
        if is_large(run.last - 1, run.last):
            continue
        if not is_known(run.first, run.first + 1):
            surnames.add(last.lower)
    return surnames


def _in_run(
    tokens: Sequence[Token], run: Run, is_known: Callable[[int, int], bool], found: _Found
) -> None:
    at = run.first
    if token_text(tokens, at - 1).rstrip(".") in words("titles") and not is_known(at, run.last):
        _mark(tokens, at, run, found)
        return
    while at < run.last:
        lower = tokens[at].lower
        if lower.rstrip(".") in words("titles"):
            start = _after_title(tokens, at, run.last)
            if start < run.last and tokens[start].lower not in after_places():
                _mark(tokens, start, run, found)
                return
        elif lower in words("given_names") and _is_given(tokens, at, run, is_known):
            _mark(tokens, at, run, found)
            return
        at += 1


def _is_given(
    tokens: Sequence[Token], at: int, run: Run, is_known: Callable[[int, int], bool]
) -> bool:
    following = at + 1
    if following >= run.last or tokens[following].lower in after_places():
        return False
    return not any(is_known(at, last) for last in range(following + 1, min(run.last, at + 4) + 1))


def _after_title(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The first token after a title, its full stop and further titles."""
    while at < limit and tokens[at].lower.rstrip(".") in words("titles") | {""}:
        at += 1
    return at


def _mark(tokens: Sequence[Token], first: int, run: Run, found: _Found) -> None:
    last = min(run.last, first + (_LONGEST if not run.loud else 2))
    while last > first + 1 and tokens[last - 1].lower in after_places():
        last -= 1
    found.tokens.update(range(first, last))
    surname = tokens[last - 1].lower
    if len(surname) > 2:
        found.surnames.add(surname)
