"""What a slot of a MUC-4 template may hold: a small tree for each fill.

Words stand in upper case; strings of the text keep their double quotes, so that ``"GUN"`` is no set fill ``GUN``.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TypeAlias


class Kind(Enum):
    """The notation of a slot's fills."""

    DATE = "date"
    PLACE = "place"
    SET = "set"
    STRING = "string"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Alternatives: ``a / b``."""

    options: tuple["Fill", ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A value said of the thing that another slot names: ``value: to``."""

    value: "Fill"
    to: "Fill"


@dataclass(frozen=True, slots=True)
class Span:
    """From one date or number to another; None where an end is open: ``start - end``."""

    start: "Fill"
    end: "Fill"


@dataclass(frozen=True, slots=True)
class Typed:
    """A place with its type: ``name (kind)``."""

    name: "Fill"
    kind: "Fill"


@dataclass(frozen=True, slots=True)
class Between:
    """A stretch between two places: ``start - end``."""

    start: "Fill"
    end: "Fill"


@dataclass(frozen=True, slots=True)
class Path:
    """From a country down to a place: ``country: place: place``."""

    steps: tuple["Fill", ...]


Fill: TypeAlias = str | AnyOf | Ref | Span | Typed | Between | Path | None


@dataclass(frozen=True, slots=True)
class Filler:
    """One line of a slot.

    Attributes:
        fill: what it says.
        optional: marked ``?``; absent from the other side it costs nothing.
    """

    fill: Fill
    optional: bool = False


def parts(fill: Fill) -> tuple[Fill, ...]:
    """The trees right under this one; none under a word."""
    match fill:
        case AnyOf(inner) | Path(inner):
            return inner
        case Ref(one, other) | Span(one, other) | Typed(one, other) | Between(one, other):
            return one, other
        case _:
            return ()


def options(fill: Fill) -> tuple[Fill, ...]:
    """The alternatives of a fill; itself alone where it has none."""
    return fill.options if isinstance(fill, AnyOf) else (fill,)


def leaves(fill: Fill) -> tuple[str, ...]:
    """All words and strings of a tree, from left to right."""
    if isinstance(fill, str):
        return (fill,)
    return tuple(leaf for part in parts(fill) for leaf in leaves(part))


_PREMODIFIERS = (
    *("A", "THE", "AN", "THIS", "THAT", "THESE", "THOSE"),
    *("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN"),
    *(str(number) for number in range(1, 11)),
    *("MORE", "MOST", "MANY", "SEVERAL", "SOME", "ALL", "FEW", "ANY"),
    *("ANOTHER", "OTHER", "CERTAIN", "OF"),
)
_MODIFYING = tuple(re.compile(rf"{word}[ \t\n]+", re.IGNORECASE) for word in _PREMODIFIERS)


@lru_cache(maxsize=65_536)
def bare(words: str) -> str:
    """Words without premodifiers.

    As in the scorer of 1992 a premodifier goes wherever it stands before a space, also at the end of a longer word, on both sides alike.
    """
    for modifier in _MODIFYING:
        found = 1
        while found:
            words, found = modifier.subn("", words)
    return words


def same(one: Fill, other: Fill) -> bool:
    """Whether two fills agree: one alternative of each is enough, unless both sides give several, which must all have their like."""
    if isinstance(one, AnyOf) and isinstance(other, AnyOf):
        return all(any(same(a, b) for b in other.options) for a in one.options) and all(
            any(same(a, b) for a in one.options) for b in other.options
        )
    if isinstance(one, AnyOf) or isinstance(other, AnyOf):
        return any(same(a, b) for a in options(one) for b in options(other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or bare(one) == bare(other)
    inner, outer = parts(one), parts(other)
    return (
        type(one) is type(other)
        and len(inner) == len(outer)
        and all(same(a, b) for a, b in zip(inner, outer, strict=True))
    )


def words(fill: Fill) -> frozenset[str]:
    """The words of a fill without quotes and premodifiers."""
    return frozenset(w for leaf in leaves(fill) for w in bare(leaf.replace('"', "")).split())
