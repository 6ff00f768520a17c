"""What stands beside a name: words that tell what kind of place is meant, or that none is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from dateline.lexicon.places import designators, words
from dateline.model.places import Level
from dateline.model.spans import Span
from dateline.model.texts import Text, Token
from dateline.places.candidates import Candidate, token_text

_NEUTRAL = frozenset(
    {"greater", "central", "occupied", "annexed", "historic", "downtown", "metropolitan", "new"}
)
_LARGE = 100_000  # inhabitants from which a name is known well enough to begin the name of an organisation


class Part(StrEnum):
    """What the name is a part of."""

    NONE = "none"
    ORGANISATION = "organisation"
    OTHER = "other name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A candidate with what its neighbours tell.

    Attributes:
        level: the kind of place they say it is; None if they say nothing.
        wide: the name with the word that says so.
        part: what longer name it belongs to.
        locative: a preposition of place stands before it.
        designator: a word for a kind of place stands beside it.
        direction: the direction before it ("western"), in small letters.
        parent: index of the candidate after its comma ("Paris, Texas").
    """

    candidate: Candidate
    level: Level | None = None
    wide: Span
    part: Part = Part.NONE
    locative: bool = False
    designator: bool = False
    direction: str | None = None
    parent: int | None = None


def find_contexts(
    text: Text, candidates: Sequence[Candidate], persons: frozenset[int]
) -> tuple[Context, ...]:
    """One context for each candidate, in order."""
    taken = {i: n for n, c in enumerate(candidates) for i in range(c.first, c.last)}
    contexts = [_context(text, c, taken, persons) for c in candidates]
    contexts = [
        replace(context, parent=_parent(text.tokens, context, taken, candidates))
        for context in contexts
    ]
    return tuple(_shared_designators(text, contexts, taken))


def designated(token: str) -> Level | None:
    """The kind of place one word tells: "region" a region, "village" a town, "county" a district."""
    return _kinds("").get(token)


def designated_many(token: str) -> Level | None:
    """The same of a word in the plural."""
    return _kinds("s").get(token)


@cache
def _kinds(ending: str) -> dict[str, Level]:
    levels = (Level.DISTRICT, Level.TOWN, Level.REGION)  # the last one wins
    return {word: level for level in levels for word in designators(f"{level.value}{ending}")}


def _context(
    text: Text, candidate: Candidate, taken: dict[int, int], persons: frozenset[int]
) -> Context:
    tokens = text.tokens
    level, wide = _designator(text, candidate)
    before = _first_before(tokens, candidate.first)
    direction = token_text(tokens, candidate.first - 1)
    return Context(
        candidate=candidate,
        level=level,
        wide=wide,
        part=_part(tokens, candidate, taken, persons),
        locative=token_text(tokens, before) in words("locatives"),
        designator=level is not None,
        direction=direction if direction in words("directions") else None,
    )


def _first_before(tokens: Sequence[Token], first: int) -> int:
    """The index of the word before a name, articles, directions and kinds of place left out."""
    at = first - 1
    while at >= 0 and (
        tokens[at].lower in words("directions")
        or tokens[at].lower in {"the", "of", "city", "town", "village", "region", "province", "-"}
    ):
        at -= 1
    return at


def _designator(text: Text, candidate: Candidate) -> tuple[Level | None, Span]:
    """The kind of place told by the word after or before the name, and the span with that word."""
    tokens, span = text.tokens, candidate.span
    after = token_text(tokens, candidate.last)
    if candidate.adjective is None:
        if (level := designated(after)) is not None:
            return level, Span(span.start, tokens[candidate.last].span.end)
        if after in designators("region_adjectives"):
            return Level.REGION, span
        if after in designators("loose"):
            return None, Span(span.start, tokens[candidate.last].span.end)
    at = candidate.first - 1
    article = token_text(tokens, at) == "the"
    of = at - article
    if token_text(tokens, of) == "of" and (level := designated(token_text(tokens, of - 1))):
        start = of - 1 - (token_text(tokens, of - 2) == "the")
        return level, Span(tokens[start].span.start, span.end)
    if (level := designated(token_text(tokens, at))) is not None and tokens[at].text.islower():
        start = at - (token_text(tokens, at - 1) == "the")
        return level, Span(tokens[start].span.start, span.end)
    return None, span


