"""Other figures that bear on an event: fuel stored, capacity, distance."""

from collections.abc import Iterator

from dateline.lexicon.attacks import casualty_words
from dateline.mentions.chunks import span_of
from dateline.model.mentions import QuantityMention
from dateline.model.texts import Text


def find_quantities(text: Text) -> Iterator[QuantityMention]:
    """Every number with a unit of ``casualties.yml``, value as printed."""
    for hit in casualty_words("units").find(text.tokens):
        first = hit.first
        while first > 0 and _numeric(text.tokens[first - 1].lower):
            first -= 1
        converted = (
            first > 0 and text.tokens[first - 1].text == "("
        )  # the same figure in another unit
        if first < hit.first and not converted:
            span = span_of(text, first, hit.last)
            yield QuantityMention(span=span, value=span.of(text.body))


def _numeric(word: str) -> bool:
    return (
        word in {"million", "billion", "thousand", "hundred", "hundreds", "thousands"}
        or word[:1].isdigit()
    )
