"""Whether a stop ends its sentence, from the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.lexicon.abbreviations import AbbreviationKind, abbreviations, stop_words
from dateline.model.texts import Token

_OPENERS = frozenset(
    {"“", "„", "«", "‘", '"', "'", "``", "(", "[", "{", "—", "–", "-", "--", "*", "•", "¿", "¡"}
)
_SAINTS = frozenset({"st", "ste", "rd"})
_LONGEST_ABBREVIATION = (
    3  # letters of an unknown one; before a small letter, a longer word ends a sentence
)
_REACH = 4  # words between a closed question and its verb of saying


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A stop that might end a sentence.

    Attributes:
        before: the last three tokens of the sentence so far or fewer, the stop last.
        closers: closing marks, further stops and note numbers glued to it.
        after: the next few tokens of the paragraph, at least one.
        gap: the white space between ``closers`` and ``after``.
    """

    before: Sequence[Token]
    closers: Sequence[Token]
    after: Sequence[Token]
    gap: str

    @property
    def word(self) -> Token | None:
        """The word that the stop follows or is part of."""
        last = self.before[-1]
        if len(last.text) > 1 and last.text[0].isalnum():
            return last
        return self.before[-2] if len(self.before) > 1 else None

    @property
    def lead(self) -> Token | None:
        """The first token after it that is no opening mark."""
        return next((token for token in self.after if token.text not in _OPENERS), None)


def ends_sentence(stop: Stop) -> bool:
    """Whether the sentence ends here."""
    lead = stop.lead
    if lead is None or stop.after[0].text in {",", ";", ":", ")"}:
        return False
    mark = stop.before[-1].text
    if mark[0] in "!?" or "?" in mark:
        return not lead.text[0].islower() and not _asks(stop)
    if mark == "…" or mark.startswith(".."):
        return not lead.text[0].islower()
    word = stop.word
    if word is None:
        return not lead.text[0].islower()
    kind = abbreviations().get(word.lower.rstrip("."))
    if mark != "." or _is_spaced_out(stop, kind):
        return _ends_after_abbreviation(stop, lead, word, kind)
    return _ends_after_word(stop, lead, word)


def _is_spaced_out(stop: Stop, kind: AbbreviationKind | None) -> bool:
    """Whether a stop set apart from its word ("Sept . 19", "U . S .") belongs to an abbreviation."""
    if len(stop.before) < 2 or stop.before[-2].span.end == stop.before[-1].span.start:
        return False
    word = stop.before[-2].text
    if kind is AbbreviationKind.NUMBER:
        return stop.lead is not None and stop.lead.text[0].isdigit()
    return word[0].isupper() and (kind is not None or len(word) == 1)


def _ends_after_word(stop: Stop, lead: Token, word: Token) -> bool:
    if len(stop.before) == 2 and (word.text.isdigit() or len(word.text) == 1):
        return False  # the number of an item in a list
    if lead.text[0].islower():
        plain = word.text.isalpha() and word.text.islower()
        return (
            plain
            and len(word.text) > _LONGEST_ABBREVIATION
            and stop.gap != ""
            and not stop.closers
            and stop.after[0] is lead
        )
    if stop.gap == "" and not stop.closers:
        return len(word.text) > 1 or word.text.isdigit()
    return True


def _ends_after_abbreviation(
    stop: Stop, lead: Token, word: Token, kind: AbbreviationKind | None
) -> bool:
    """With a capital after it; before small letters and digits an abbreviation goes on."""
    if not lead.text[0].isupper():
        return False
    starts = lead.lower in stop_words("starters") and not (
        lead.lower == "a" and lead.text.endswith(".")
    )
    if kind is AbbreviationKind.TITLE:
        return starts and word.lower.rstrip(".") in _SAINTS
    if kind in {AbbreviationKind.NUMBER, AbbreviationKind.JOINING}:
        return False
    if kind is AbbreviationKind.PLACE:
        return stop.after[0].text != "("
    if kind is AbbreviationKind.CLOCK:
        return not _clock_goes_on(stop, lead)
    return starts or len(stop.gap) > 1


def _clock_goes_on(stop: Stop, lead: Token) -> bool:
    return lead.lower.rstrip(".") in stop_words("goes_on") or any(
        token.lower == "time" for token in stop.after[1:3]
    )


def _asks(stop: Stop) -> bool:
    """Whether a closed question or exclamation goes on with its verb of saying ("Why?" Smith asked)."""
    if not stop.closers or stop.after[0].text in _OPENERS:
        return False
    for token in stop.after[:_REACH]:
        if token.lower in stop_words("asking"):
            return True
        if not token.text[0].isalpha():
            return False
    return False
