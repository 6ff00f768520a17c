"""Adjectives and demonyms of the built-in gazetteer."""

from collections.abc import Callable

from dateline.lexicon.places import country_adjectives, region_adjectives, town_adjectives
from dateline.model.places import Place


def known_adjective(
    word: str,
    *,
    country: Callable[[str], Place | None],
    region: Callable[[str, str], Place | None],
    lookup: Callable[[str], tuple[Place, ...]],
) -> Place | None:
    """The place that ``word`` is the adjective or demonym of, found by the functions given.

    The word counts as printed, or all in capitals ("RUSSIAN").
    """
    for form in (word, word.title()) if word.isupper() else (word,):
        if (code := country_adjectives().get(form)) is not None:
            return country(code)
        if (code := region_adjectives().get(form)) is not None:
            return region(code.partition(".")[0], code)
        if (town := town_adjectives().get(form)) is not None:
            found = (place for place in lookup(town[0]) if place.country == town[1])
            return next(found, None)
    return None
