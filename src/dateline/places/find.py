"""Finds the names of places in a text and resolves them as far as the report lets one."""

from collections.abc import Iterator, Sequence

from dateline.model.places import Level, Place, Toponym, Use
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.places.accept import is_place
from dateline.places.candidates import Scanner
from dateline.places.context import Context, Part, find_contexts
from dateline.places.gazetteer import Gazetteer
from dateline.places.persons import find_persons
from dateline.places.rank import Choice, rank_all
from dateline.places.runs import find_runs
from dateline.places.unknown import find_unknown
from dateline.places.uses import use_of


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
    accepted = [i for i, context in enumerate(contexts) if is_place(context, choices.get(i), text)]
    found = [_toponym(text, contexts[i], choices.get(i)) for i in accepted]
    held = {t for i in accepted for t in range(candidates[i].first, candidates[i].last)}
    found.extend(find_unknown(text, runs, persons | held))
    return tuple(_without_overlaps(found))


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
