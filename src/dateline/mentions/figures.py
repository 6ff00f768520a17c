"""Numbers in running words: exact, bounded, ranges, vague plurals."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.lexicon.attacks import bound_table, vague_numbers
from dateline.lexicon.numbers import parse_number
from dateline.model.claims import Range
from dateline.model.texts import Text


@dataclass(frozen=True, slots=True)
class Figure:
    """Tokens ``first`` to ``last`` (exclusive) and the number they give."""

    first: int
    last: int
    value: int | str | Range | None


def find_figures(text: Text, first: int, last: int) -> Iterator[Figure]:
    """Numbers, bounded numbers, ranges and vague plurals in tokens ``first`` to ``last``."""
    index = first
    while index < last:
        found = _number_at(text, index, last)
        if found is None:
            index += 1
        else:
            yield found
            index = _past_whole(text, found.last, last)


def _past_whole(text: Text, index: int, last: int) -> int:
    """ "Nine of eleven missiles": the second number is the whole, not the count."""
    if index + 1 < last and text.tokens[index].lower == "of":
        after = index + 2 if text.tokens[index + 1].lower in {"the", "all"} else index + 1
        end, value = _plain_number(text, after, last)
        return end if value is not None else index
    return index


def _number_at(text: Text, first: int, last: int) -> Figure | None:
    bound = bound_table().at(text.tokens, first)
    start = bound.last if bound is not None else first
    vague = vague_numbers().at(text.tokens, start)
    if vague is not None and vague.last <= last:
        return Figure(first, vague.last, vague.value)
    if start < last and text.tokens[start].lower == "all":
        return None
    end, value = _plain_number(text, start, last)
    if value is None:
        return None
    ranged = _range(text, start, end, value, last)
    if bound is None or not isinstance(ranged.value, int):
        return ranged
    kind = bound.value.kind
    if kind == "at_least":
        return Figure(first, end, (value, None))
    return Figure(first, end, (None, value) if kind == "at_most" else value)


def _plain_number(text: Text, first: int, last: int) -> tuple[int, int | None]:
    """The longest run of at most five tokens that is one whole number."""
    for end in range(min(last, first + 5), first, -1):
        if text.tokens[end - 1].lower == "of":
            continue
        value = parse_number([t.lower for t in text.tokens[first:end]])
        if value is not None:
            return end, value
    return first, None


def _range(text: Text, first: int, end: int, low: int, last: int) -> Figure:
    """ "between 5 and 7", "5 to 7": both ends; else the number alone."""
    if end + 1 < last and text.tokens[end].lower in {"to", "-", "–"}:
        upper, high = _plain_number(text, end + 1, last)
        if high is not None and high > low:
            return Figure(first, upper, (low, high))
    if (
        end + 1 < last
        and text.tokens[end].lower == "and"
        and first
        and text.tokens[first - 1].lower == "between"
    ):
        upper, high = _plain_number(text, end + 1, last)
        if high is not None and high > low:
            return Figure(first - 1, upper, (low, high))
    return Figure(first, end, low)