def _part(
    tokens: Sequence[Token], candidate: Candidate, taken: dict[int, int], persons: frozenset[int]
) -> Part:
    """Whether the name is only a part of a longer one."""
    if candidate.adjective is not None:
        return Part.NONE
    if _is_of_organisation(tokens, candidate.first):
        return Part.ORGANISATION
    left, right = candidate.first - 1, candidate.last
    if right < candidate.run.last and right not in taken and tokens[right].text[0].isalpha():
        return _before_name(tokens, candidate, right, persons)
    if left >= candidate.run.first and left not in taken and not candidate.run.loud:
        lower = tokens[left].lower
        if lower in words("organisations"):
            return Part.ORGANISATION
        fine = lower in words("directions") or lower in _NEUTRAL or designated(lower)
        if not fine and tokens[left].text[0].isalpha():
            return Part.OTHER
    return Part.NONE


def _before_name(
    tokens: Sequence[Token], candidate: Candidate, right: int, persons: frozenset[int]
) -> Part:
    """What a capitalised word after the name makes of it."""
    lower = tokens[right].lower
    if lower in words("roads") and designated(lower) is None:
        return Part.OTHER
    if (
        designated(lower)
        or designated_many(lower)
        or lower in words("facilities") | words("directions")
    ):
        return Part.NONE
    if lower in words("organisations"):
        return Part.ORGANISATION
    if lower in words("titles") or right in persons or candidate.run.loud:
        return Part.NONE
    known = any(p.population >= _LARGE for p in candidate.places)
    return Part.ORGANISATION if known else Part.OTHER


def _is_of_organisation(tokens: Sequence[Token], first: int) -> bool:
    """ "University of Kansas", "Bank of America": capitalised, so that "police of Kansas" is not one."""
    at = first - 1 - (token_text(tokens, first - 1) == "the")
    if token_text(tokens, at) != "of" or at < 1:
        return False
    head = tokens[at - 1]
    return head.text[0].isupper() and head.lower in words("organisations")


def _parent(
    tokens: Sequence[Token],
    context: Context,
    taken: dict[int, int],
    candidates: Sequence[Candidate],
) -> int | None:
    """The candidate that says where this one lies: after a comma, or in brackets."""
    last = context.candidate.last
    if designated(token_text(tokens, last)):
        last += 1
    mark = token_text(tokens, last)
    if mark not in {",", "("} or (last + 1) not in taken:
        return None
    index = taken[last + 1]
    parent = candidates[index]
    if parent.adjective is not None or parent.first != last + 1:
        return None
    return index


def _shared_designators(
    text: Text, contexts: Sequence[Context], taken: dict[int, int]
) -> list[Context]:
    """Plural designators go for all names they are listed with: "the Kursk and Oryol regions"."""
    found = list(contexts)
    for index, token in enumerate(text.tokens):
        level = designated_many(token.lower)
        if level is None:
            continue
        for number in _listed(text.tokens, index, taken):
            if found[number].candidate.adjective is None and found[number].level is None:
                found[number] = replace(found[number], level=level, designator=True)
    return found


def _listed(tokens: Sequence[Token], index: int, taken: dict[int, int]) -> list[int]:
    """The candidates listed right before the word at ``index``, or after it and "of" ("like", …)."""
    listed: list[int] = []
    at = index - 1
    while at >= 0 and (at in taken or (listed and token_text(tokens, at) in {",", "and", "or"})):
        if at in taken:
            listed.append(taken[at])
        at -= 1
    at = index + 1
    if token_text(tokens, at) in {"of", "like", "including", "around", "near"}:
        at += 1
        at += token_text(tokens, at) == "the"
        while at in taken or token_text(tokens, at) in {",", "and", "or"}:
            if at in taken:
                listed.append(taken[at])
            at += 1
    return list(dict.fromkeys(listed))
