"""The opening line of an agency report: "PARIS, 2 April (AFP) —"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.lexicon.abbreviations import abbreviations, agency_words, stop_words
from dateline.model.spans import Span
from dateline.model.texts import Dateline

_PARAGRAPHS = 8  # headline, by-line, caption and time of posting may stand before it
_SENTENCES = 3  # the same, where the line ends were lost
_REACH = 160  # characters in which it must end
_DASHES = 3  # "PORT-AU-PRINCE - " has three
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tue|Wed|Thu|Fri)\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?:(?:19|20)\d\d|\d\d))?"
_DATE = re.compile(
    rf"(?:^|(?<=[\s,.(]))(?:(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH}){_YEAR}|{_WEEKDAY})$",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(r"(?:\(([^()\n]{2,60})\)|\[([^\[\]\n]{2,60})\]|/([^/\n]{2,30})/)$")
_TAG = re.compile(r"(?:\s*\[[A-Z .,'\n]{3,80}\]\s*){1,4}")
_WORD = re.compile(r"\w+")
_UNDATED = re.compile(r"(?<=, )NO DATE$")  # the Foreign Broadcast Information Service's words
_DIGIT_STOP = re.compile(r"\d\.$")
_PIECES = 3  # date and agency, and a second look at the date
_SHORTEST = 4  # letters of a place in capitals that stands alone
_END = re.compile(r"\s*(?:—|–|-{2,3})\s*|\s+-\s+|(?<=[)\]])-\s+|(?<=/)\.\s+")
_UPPER = r"[^\W\d_a-z]"
_SMALL = r"(?:de|del|la|las|los|el|al|of|and|the|upon|sur|am|im|an|da|do|dos)"
_NAME = rf"{_UPPER}[\w'’.-]{{0,24}}(?:\s+(?:{_SMALL}\s+){{0,2}}{_UPPER}[\w'’.-]{{0,24}}){{0,3}}"
_PLACE = re.compile(rf"{_NAME}(?:(?:/|,\s+){_NAME}){{0,3}}(?:\s\([^()]{{2,30}}\))?")
_HEADING = re.compile(r"[.!?][\"”’')]?\s+(?=[^\W\d_a-z])")


@dataclass(slots=True)
class _Parts:
    """What is read off the end of the words before the dash, piece by piece."""

    place: Span | None = None
    date: Span | None = None
    agency: Span | None = None


def find_dateline(body: str, paragraphs: Sequence[Span]) -> Dateline | None:
    """The dateline of a normalised body; None where there is none.

    It opens one of the first paragraphs, or of the first sentences. A place in mixed case needs a date or a
    known agency beside it, and no line counts if a small letter follows: so that an ordinary sentence with a
    dash is not taken for one. Reads the heads of the first paragraphs only.
    """
    starts = [(p.start, p.end) for p in paragraphs[:_PARAGRAPHS]]
    if paragraphs:
        lead = paragraphs[0]
        window = min(lead.end, lead.start + 2 * _REACH)
        headings = list(_HEADING.finditer(body, lead.start, window))[:_SENTENCES]
        starts[1:1] = [(match.end(), lead.end) for match in headings]
    for start, end in starts:
        found = _read(body, start, min(end, start + _REACH), end)
        if found is not None:
            return found
    return None


def _read(body: str, start: int, limit: int, paragraph_end: int) -> Dateline | None:
    for number, dash in enumerate(_END.finditer(body, start, limit)):
        if number == _DASHES:
            break
        parts = _parts(body, start, dash.start())
        tag = _TAG.match(body, dash.end(), paragraph_end)
        end = tag.end() if tag else dash.end()
        if _is_dateline(body, parts, Span(end, paragraph_end)):
            return Dateline(
                span=Span(start, min(end, paragraph_end)),
                place=parts.place,
                date=parts.date,
                agency=parts.agency,
            )
    return None


def _parts(body: str, start: int, end: int) -> _Parts:
    """Read date and agency off the end, in whichever order; what is left is the place."""
    parts = _Parts()
    for _ in range(_PIECES):
        end = _stripped(body, start, end, " \n,")
        piece = _peel(body, start, end, parts)
        if piece is None:
            break
        end = piece
    end = _stripped(body, start, end, " \n,(")
    if end > start and body[end - 1] == "." and not _keeps_stop(body[start:end]):
        end -= 1
    parts.place = Span(start, end) if end > start else None
    return parts


def _peel(body: str, start: int, end: int, parts: _Parts) -> int | None:
    """Take a date or an agency off the end; where what is left ends, None if there is neither."""
    day_end = end - 1 if _DIGIT_STOP.search(body, start, end) else end
    date = _DATE.search(body, start, day_end) if parts.date is None else None
    if date is not None:
        parts.date = Span(*date.span())
        return date.start()
    undated = _UNDATED.search(body, start, end)
    if undated is not None:
        return undated.start()
    enclosed = _ENCLOSED.search(body, start, end)
    if enclosed is not None:
        inner = Span(*enclosed.span(enclosed.lastindex or 0))
        if parts.date is None and _DATE.fullmatch(body, inner.start, inner.end):
            parts.date = inner
        elif parts.agency is None:
            parts.agency = inner
        else:
            return None
        return enclosed.start()
    comma = max(body.rfind(", ", start, end), body.rfind(". ", start, end))
    bare = start if comma < 0 else comma + 2
    if parts.agency is None and body[bare:end].rstrip(".").lower() in agency_words("agencies"):
        parts.agency = Span(bare, end)
        return bare
    return None


def _stripped(body: str, start: int, end: int, characters: str) -> int:
    while end > start and body[end - 1] in characters:
        end -= 1
    return end


def _keeps_stop(place: str) -> bool:
    word = place.rsplit(maxsplit=1)[-1]
    return word.count(".") > 1 or word[:-1].lower() in abbreviations()


def _is_dateline(body: str, parts: _Parts, rest: Span) -> bool:
    following = _first_word(body, rest)
    if following[:1].islower() or (not following and parts.agency is None):
        return False
    agency = parts.agency.of(body).strip() if parts.agency else ""
    known = any(name.lower() in agency_words("agencies") for name in (agency, *agency.split("/")))
    if agency.lower() in agency_words("not_places") or (agency[:1].islower() and not known):
        return False
    if parts.place is None:
        return known or (agency.isupper() and parts.date is None)
    dated = parts.date is not None and any(c.isdigit() for c in parts.date.of(body))
    shouted = body[rest.start : rest.start + _REACH].isupper()
    return _is_place(
        parts.place.of(body),
        sure=known or dated,
        likely=agency != "",
        alone=not shouted,
    )


def _is_place(place: str, *, sure: bool, likely: bool, alone: bool) -> bool:
    """Whether the words name a place.

    Args:
        place: the words.
        sure: a day or a known agency stands beside them.
        likely: something in brackets stands beside them; enough for a place in capitals.
        alone: a place in capitals may stand alone: the text after it is in mixed case.
    """
    if not _PLACE.fullmatch(place) or _is_no_place(place):
        return False
    if sure or not place.partition(",")[0].isupper():
        return sure
    return likely or (alone and len(place) >= _SHORTEST)


def _first_word(body: str, rest: Span) -> str:
    match = _WORD.search(body, rest.start, min(rest.end, rest.start + _REACH))
    return match.group() if match else ""


def _is_no_place(place: str) -> bool:
    first = place.split(maxsplit=1)[0].lower()
    return (
        place.lower() in agency_words("not_places")
        or first.rstrip(":") in agency_words("not_places")
        or first in stop_words("starters")
    )
