"""CEAF-REE: role-filler entities right, under the best mapping of templates.

A predicted template may be mapped to one of the key whose incident type contains its own. Mapped so, a predicted entity is right if all its mentions are among
those of one entity of the key in the same role, and an entity of the key is found if some predicted entity is right by it. The mapping of a document's
templates is the one with the best F1 of types and entities together; of several the first, predicted templates taken in order, each mapped to the first
one of the key rather than to a later one or to none.

Source: Du, Rush and Cardie 2021 (GTT), Template filling with generative transformers.
"""

from collections.abc import Mapping, Sequence
from math import comb, perm
from typing import TypeAlias

from dateline.bench.metrics.assignment import assign
from dateline.bench.metrics.coreference import Ratio
from dateline.bench.metrics.muc4.entities import ROLES, Entity, Incident

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
    total = dict.fromkeys(ALL_ROLES, Ratio(0, 0, 0, 0))
    for document, known in key.items():
        told = response.get(document, ())
        pairs = _mapping(told, known)
        for role in ALL_ROLES:
            hits = [_hits(role, told[p], known[k]) for p, k in pairs]
            right, found = sum(h[0] for h in hits), sum(h[1] for h in hits)
            total[role] += Ratio(right, _size(role, told), found, _size(role, known))
    return {**total, MICRO: sum(total.values(), Ratio(0, 0, 0, 0))}


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
        (p, k): _total([_hits(role, one, other) for role in ALL_ROLES])
        for p, one in enumerate(told)
        for k, other in enumerate(known)
        if one.type in other.type
    }
    few, many = len(told), len(known)
    if sum(comb(few, n) * perm(many, n) for n in range(min(few, many) + 1)) > _LIMIT:
        weights = [[float(sum(gains.get((p, k), (0, 0)))) for k in range(many)] for p in range(few)]
        return tuple(pair for pair in assign(weights) if pair in gains)
    sizes = tuple(sum(_size(role, side) for role in ALL_ROLES) for side in (told, known))
    return _Search(gains, (few, many), (sizes[0], sizes[1])).best()


def _total(hits: Sequence[_Hits]) -> _Hits:
    return sum(h[0] for h in hits), sum(h[1] for h in hits)
