"""Which of the places of one name is meant: weighed over the whole report, one sense a report.

The weights are sums of plain evidence, in the unit of the logarithm (base 10) of the population: a town must be ten
times as large to make up for one. They follow the minimality and one-sense heuristics of Leidner (2007, "Toponym
resolution in text") and were set by hand, not fitted.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log2, log10

from dateline.lexicon.places import capitals
from dateline.model.places import Level, Place
from dateline.places.context import Context, Part
from dateline.places.gazetteer import Gazetteer, fold
from dateline.places.geometry import distance_km

_COUNTRY_PRIOR = 9.5
_AREA_PRIOR = 8.0
_CAPITAL_GAIN = 1.5
_REGION_GAIN = 0.3
_VARIANT_COST = 1.5
_NAMED_COUNTRY = 2.0  # the report names the country, or uses its adjective
_NAMED_OWN = 3.0  # the adjective or a town of the country itself
_NAMED_REGION = 2.5  # the report names the region
_OUTLET_COUNTRY = 1.5
_NEAR = 2.0  # at no distance from another place of the report
_NEAR_KM = 150.0
_SURE = 5.5  # weight from which a place of the first round counts as known in the second
_KEPT = 5  # candidates reported
_MOST_LOOKED_AT = 40  # places of one name

Key = tuple[str, Level | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """Places of one name, best first, with their weights, and what decided.

    ``placed`` is True where the words themselves say in what larger place it lies.
    """

    places: tuple[Place, ...]
    weights: tuple[float, ...]
    reason: str
    placed: bool = False


@dataclass(slots=True)
class Evidence:
    """What a report says about where it plays."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    points: dict[str, Place] = field(default_factory=dict)
    outlet: str | None = None
    stated: frozenset[str] = frozenset()  # codes of countries and regions named in so many words


def rank_all(
    contexts: Sequence[Context], gazetteer: Gazetteer, outlet_country: str | None
) -> Mapping[int, Choice]:
    """The choice for each context that has places, by its index."""
    options = {i: _options(c, gazetteer) for i, c in enumerate(contexts) if c.candidate.places}
    fixed = _by_parents(contexts, options)
    evidence = _first_evidence(contexts, options, fixed, outlet_country)
    keys = {i: _key(contexts[i]) for i in options}
    settled: dict[Key, Choice] = {}
    for _ in range(2):
        settled = {
            key: _choose(fold_name, places, evidence)
            for key, (fold_name, places) in _by_key(options, keys).items()
        }
        _learn(settled, evidence)
    return {i: _final(i, settled[keys[i]], fixed, keys) for i in options}


def _key(context: Context) -> Key:
    return fold(context.candidate.text), context.level


def _by_key(
    options: Mapping[int, tuple[Place, ...]], keys: Mapping[int, Key]
) -> dict[Key, tuple[str, tuple[Place, ...]]]:
    return {keys[i]: (keys[i][0], places) for i, places in options.items()}


