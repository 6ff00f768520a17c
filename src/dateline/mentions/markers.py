"""Markers of genericity, modality, hedge, negation, aftermath; and words that show a stand."""

from collections.abc import Iterator

from dateline.lexicon.markers import marker_tables, stand_tables
from dateline.mentions.chunks import span_of
from dateline.model.mentions import MarkerMention, StandMention
from dateline.model.texts import Text


def find_markers(text: Text) -> Iterator[MarkerMention]:
    """Every marker; one word may carry several."""
    for kind, phrases in marker_tables():
        for hit in phrases.find(text.tokens):
            yield MarkerMention(span=span_of(text, hit.first, hit.last), kind=kind)


def find_stands(text: Text) -> Iterator[StandMention]:
    """Every word that shows a stand, verbs of the speaker and words inside what is said apart."""
    for cue, phrases in stand_tables():
        for hit in phrases.find(text.tokens):
            yield StandMention(span=span_of(text, hit.first, hit.last), polarity=hit.value, cue=cue)
