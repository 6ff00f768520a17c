"""What likenesses between event mentions are worth, and which words are vaguer forms of others."""

from functools import cache
from itertools import permutations

from dateline.errors import ResourceError
from dateline.lexicon.tables import table
from dateline.model.vocab import EventType, TargetType


def link_weight(feature: str, level: str) -> float:
    """Bits for (+) or against (-) two mentions being one incident when ``feature`` is at ``level``.

    Raises:
        ResourceError: if the table has no such feature or level.
    """
    return _bits(f"features/{feature}/{level}")


def prior_weight() -> float:
    """Bits for a pair that blocking lets through, before anything is compared."""
    return _bits("prior")


def link_threshold() -> float:
    """Bits from which on a pair is linked."""
    return _bits("threshold")


@cache
def _bits(path: str) -> float:
    row = table("link_weights")
    for part in _parts(path):
        if part not in row:
            raise ResourceError(
                f"resources/link_weights.yml has no {path!r}; add it there with bits and why, "
                "then run: python scripts/build_lexicon.py"
            )
        row = row[part]
    return float(row["bits"])


def _parts(path: str) -> list[str]:
    """A level's name may hold a slash, a feature's may not."""
    return path.split("/", maxsplit=2)


@cache
def levels(feature: str) -> tuple[str, ...]:
    """The levels the table knows for a feature, as typed in."""
    return tuple(table("link_weights")["features"].get(feature, ()))


@cache
def general_targets() -> frozenset[tuple[TargetType, TargetType]]:
    """Pairs (general, special) of target types of which the first is a vaguer word for the second."""
    return frozenset(
        (TargetType(row["general"]), TargetType(kind))
        for row in table("link_weights")["kin_targets"]
        for kind in row["kinds"]
    )


@cache
def akin_event_types() -> frozenset[tuple[EventType, EventType]]:
    """Ordered pairs of different event types that two reports may give to one attack."""
    return frozenset(
        pair
        for row in table("link_weights")["kin_event_types"]
        for pair in permutations(map(EventType, row["types"]), 2)
    )