def _options(context: Context, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that fit the kind told by the words beside the name."""
    places = context.candidate.places[:_MOST_LOOKED_AT]
    if context.level is Level.REGION:
        regions = tuple(p for p in places if p.level in {Level.REGION, Level.AREA})
        around = (_region_around(p, gazetteer) for p in places if p.level is Level.TOWN)
        found = regions or tuple(dict.fromkeys(p for p in around if p is not None))
        return found or places
    if context.level is Level.TOWN:
        return tuple(p for p in places if p.level is Level.TOWN) or places
    if context.level is Level.DISTRICT:
        return tuple(p for p in places if p.level is Level.TOWN)
    return places


def _region_around(town: Place, gazetteer: Gazetteer) -> Place | None:
    """The region of the town's own name, where it is one by itself ("Kabul province")."""
    if town.country is None or town.admin1_code is None:
        return None
    region = gazetteer.region(town.country, town.admin1_code)
    return region if region is not None and fold(region.name) == fold(town.name) else None


def _by_parents(
    contexts: Sequence[Context], options: Mapping[int, tuple[Place, ...]]
) -> dict[int, tuple[Place, str]]:
    """Names with the larger place after a comma: both are settled by each other."""
    fixed: dict[int, tuple[Place, str]] = {}
    for index, context in enumerate(contexts):
        parent = context.parent
        if parent is None or index not in options or parent not in options:
            continue
        if Part.OTHER in {context.part, contexts[parent].part}:
            continue
        folded = fold(context.candidate.text)
        pair = next(
            (
                (small, large)
                for large in options[parent]
                for small in options[index]
                if _inside(small, large)
                and (fold(small.name) == folded or options[index][0].level is Level.TOWN)
            ),
            None,
        )
        if pair is not None:
            fixed[index] = (pair[0], f"in {pair[1].name}, as the words after it say")
            fixed.setdefault(parent, (pair[1], f"holds {pair[0].name}"))
    return fixed


def _inside(small: Place, large: Place) -> bool:
    if large.level is Level.REGION:
        return small.level is Level.TOWN and small.admin1_code == large.admin1_code
    return (
        large.level is Level.COUNTRY
        and small.level is not Level.COUNTRY
        and small.country == large.country
    )


def _first_evidence(
    contexts: Sequence[Context],
    options: Mapping[int, tuple[Place, ...]],
    fixed: Mapping[int, tuple[Place, str]],
    outlet_country: str | None,
) -> Evidence:
    evidence = Evidence(outlet=outlet_country)
    for index, context in enumerate(contexts):
        candidate = context.candidate
        if index in fixed:
            place = fixed[index][0]
        elif (stated := candidate.adjective or candidate.seat) is not None:
            place = stated
        elif options.get(index) and _is_clear(options[index]) and context.part is not Part.OTHER:
            place = options[index][0]
            if place.level is Level.TOWN and context.part is not Part.NONE:
                continue
        else:
            continue
        _note(place, evidence)
    evidence.stated = frozenset({*+evidence.countries, *+evidence.regions})
    return evidence


def _is_clear(places: tuple[Place, ...]) -> bool:
    """Whether the name by itself tells: one place only, or a country that shares it with towns at most."""
    if len(places) == 1:
        return True
    return places[0].level is Level.COUNTRY and all(p.level is Level.TOWN for p in places[1:])


def _note(place: Place, evidence: Evidence) -> None:
    if place.country is not None:
        evidence.countries[place.country] += 1
    if place.level is Level.REGION and place.admin1_code is not None:
        evidence.regions[place.admin1_code] += 1
    if place.level is Level.TOWN and place.latitude is not None:
        evidence.points[place.id] = place
        if place.admin1_code is not None:
            evidence.regions[place.admin1_code] += 0


def _learn(settled: Mapping[Key, Choice], evidence: Evidence) -> None:
    """What the first round settled helps the second."""
    for choice in settled.values():
        if choice.places and choice.weights[0] >= _SURE:
            _note(choice.places[0], evidence)


def _choose(folded: str, places: tuple[Place, ...], evidence: Evidence) -> Choice:
    priors = _priors(folded, places)
    weighed = sorted(
        (
            (prior + _support(place, evidence), -n, place)
            for n, (place, prior) in enumerate(zip(places, priors, strict=True))
        ),
        key=lambda row: (row[0], row[1]),
        reverse=True,
    )
    best = weighed[0][2] if weighed else None
    return Choice(
        tuple(place for _, _, place in weighed),
        tuple(weight for weight, _, _ in weighed),
        "" if best is None else _reason(best, evidence),
    )


def _priors(folded: str, places: Sequence[Place]) -> list[float]:
    """How well known each place is; never higher than the one the gazetteer puts before it."""
    priors: list[float] = []
    for place in places:
        if place.level is Level.COUNTRY:
            prior = _COUNTRY_PRIOR
        elif place.level in {Level.AREA, Level.SEA}:
            prior = _AREA_PRIOR
        else:
            prior = log10(place.population + 10) + (
                _REGION_GAIN if place.level is Level.REGION else 0.0
            )
            prior += _CAPITAL_GAIN if (place.name, place.country) in capitals() else 0.0
            prior -= 0.0 if fold(place.name) == folded else _VARIANT_COST
        priors.append(min(prior, priors[-1] - 0.01) if priors else prior)
    return priors


def _support(place: Place, evidence: Evidence) -> float:
    """How well the place fits what else the report names."""
    weight = 0.0
    if place.country is not None and place.level is not Level.COUNTRY:
        named = evidence.countries[place.country]
        weight += _NAMED_COUNTRY * min(2.0, log2(1 + named)) / 2 if named else 0.0
        weight += _OUTLET_COUNTRY if place.country == evidence.outlet else 0.0
    if place.level is Level.COUNTRY and evidence.countries[place.country or ""]:
        weight += _NAMED_OWN
    if place.admin1_code is not None and place.admin1_code in evidence.regions:
        weight += _NAMED_REGION if evidence.regions[place.admin1_code] else _NAMED_REGION / 3
    if place.level is Level.TOWN:
        weight += _NEAR * _nearness(place, evidence)
    return weight


def _nearness(place: Place, evidence: Evidence) -> float:
    """1 at another place of the report, falling off by half about every 100 km."""
    if place.latitude is None or place.longitude is None:
        return 0.0
    here = (place.latitude, place.longitude)
    nearest = min(
        (
            distance_km(here, (other.latitude, other.longitude))
            for other in evidence.points.values()
            if other.id != place.id and other.latitude is not None and other.longitude is not None
        ),
        default=None,
    )
    return 0.0 if nearest is None else exp(-nearest / _NEAR_KM)


def _reason(place: Place, evidence: Evidence) -> str:
    if place.level in {Level.COUNTRY, Level.REGION}:
        return "the best known of the name"
    if place.admin1_code in evidence.stated:
        return f"the report names {place.admin1}"
    if place.country in evidence.stated:
        return f"the report names {place.country_name}"
    return "the best known of the name"


def _final(
    index: int,
    choice: Choice,
    fixed: Mapping[int, tuple[Place, str]],
    keys: Mapping[int, Key],
) -> Choice:
    """The choice at one mention: what its own comma says, else what another mention's did, else the weights."""
    decided = fixed.get(index)
    if decided is None:
        decided = next(
            (
                (fixed[i][0], "so told elsewhere in the report")
                for i in fixed
                if keys[i] == keys[index]
            ),
            None,
        )
    if decided is None:
        return Choice(choice.places[:_KEPT], choice.weights[:_KEPT], choice.reason)
    place, reason = decided
    others = [p for p in choice.places if p != place]
    sure = max((*choice.weights, _COUNTRY_PRIOR))
    return Choice(
        (place, *others[: _KEPT - 1]), (sure, *choice.weights[: _KEPT - 1]), reason, placed=True
    )
