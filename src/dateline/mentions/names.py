"""Persons' names, with the titles and roles beside them."""

import re
from collections.abc import Sequence

from dateline.lexicon.function_words import words
from dateline.lexicon.speech import office_table, outlet_names, speaker_heads
from dateline.mentions.chunks import phrase_end, phrase_start, sentence_bounds, span_of
from dateline.model.mentions import NameMention
from dateline.model.places import Toponym, Use
from dateline.model.spans import Span
from dateline.model.texts import Text

_SIGNED = re.compile(
    r"^[ \t]*by[ \t]+[^\n.!?]{3,90}$|\((?:additional )?(?:reporting|writing|editing|compiled)\b[^()]{3,300}\)",
    re.IGNORECASE | re.MULTILINE,
)
_JOINED = re.compile(r"[a-z]{1,4}[-'’][A-Z]")  # "al-Assad", "d'Estaing"


def _signatures(text: Text) -> list[Span]:
    """ "By Jane Doe" as a line of its own, "(Reporting by …; editing by …)": who wrote the report takes no part in it."""
    return [Span(*match.span()) for match in _SIGNED.finditer(text.body)]


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or _JOINED.match(word) is not None


def find_names(text: Text, toponyms: Sequence[Toponym]) -> tuple[NameMention, ...]:
    """Every person's name: after a title, of two words or more, or the surname of one named before."""
    taken = [t.wide for t in toponyms if t.place is not None or t.use is Use.ADJECTIVE]
    found: list[NameMention] = []
    surnames: set[str] = set()
    opening = text.dateline.span.end if text.dateline is not None else 0
    signed = _signatures(text)
    index = 0
    while index < len(text.tokens):
        at = text.tokens[index].span.start
        if at < opening or any(s.start <= at < s.end for s in signed):  # who signs is nobody's name
            index += 1
            continue
        office = office_table().at(text.tokens, index)
        first = office.last if office else index
        last = _name_end(text, first, taken, titled=office is not None)
        if last > first and _is_name(
            text, (first, last), titled=office is not None, known=surnames
        ):
            found.append(_with_role(text, first, last, office_first=index if office else None))
            surnames.update((text.tokens[last - 1].lower, text.tokens[first].lower))
            index = last
        else:
            index = office.last if office and office.last > index else index + 1
    return tuple(found)


def _name_end(text: Text, first: int, taken: Sequence[Span], *, titled: bool) -> int:
    """Index after the capitalised words that start at ``first``, at most five."""
    _, ceiling = sentence_bounds(text, first) if first < len(text.tokens) else (0, 0)
    index = first
    while index < min(ceiling, first + 5):
        token = text.tokens[index]
        if (
            index > first
            and token.lower in words("person_particles")
            and index + 1 < ceiling
            and _is_capital(text.tokens[index + 1].text)
        ):
            index += 1
            continue
        shouting = token.text.isupper() and len(token.text) > 2 and not titled
        if not _is_capital(token.text) or shouting or token.lower in words("not_names"):
            break
        if index == first and not titled and any(s.overlaps(token.span) for s in taken):
            break
        index += 1
    return index


def _is_name(text: Text, bounds: tuple[int, int], *, titled: bool, known: set[str]) -> bool:
    first, last = bounds
    lowers = [t.lower for t in text.tokens[first:last]]
    if " ".join(lowers) in outlet_names() or any(_is_body(text, i) for i in range(first, last)):
        return False
    if titled:
        return True
    if len(lowers) == 1:
        return lowers[0] in known
    return all(word.replace("-", "").replace("'", "").replace(".", "").isalpha() for word in lowers)


def _is_body(text: Text, index: int) -> bool:
    head = speaker_heads().at(text.tokens, index)
    return head is not None and head.last == index + 1 and len(text.tokens[index].lower) > 3


def _with_role(text: Text, first: int, last: int, *, office_first: int | None) -> NameMention:
    floor, ceiling = sentence_bounds(text, first)
    start = first
    if office_first is not None:
        start = phrase_start(text, office_first, floor)
    end = last
    if last < ceiling - 1 and text.tokens[last].lower == ",":
        end = _role_after(text, last + 1, ceiling) or last
        if start == first:
            start = _role_before(text, first, floor)
    office = None
    if start < first:
        office = span_of(text, start, first).of(text.body).rstrip(" ,")
    elif end > last:
        office = span_of(text, last + 1, end).of(text.body).lstrip("0123456789 ,")
    return NameMention(
        span=span_of(text, first, last), wide=span_of(text, start, end), office=office
    )


def _role_before(text: Text, first: int, floor: int) -> int:
    """Where a role starts that the name is set behind between commas ("The mayor of X, Jane Doe, said"); ``first`` if none does."""
    comma = first - 1
    if comma <= floor or text.tokens[comma].lower != ",":
        return first
    for index in range(max(floor, comma - 8), comma):
        office = office_table().at(text.tokens, index)
        if office is not None and phrase_end(text, office.last, comma) == comma:
            return phrase_start(text, index, floor)
    return first


def _role_after(text: Text, first: int, ceiling: int) -> int | None:
    """Index after a role in apposition ("a senior fellow at the institute"); None if there is none."""
    if text.tokens[first].lower.isdigit() and first + 2 < ceiling:  # ", 54, a retired pilot"
        first += 2
    for index in range(first, min(first + 8, ceiling)):
        if text.tokens[index].lower == ",":
            return None
        office = office_table().at(text.tokens, index)
        if office is not None:
            return phrase_end(text, office.last, ceiling)
    return None
