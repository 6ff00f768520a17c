"""Abbreviations, the words that tell whether their stop ends a sentence, and agencies' names."""

from enum import StrEnum
from functools import cache

from dateline.lexicon.tables import table


class AbbreviationKind(StrEnum):
    """What may follow an abbreviation's stop; the keys of ``abbreviations.yml``."""

    TITLE = "title"  # a name follows
    NUMBER = "number"  # only before a number is it an abbreviation at all
    MONTH = "month"
    WEEKDAY = "weekday"
    PLACE = "place"  # closes an address; a capital after it begins a sentence
    COMPANY = "company"
    CLOCK = "clock"
    RUNNING = "running"
    JOINING = "joining"  # always goes on


@cache
def abbreviations() -> dict[str, AbbreviationKind]:
    """Every abbreviation, lower case and without its last stop; treat it as read-only."""
    rows = table("abbreviations")
    return {word: kind for kind in AbbreviationKind for word in rows[kind.value]["words"]}


@cache
def stop_words(name: str) -> frozenset[str]:
    """One list of ``abbreviations.yml``: ``goes_on``, ``starters`` or ``asking``, lower case."""
    return frozenset(table("abbreviations")[name]["words"])


@cache
def agency_words(name: str) -> frozenset[str]:
    """One list of ``agencies.yml``: ``agencies`` or ``not_places``, lower case."""
    return frozenset(table("agencies")[name]["words"])
