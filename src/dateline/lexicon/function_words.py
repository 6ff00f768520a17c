"""Closed classes of words, for the shallow chunker."""

from functools import cache

from dateline.lexicon.tables import table


@cache
def words(name: str) -> frozenset[str]:
    """One class: bounds, determiners, skippable, pronouns, person_particles, not_names, prepositions."""
    return frozenset(table("function_words")[name]["words"])
