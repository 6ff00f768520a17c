"""Spans made fit to be tagged: no blanks at their ends, none over another, one label each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from dateline_training.example import Offsets, Tagged

T = TypeVar("T")


def trimmed(text: str, start: int, end: int) -> Offsets | None:
    """The span without blanks at its ends; None if it lies outside the text or nothing of it is left."""
    if not 0 <= start < end <= len(text):
        return None
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    right = end - len(words) + len(words.rstrip())
    return (left, right) if left < right else None


def merged(spans: Iterable[Offsets]) -> tuple[Offsets, ...]:
    """The union of the spans, in order: those that share a character are one, those that only touch are two."""
    found: list[Offsets] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def longest(tags: Iterable[Tagged], *, ranks: Sequence[str]) -> tuple[Tagged, ...]:
    """Of the tags of one layer those that stay when the longer of any two that overlap is kept, in order.

    Args:
        tags: of one layer.
        ranks: the layer's labels; of tags of one length the label that comes first wins, then the place in the text.
    """
    kept: list[Tagged] = []
    for tag in sorted(tags, key=lambda t: (t.start - t.end, ranks.index(t.label), t.start)):
        if all(tag.end <= other.start or other.end <= tag.start for other in kept):
            kept.append(tag)
    return tuple(sorted(kept, key=lambda tag: tag.start))


def commonest(labels: Iterable[T]) -> T:
    """The label that is met most often; of equals the one that was met first.

    Raises:
        IndexError: if there is none.
    """
    return Counter(labels).most_common(1)[0][0]
