"""Finds the names of places in a text and resolves them as far as the report lets one."""

from collections.abc import Iterator, Sequence

from dateline.lexicon.places import words
from dateline.model.places import Level, Place, Toponym, Use
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.places.candidates import Candidate, Scanner
from dateline.places.context import Context, Part, find_contexts
from dateline.places.gazetteer import Gazetteer, fold
from dateline.places.persons import find_persons
from dateline.places.rank import Choice, rank_all
from dateline.places.runs import find_runs
from dateline.places.unknown import find_unknown
from dateline.places.uses import use_of

_WEAK = 6.0  # weight a stop word needs after a preposition of place: a town of 100,000 in a named country
_BARE = 5.0  # weight a name needs with nothing beside it that says it is a place
_LOUD = 6.0  # the same in capitals or title case
_PLACED = 3.0  # after a preposition of place


def find_toponyms(
    text: Text, gazetteer: Gazetteer, outlet_country: str | None = None
) -> tuple[Toponym, ...]:
    """The names of places in a text, in order, none overlapping.

    Countries, regions, towns, vague areas and seas, adjectives and demonyms, and names the gazetteer lacks where the
    words beside them call them places. A name has one sense in a report, but where a comma says otherwise.

    Args:
        text: the report, prepared.
        gazetteer: where names are looked up.
        outlet_country: ISO 3166-1 alpha-2 code of the outlet's country, which breaks ties.
    """
    runs = tuple(find_runs(text))
    scanner = Scanner(text, gazetteer)
    persons = find_persons(text.tokens, runs, scanner.is_known, scanner.is_large)
    candidates = tuple(scanner.scan(runs, persons))
    contexts = find_contexts(text, candidates, persons)
    choices = rank_all(contexts, gazetteer, outlet_country)
    accepted = [i for i, context in enumerate(contexts) if _is_place(context, choices.get(i), text)]
    found = [_toponym(text, contexts[i], choices.get(i)) for i in accepted]
    held = {t for i in accepted for t in range(candidates[i].first, candidates[i].last)}
    found.extend(find_unknown(text, runs, persons | held))
    return tuple(_without_overlaps(found))


def _is_place(context: Context, choice: Choice | None, text: Text) -> bool:
    """Whether the name is meant as one of a place at all."""
    candidate = context.candidate
    if candidate.adjective is not None or candidate.seat is not None:
        return True
    if context.part is Part.OTHER or choice is None or not choice.places:
        return False
    place, weight = choice.places[0], choice.weights[0]
    if place.level not in {Level.TOWN, Level.REGION}:
        return True
    if (kind := _common_kind(candidate.text)) is not None:
        return kind == "stop_words" and _weak_is_place(context, weight, text)
    if context.designator or context.parent is not None:
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
    return next((kind for kind in kinds if folded in words(kind)), None)


def _is_acronym(candidate: Candidate, text: Text) -> bool:
    """One word in capitals amid words that are not, elsewhere than at the start of a paragraph (a dateline)."""
    if not candidate.text.isupper() or "." in candidate.text or candidate.run.loud:
        return False
    starts = {paragraph.start for paragraph in text.paragraphs}
    return candidate.last == candidate.first + 1 and candidate.span.start not in starts


def _weak_is_place(context: Context, weight: float, text: Text) -> bool:
    """A common word counts as a name only with a word for a place beside it, or well supported after "in"."""
    if fold(context.candidate.text) in words("months_and_days"):
        return False
    sentence = text.sentences[context.candidate.run.sentence]
    if context.candidate.first == sentence.first_token or context.candidate.run.loud:
        return context.parent is not None and not context.candidate.run.loud
    if context.parent is not None or context.designator:
        return True
    return context.locative and weight >= _WEAK


def _toponym(text: Text, context: Context, choice: Choice | None) -> Toponym:
    candidate = context.candidate
    place = candidate.adjective or candidate.seat or (choice.places[0] if choice else None)
    use, why = use_of(text.tokens, context, place)
    reason = why or (choice.reason if choice else "")
    span, wide = candidate.span, context.wide
    candidates = choice.places if choice is not None else (place,) if place is not None else ()
    if context.level is Level.DISTRICT:
        place, reason = None, "districts are not in the gazetteer"
    elif place is not None and _is_directed(context, place, use):
        direction = context.direction or ""
        place = _part_of_country(place, direction)
        at = text.tokens[candidate.first - 1].span.start
        span, wide = Span(at, span.end), Span(at, max(wide.end, span.end))
        candidates, reason = (place, *candidates), "a direction and a country"
    return Toponym(
        span=span,
        wide=wide,
        text=span.of(text.body),
        use=use,
        place=place,
        candidates=candidates,
        reason=reason,
    )


def _is_directed(context: Context, place: Place, use: Use) -> bool:
    return (
        context.direction is not None
        and place.level is Level.COUNTRY
        and use is Use.LITERAL
        and context.part is Part.NONE
    )


def _part_of_country(country: Place, direction: str) -> Place:
    """The vague area that a direction makes of a country: no middle, no radius."""
    return Place(
        id=f"dateline:{direction}-{country.country}".lower(),
        name=f"{direction} {country.name}",
        level=Level.AREA,
        country=country.country,
        country_name=country.country_name,
    )


def _without_overlaps(found: Sequence[Toponym]) -> Iterator[Toponym]:
    end = 0
    for toponym in sorted(found, key=lambda t: (t.span.start, -t.span.end)):
        if toponym.span.start >= end:
            yield toponym
            end = toponym.span.end
