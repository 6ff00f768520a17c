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
            if _is_month(text, hit.first):
                continue
            yield MarkerMention(span=span_of(text, hit.first, hit.last), kind=kind)


_BEFORE_MONTH = frozenset({"in", "on", "of", "since", "until", "till", "by", "from", "early", "late", "mid", "last", "this", "next", "through", "and", "during"})  # fmt: skip


def _is_month(text: Text, index: int) -> bool:
    """ "On May 27", "27 May", "in May": the month, which allows nothing."""
    token = text.tokens[index]
    if token.lower != "may" or token.text == "may":
        return False
    before = text.tokens[index - 1].lower if index else ""
    after = text.tokens[index + 1].lower if index + 1 < len(text.tokens) else ""
    return before in _BEFORE_MONTH or before[:1].isdigit() or after[:1].isdigit()


def find_stands(text: Text) -> Iterator[StandMention]:
    """Every word that shows a stand, verbs of the speaker and words inside what is said apart."""
    for cue, phrases in stand_tables():
        for hit in phrases.find(text.tokens):
            yield StandMention(span=span_of(text, hit.first, hit.last), polarity=hit.value, cue=cue)
