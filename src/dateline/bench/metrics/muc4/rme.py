"""CEAF-RME: mentions as triples of incident type, role and string, under an assignment of templates.

Templates of a document are assigned one to one for the greatest sum of a similarity φ, which is also what is counted. φ-subset counts predicted entities that
share a mention with an entity of the key (and, for recall, the entities of the key so met); φ-3 the mentions that entities share when they are themselves
assigned one to one. The incident type enters through the triples alone, and no type is an entity of its own. A template of the key whose type is ``a / b``
is tried as ``a`` and as ``b``, and the likelier kept.

φ-3 has two denominators, which differ by more than ten points: entities, as in the comparison files that IterX published, or mentions, as in the program in
its repository, which also counts a template of the key of two types twice. Hits being mentions under both, the former passes 100 percent where a system
gives entities of several mentions.

Source: Chen et al. 2023 (IterX), Iterative document-level information extraction via imitation learning.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.bench.metrics.assignment import assign
from dateline.bench.metrics.coreference import Ratio
from dateline.bench.metrics.muc4.entities import ROLES, Entity, Incident
from dateline.bench.metrics.muc4.ratios import NOTHING, added

MICRO = "micro"
SUBSET, BY_ENTITIES, BY_MENTIONS = "φ-subset", "φ-3, entities", "φ-3, mentions"
VARIANTS = (SUBSET, BY_ENTITIES, BY_MENTIONS)


@dataclass(frozen=True, slots=True)
class _Alternative:
    """A template of the key under one of its types; ``of`` numbers the template."""

    of: int
    incident: Incident


def rme(
    key: Mapping[str, Sequence[Incident]], response: Mapping[str, Sequence[Incident]], variant: str
) -> Mapping[str, Ratio]:
    """Precision and recall of each role, and of all together (:data:`MICRO`), under one assignment of templates.

    Args:
        key: incidents by document, mentions normalized.
        response: likewise; a document that it lacks has none, and one that the key lacks is passed over.
        variant: of :data:`VARIANTS`.
    """
    total = dict.fromkeys(ROLES, NOTHING)
    for document, known in key.items():
        counts = _document(known, response.get(document, ()), variant)
        total = {role: added((total[role], counts[role])) for role in ROLES}
    return {**total, MICRO: added(total.values())}


def _document(
    known: Sequence[Incident], predicted: Sequence[Incident], variant: str
) -> Mapping[str, Ratio]:
    told = [incident for incident in predicted if incident.entities]
    tried = [
        _Alternative(number, Incident(kind, incident.roles))
        for number, incident in enumerate(known)
        for kind in _types(incident, split=bool(told))
    ]
    alike = [[_alike(each.incident, other, variant) for other in told] for each in tried]
    kept = _likelier(tried, alike)
    weights = [
        [_micro(alike[i][j])[0] if i in kept else 0.0 for j in range(len(told))]
        for i in range(len(tried))
    ]
    pairs = assign(weights)
    counted = [each.incident for each in tried] if variant == BY_MENTIONS else known
    return {
        role: Ratio(
            sum(alike[i][j][role][0] for i, j in pairs),
            _size(role, told, variant),
            sum(alike[i][j][role][1] for i, j in pairs),
            _size(role, counted, variant),
        )
        for role in ROLES
    }


def _types(incident: Incident, *, split: bool) -> list[str]:
    if split and incident.entities:
        return [kind.strip() for kind in incident.type.split("/")]
    return [incident.type]


def _likelier(
    tried: Sequence[_Alternative], alike: Sequence[Sequence[Mapping[str, tuple[int, int]]]]
) -> frozenset[int]:
    """The alternative of each template that is likest to all that was predicted; of equals the first."""
    sums = [sum(_micro(each)[0] for each in row) for row in alike]
    numbers = {each.of for each in tried}
    return frozenset(
        max((i for i, each in enumerate(tried) if each.of == number), key=lambda i: sums[i])
        for number in numbers
    )


def _micro(alike: Mapping[str, tuple[int, int]]) -> tuple[float, float]:
    return float(sum(a for a, _ in alike.values())), float(sum(b for _, b in alike.values()))


def _alike(key: Incident, told: Incident, variant: str) -> Mapping[str, tuple[int, int]]:
    """φ by role: hits for precision and for recall."""
    if key.type != told.type:
        return dict.fromkeys(ROLES, (0, 0))
    phi = _subset if variant == SUBSET else _shared
    return {role: phi(key.roles[role], told.roles[role]) for role in ROLES}


def _subset(key: Sequence[Entity], told: Sequence[Entity]) -> tuple[int, int]:
    """Predicted entities that share a mention with one of the key, and how many of those there are; the first mention shared decides which."""
    met = [
        next((i for mention in entity for i, gold in enumerate(key) if mention in gold), None)
        for entity in told
    ]
    found = [i for i in met if i is not None]
    return len(found), len(set(found))


def _shared(key: Sequence[Entity], told: Sequence[Entity]) -> tuple[int, int]:
    """Mentions that entities share, assigned one to one for as many as can be."""
    common = [[float(sum(m in gold for m in entity)) for entity in told] for gold in key]
    total = sum(int(common[i][j]) for i, j in assign(common))
    return total, total


def _size(role: str, incidents: Sequence[Incident], variant: str) -> int:
    entities = [entity for incident in incidents for entity in incident.roles[role]]
    return sum(map(len, entities)) if variant == BY_MENTIONS else len(entities)
