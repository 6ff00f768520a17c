"""CEAF-REE: role-filler entities right, under the best mapping of templates.

A predicted template may be mapped to one of the key whose incident type contains its own. Mapped so, a predicted entity is right if all its mentions are among
those of one entity of the key in the same role, and an entity of the key is found if some predicted entity is right by it. The mapping of a document's
templates is the one with the best F1 of types and entities together; of several the first, predicted templates taken in order, each mapped to the first
one of the key rather than to a later one or to none.

Source: Du, Rush and Cardie 2021 (GTT), Template filling with generative transformers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb, perm
from typing import TypeAlias

from dateline.bench.metrics.assignment import assign
from dateline.bench.metrics.coreference import Ratio
from dateline.bench.metrics.muc4.entities import ROLES, Entity, Incident
from dateline.bench.metrics.muc4.ratios import NOTHING, added

TYPE = "incident type"
ALL_ROLES = (TYPE, *ROLES)
MICRO = "micro"

_LIMIT = 2_000_000
"""Mappings up to which the best is searched for; beyond, an assignment by the hits of both sides stands for it."""

_Hits: TypeAlias = tuple[int, int]
"""How many predicted entities are right, and how many of the key are found."""
_Pairs: TypeAlias = tuple[tuple[int, int], ...]
_Gains: TypeAlias = Mapping[tuple[int, int], _Hits]


def ree(
    key: Mapping[str, Sequence[Incident]], response: Mapping[str, Sequence[Incident]]
) -> Mapping[str, Ratio]:
    """Precision and recall of each role of :data:`ALL_ROLES`, and of all together (:data:`MICRO`).

    Args:
        key: incidents by document, mentions normalized.
        response: likewise; a document that it lacks has none, and one that the key lacks is passed over.
    """
    total = dict.fromkeys(ALL_ROLES, NOTHING)
    for document, known in key.items():
        told = response.get(document, ())
        pairs = _mapping(told, known)
        for role in ALL_ROLES:
            right, found = _summed([_hits(role, told[p], known[k]) for p, k in pairs])
            counts = Ratio(right, _size(role, told), found, _size(role, known))
            total[role] = added((total[role], counts))
    return {**total, MICRO: added(total.values())}


def _size(role: str, incidents: Sequence[Incident]) -> int:
    return len(incidents) if role == TYPE else sum(len(i.roles[role]) for i in incidents)


def _hits(role: str, told: Incident, known: Incident) -> _Hits:
    if role == TYPE:
        return 1, 1
    said, there = told.roles[role], known.roles[role]
    return (
        sum(any(_right(entity, gold) for gold in there) for entity in said),
        sum(any(_right(entity, gold) for entity in said) for gold in there),
    )


def _right(predicted: Entity, gold: Entity) -> bool:
    return all(mention in gold for mention in predicted)


def _mapping(told: Sequence[Incident], known: Sequence[Incident]) -> _Pairs:
    """Pairs of the best mapping, of a predicted and a key template each."""
    gains = {
        (p, k): _summed([_hits(role, one, other) for role in ALL_ROLES])
        for p, one in enumerate(told)
        for k, other in enumerate(known)
        if one.type in other.type
    }
    few, many = len(told), len(known)
    if sum(comb(few, n) * perm(many, n) for n in range(min(few, many) + 1)) > _LIMIT:
        weights = [[float(sum(gains.get((p, k), (0, 0)))) for k in range(many)] for p in range(few)]
        return assign(weights)
    size_told, size_known = (sum(_size(role, side) for role in ALL_ROLES) for side in (told, known))
    return _searched(gains, range(few), range(many), Ratio(0, size_told, 0, size_known))


def _summed(hits: Sequence[_Hits]) -> _Hits:
    return sum(h[0] for h in hits), sum(h[1] for h in hits)


@dataclass(slots=True)
class _Best:
    """The best mapping so far."""

    f1: float = -1.0
    pairs: _Pairs = ()


def _searched(gains: _Gains, told: range, known: range, empty: Ratio) -> _Pairs:
    """The first of the best mappings; what cannot be better than the best so far is not looked at.

    Args:
        gains: hits of every pair that may be mapped.
        told: numbers of the predicted templates.
        known: of those of the key.
        empty: no hits, of how many.
    """
    by_told = [_most([gains[p, k] for k in known if (p, k) in gains]) for p in told]
    by_known = [_most([gains[p, k] for p in told if (p, k) in gains]) for k in known]
    best = _Best()

    def walk(p: int, open_: tuple[int, ...], hits: _Hits, pairs: _Pairs) -> None:
        """Map predicted template ``p`` and those after it to what is open of the key."""
        ahead, left = _summed(by_told[p:]), _summed([by_known[k] for k in open_])
        f1 = _f1(_summed([hits, (min(ahead[0], left[0]), min(ahead[1], left[1]))]), empty)
        if f1 <= best.f1:
            return
        if p == len(told):
            best.f1, best.pairs = f1, pairs
            return
        for k in open_:
            gain = gains.get((p, k))
            others = tuple(other for other in open_ if other != k)
            if gain is None:
                # A pair that may not be mapped wins nothing, but stands before the later ones.
                walk(p + 1, others, hits, pairs)
            else:
                walk(p + 1, others, _summed([hits, gain]), (*pairs, (p, k)))
        walk(p + 1, open_, hits, pairs)

    walk(0, tuple(known), (0, 0), ())
    return best.pairs


def _most(hits: Sequence[_Hits]) -> _Hits:
    return max((h[0] for h in hits), default=0), max((h[1] for h in hits), default=0)


def _f1(hits: _Hits, empty: Ratio) -> float:
    return Ratio(hits[0], empty.of_response, hits[1], empty.of_key).f1
