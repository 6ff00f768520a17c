"""Names of places in a text: the longest known ones at runs of capitalised words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.lexicon.places import designators, seats, words
from dateline.model.places import Level, Place
from dateline.model.spans import Span
from dateline.model.texts import Text, Token
from dateline.places.gazetteer import Gazetteer, fold
from dateline.places.runs import Run, is_name, is_stop_of

_LONGEST = 6  # tokens of a name
_SHORT = 3  # letters up to which a name must be printed just so
_LARGE = 300_000  # inhabitants from which a town is not taken for a surname
_WIDE = frozenset({Level.COUNTRY, Level.REGION, Level.AREA, Level.SEA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words that may name a place.

    Attributes:
        first: index of its first token.
        last: index after its last token.
        span: its characters in the body.
        text: those characters.
        run: the run it stands in.
        places: what it may be, best known first; empty when only its surroundings say that it is a place.
        adjective: the place, if it is an adjective or demonym.
        seat: the country a seat of government stands for.
    """

    first: int
    last: int
    span: Span
    text: str
    run: Run
    places: tuple[Place, ...] = ()
    adjective: Place | None = None
    seat: Place | None = None


class Scanner:
    """Looks the words of one text up.

    Args:
        text: the text.
        gazetteer: where to look.
    """

    def __init__(self, text: Text, gazetteer: Gazetteer) -> None:
        self._text = text
        self._tokens = text.tokens
        self._gazetteer = gazetteer

    def is_known(self, first: int, last: int) -> bool:
        """Whether tokens ``first`` to ``last`` (exclusive) are a known name of a place."""
        return bool(self._gazetteer.lookup(self._between(first, last)))

    def is_large(self, first: int, last: int) -> bool:
        """Whether they are the name of a country, a region or a large town."""
        found = self._gazetteer.lookup(self._between(first, last))
        return any(p.level in _WIDE or p.population >= _LARGE for p in found[:1])

    def scan(self, runs: Sequence[Run], persons: frozenset[int]) -> Iterator[Candidate]:
        """The candidates of ``runs`` outside names of persons, in order, none overlapping."""
        at = 0
        for run in runs:
            at = max(at, run.first)
            while at < run.last:
                found = None if at in persons else self._longest(at, run, persons)
                if found is None:
                    at += 1
                else:
                    yield found
                    at = found.last

    def _between(self, first: int, last: int) -> str:
        return self._text.body[self._tokens[first].span.start : self._tokens[last - 1].span.end]

    def _longest(self, at: int, run: Run, persons: frozenset[int]) -> Candidate | None:
        if not is_name(self._tokens[at]):
            return None
        for last in reversed(self._ends(at, run, persons)):
            found = self._look_up(at, last, run)
            if found is not None:
                return found
        return self._compound(at, run)

    def _ends(self, at: int, run: Run, persons: frozenset[int]) -> list[int]:
        """Where a name that starts at ``at`` may end: after a capitalised word or its full stop."""
        ends: list[int] = []
        limit = self._text.sentences[run.sentence].last_token
        index = at
        while index < min(limit, at + _LONGEST) and index not in persons:
            token = self._tokens[index]
            if is_name(token) or (index > at and is_stop_of(self._tokens[index - 1], token)):
                ends.append(index + 1)
            elif token.lower not in words("particles"):
                break
            index += 1
        stop = self._tokens[at + 1 : at + 2]
        if ends == [at + 1] and stop and is_stop_of(self._tokens[at], stop[0]):
            # the full stop of an abbreviation that ends a sentence ("in Springfield, Ill.")
            ends.append(at + 2)
        return ends

    def _look_up(self, first: int, last: int, run: Run) -> Candidate | None:
        text = self._between(first, last)
        if last == first + 1 and self._is_direction(first):
            return None
        seat = seats().get(text if not text.isupper() else text.title())
        if seat is not None:
            return self._candidate(first, last, run, seat=self._gazetteer.country(seat))
        adjective = self._gazetteer.adjective(text)
        if adjective is not None:
            return self._candidate(first, last, run, adjective=adjective)
        places = self._gazetteer.lookup(text)
        if text.endswith(".") and not _is_abbreviation(text, places):
            return None
        places = tuple(place for place in places if not _is_clipped(text, place))
        if len(text.replace(".", "")) <= _SHORT:
            places = tuple(place for place in places if _is_short_name(text, place, run))
        return self._candidate(first, last, run, places=places) if places else None

    def _is_direction(self, at: int) -> bool:
        """Whether the word is a direction and not the name of a region ("North Region")."""
        if self._tokens[at].lower not in words("directions"):
            return False
        return token_text(self._tokens, at + 1) not in designators("region")

    def _candidate(
        self,
        first: int,
        last: int,
        run: Run,
        *,
        places: tuple[Place, ...] = (),
        adjective: Place | None = None,
        seat: Place | None = None,
    ) -> Candidate:
        span = Span(self._tokens[first].span.start, self._tokens[last - 1].span.end)
        return Candidate(
            first=first,
            last=last,
            span=span,
            text=span.of(self._text.body),
            run=run,
            places=places,
            adjective=adjective,
            seat=seat,
        )

    def _compound(self, at: int, run: Run) -> Candidate | None:
        """The place in a compound whose other part is in small letters: "Moscow-based"."""
        token = self._tokens[at]
        head, hyphen, rest = token.text.partition("-")
        if not hyphen or not rest[:1].islower() or len(head) <= _SHORT:
            return None
        adjective = self._gazetteer.adjective(head)
        places = () if adjective is not None else self._gazetteer.lookup(head)
        if adjective is None and not places:
            return None
        span = Span(token.span.start, token.span.start + len(head))
        return Candidate(
            first=at, last=at + 1, span=span, text=head, run=run, places=places, adjective=adjective
        )


def _is_abbreviation(text: str, places: tuple[Place, ...]) -> bool:
    """Whether the full stop belongs to the name: "Kan.", "U.S.", but not "Paris."."""
    return any(place.level in _WIDE and fold(place.name) != fold(text) for place in places)


def _is_clipped(text: str, place: Place) -> bool:
    """Whether the word is a region's name cut short and written without its full stop: "mass" is not "Mass."."""
    if place.level is not Level.REGION or "." in text:
        return False
    word, name = fold(text), fold(place.name)
    return name.startswith(word) and name[len(word) : len(word) + 1].isalpha()


def _is_short_name(text: str, place: Place, run: Run) -> bool:
    """Names of up to three letters: abbreviations in capitals, or a main name as printed ("Ufa")."""
    if place.level in _WIDE and place.level != Level.AREA:
        return "." in text or (text.isupper() and not run.loud) or text == place.name
    return text == place.name


def token_text(tokens: Sequence[Token], index: int) -> str:
    """The lower-case word at ``index``; empty outside the text."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""
