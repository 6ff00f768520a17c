"""Whether a name that is in the gazetteer is meant as one of a place at all.

The weights are those of :mod:`dateline.places.rank`: a logarithm of the population plus what the report supports.
"""

from dateline.lexicon.places import words
from dateline.model.places import Level
from dateline.model.texts import Text
from dateline.places.candidates import Candidate
from dateline.places.context import Context, Part, designated, designated_many
from dateline.places.gazetteer import fold
from dateline.places.rank import Choice

_WEAK = 6.0  # weight a stop word needs after a preposition of place: a town of 100,000 in a named country
_BARE = 5.0  # weight a name needs with nothing beside it that says it is a place
_LOUD = 6.0  # the same in capitals or title case
_PLACED = 3.0  # after a preposition of place


def is_place(context: Context, choice: Choice | None, text: Text) -> bool:
    """Whether the name is meant as one of a place at all."""
    candidate = context.candidate
    if candidate.adjective is not None or candidate.seat is not None:
        return True
    if context.part is Part.OTHER or choice is None or not choice.places:
        return False
    if choice.places[0].level not in {Level.TOWN, Level.REGION}:
        return True
    return _is_well_supported(context, choice, text)


def _is_well_supported(context: Context, choice: Choice, text: Text) -> bool:
    """Whether the weight of a town or region is enough for the words that stand beside its name."""
    candidate, weight = context.candidate, choice.weights[0]
    if (kind := _common_kind(candidate.text)) is not None:
        return kind == "stop_words" and _weak_is_place(context, choice, text)
    if context.designator or choice.placed:
        return True
    if _is_acronym(candidate, text):
        return False
    if context.locative and not candidate.run.loud:
        return weight >= _PLACED
    is_given = candidate.text.lower() in words("given_names")
    return weight >= (_LOUD if candidate.run.loud or is_given else _BARE)


def _common_kind(name: str) -> str | None:
    """The list of words that stand beside names of places, or of common words, that the name is in."""
    folded = fold(name)
    kinds = ("organisations", "facilities", "titles", "roads", "stop_words")
    if designated(folded) is not None or designated_many(folded) is not None:
        return "designators"
    return next((kind for kind in kinds if folded in words(kind)), None)


def _is_acronym(candidate: Candidate, text: Text) -> bool:
    """One word in capitals amid words that are not, elsewhere than at the start of a sentence (a dateline)."""
    if not candidate.text.isupper() or "." in candidate.text or candidate.run.loud:
        return False
    starts = candidate.first == text.sentences[candidate.run.sentence].first_token
    return candidate.last == candidate.first + 1 and not starts


def _weak_is_place(context: Context, choice: Choice, text: Text) -> bool:
    """A common word counts as a name only with a word for a place beside it, or well supported after "in"."""
    if fold(context.candidate.text) in words("months_and_days"):
        return False
    sentence = text.sentences[context.candidate.run.sentence]
    if context.candidate.first == sentence.first_token or context.candidate.run.loud:
        return choice.placed and not context.candidate.run.loud
    if choice.placed or context.designator:
        return True
    return context.locative and choice.weights[0] >= _WEAK
