"""Stretches of characters."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` of a text, end exclusive.

    Raises:
        InputError: if ``0 <= start <= end`` does not hold.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InputError(f"a span needs 0 <= start <= end, found {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every character of ``other`` is in this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, characters: str) -> str:
        """The characters it covers."""
        return characters[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """The same stretch ``by`` characters further on."""
        return Span(self.start + by, self.end + by)


def cover(spans: Iterable[Span]) -> Span | None:
    """The shortest span that contains all of ``spans``; None of none."""
    found = tuple(spans)
    if not found:
        return None
    return Span(min(s.start for s in found), max(s.end for s in found))
