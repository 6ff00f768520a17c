"""A gazetteer in memory, for tests and small uses."""

from collections.abc import Callable, Iterable, Mapping

from dateline.model.places import Level, Place
from dateline.places.gazetteer import fold


class MemoryGazetteer:
    """Answers from the places it is given; the first given of a name is the best known.

    Args:
        places: the entries, found by their own names.
        adjectives: adjectives and demonyms, as printed, to their places.
        variants: other names, as printed, to ids of places.
    """

    def __init__(
        self,
        places: Iterable[Place],
        adjectives: Mapping[str, Place] | None = None,
        variants: Mapping[str, str] | None = None,
    ) -> None:
        self._places = tuple(places)
        self._adjectives = dict(adjectives or {})
        by_id = {place.id: place for place in self._places}
        named = [(fold(place.name), place) for place in self._places]
        named += [(fold(name), by_id[id_]) for name, id_ in (variants or {}).items()]
        self._by_name: dict[str, tuple[Place, ...]] = {}
        for folded, place in named:
            known = self._by_name.get(folded, ())
            self._by_name[folded] = known if place in known else (*known, place)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """All places of that name, in the order given."""
        return self._by_name.get(fold(name), ())

    def adjective(self, word: str) -> Place | None:
        """The place given for the adjective, as printed or all in capitals."""
        return self._adjectives.get(word) or (
            self._adjectives.get(word.title()) if word.isupper() else None
        )

    def region(self, country: str, code: str) -> Place | None:
        """The first-level region with that GeoNames code."""
        wanted = code if "." in code else f"{country}.{code}"
        return self._first(Level.REGION, lambda place: place.admin1_code == wanted)

    def country(self, code: str) -> Place | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        return self._first(Level.COUNTRY, lambda place: place.country == code)

    def _first(self, level: Level, fits: Callable[[Place], bool]) -> Place | None:
        return next((p for p in self._places if p.level is level and fits(p)), None)
