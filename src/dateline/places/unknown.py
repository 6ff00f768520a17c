"""Names the gazetteer lacks, but that the words beside them plainly call places."""

from collections.abc import Iterator, Sequence

from dateline.lexicon.places import words
from dateline.model.places import Toponym, Use
from dateline.model.spans import Span
from dateline.model.texts import Text, Token
from dateline.places.candidates import token_text
from dateline.places.context import designated, designated_many
from dateline.places.runs import Run

_LONGEST = 3  # words of such a name
_REASON = "not in the gazetteer"


def find_unknown(text: Text, runs: Sequence[Run], taken: frozenset[int]) -> Iterator[Toponym]:
    """Unresolved toponyms: "the town of Xyz", "near Xyz", "the Xyz district".

    Args:
        text: the text.
        runs: its runs of capitalised words.
        taken: indexes of tokens that are names of persons or of known places.
    """
    tokens = text.tokens
    for run in runs:
        first, last = run.first, run.last
        kind = last - 1 if designated(tokens[last - 1].lower) else None
        if kind is not None:
            last = kind
        elif designated(token_text(tokens, last)):
            kind = last
        if (
            run.loud
            or not 0 < last - first <= _LONGEST
            or any(i in taken for i in range(first, last))
        ):
            continue
        if any(_is_other(tokens[i]) for i in range(first, last)):
            continue
        start = _designator_before(tokens, first, taken)
        if start is None and not _is_placed(tokens, first, kind):
            continue
        span = Span(tokens[first].span.start, tokens[last - 1].span.end)
        wide = Span(
            tokens[first if start is None else start].span.start,
            tokens[kind if kind is not None else last - 1].span.end,
        )
        yield Toponym(
            span=span,
            wide=wide,
            text=span.of(text.body),
            use=Use.LITERAL,
            place=None,
            reason=_REASON,
        )


def _is_other(token: Token) -> bool:
    """Whether the word makes it the name of something else."""
    lower = token.lower
    return (
        lower in words("organisations")
        or lower in words("facilities")
        or lower in words("titles")
        or lower in words("roads")
        or (token.text.isupper() and len(token.text) > 1)
        or not token.text[0].isalpha()
    )


def _designator_before(tokens: Sequence[Token], first: int, taken: frozenset[int]) -> int | None:
    """Where the words "town of", "the villages of A and" before a name start; None without them."""
    at = first - 1
    if designated(token_text(tokens, at)) and tokens[at].text.islower():
        return at - (token_text(tokens, at - 1) == "the")
    while at >= 0 and (at in taken or token_text(tokens, at) in {",", "and"}) and first - at < 8:
        at -= 1
    of = at
    if token_text(tokens, of) != "of":
        return None
    noun = token_text(tokens, of - 1)
    if of == first - 1 and designated(noun):
        return of - 1 - (token_text(tokens, of - 2) == "the")
    return first if designated_many(noun) else None


def _is_placed(tokens: Sequence[Token], first: int, kind: int | None) -> bool:
    """Whether a kind of place follows, or "near" stands before."""
    if kind is not None:
        return token_text(tokens, kind) not in {"city", "state", "department", "republic", "town"}
    return token_text(tokens, first - 1) == "near"
