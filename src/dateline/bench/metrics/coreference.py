"""How well mentions were grouped: MUC, B-cubed, CEAF-e, LEA, and the mean of the first three (CoNLL F1).

Key and response are partitions of mentions; the response may lack mentions of the key and hold others (its own
inventions). A missing mention costs recall, an invented one precision, as in the CoNLL-2012 scorer.

Sources: Vilain et al. 1995 (MUC); Bagga and Baldwin 1998 (B-cubed); Luo 2005 (CEAF, here with the entity similarity φ4);
Moosavi and Strube 2016 (LEA); Pradhan et al. 2014 (all but LEA over predicted mentions).
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from dateline.bench.metrics.assignment import assign

Cluster: TypeAlias = AbstractSet[Hashable]
Partition: TypeAlias = Sequence[Cluster]

MEASURES = ("MUC", "B-cubed", "CEAF-e", "LEA")


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision and recall as numerators over denominators.

    A denominator of 0 means that there was nothing to judge: the ratio is then 1 if the other side had nothing either, else 0.
    """

    found: float
    of_response: float
    kept: float
    of_key: float

    @property
    def precision(self) -> float:
        """Share of the response that is right, 0 to 1."""
        return self.found / self.of_response if self.of_response else float(not self.of_key)

    @property
    def recall(self) -> float:
        """Share of the key that was found, 0 to 1."""
        return self.kept / self.of_key if self.of_key else float(not self.of_response)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def coreference(key: Partition, response: Partition) -> Mapping[str, Ratio]:
    """Each measure of :data:`MEASURES`. Empty clusters are passed over.

    Args:
        key: clusters of the gold standard; no mention in two of them.
        response: clusters of the system, likewise.
    """
    gold, system = ([c for c in side if c] for side in (key, response))
    return {
        "MUC": _both(_muc, gold, system),
        "B-cubed": _both(_b_cubed, gold, system),
        "CEAF-e": _ceaf(gold, system),
        "LEA": _both(_lea, gold, system),
    }


def conll(measures: Mapping[str, Ratio]) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e, 0 to 1."""
    return sum(measures[name].f1 for name in ("MUC", "B-cubed", "CEAF-e")) / 3


_Recall: TypeAlias = Callable[[Partition, Mapping[Hashable, Cluster]], tuple[float, float]]


def _both(recall: _Recall, key: Partition, response: Partition) -> Ratio:
    kept, of_key = recall(key, _home(response))
    found, of_response = recall(response, _home(key))
    return Ratio(found, of_response, kept, of_key)


def _home(partition: Partition) -> dict[Hashable, Cluster]:
    return {mention: cluster for cluster in partition for mention in cluster}


def _muc(key: Partition, home: Mapping[Hashable, Cluster]) -> tuple[float, float]:
    """Links of a spanning tree that survive; mentions without a home are parts of their own."""
    kept = 0
    for cluster in key:
        parts = {id(home[m]) for m in cluster if m in home}
        kept += len(cluster) - len(parts) - sum(m not in home for m in cluster)
    return kept, sum(len(cluster) - 1 for cluster in key)


def _b_cubed(key: Partition, home: Mapping[Hashable, Cluster]) -> tuple[float, float]:
    """For each mention, how much of its cluster stands with it."""
    kept = sum(
        len(cluster & home[mention]) / len(cluster)
        for cluster in key
        for mention in cluster
        if mention in home
    )
    return kept, sum(map(len, key))


def _ceaf(key: Partition, response: Partition) -> Ratio:
    """Clusters matched one to one for the greatest total of φ4 = 2 |K ∩ R| / (|K| + |R|)."""
    alike = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    total = sum(alike[i][j] for i, j in assign(alike))
    return Ratio(total, len(response), total, len(key))


def _lea(key: Partition, home: Mapping[Hashable, Cluster]) -> tuple[float, float]:
    """Each cluster's share of links kept, weighted by its size; a mention alone has a link with itself."""
    kept = 0.0
    for cluster in key:
        kept += len(cluster) * _resolved(cluster, home)
    return kept, sum(map(len, key))


def _resolved(cluster: Cluster, home: Mapping[Hashable, Cluster]) -> float:
    if len(cluster) == 1:
        (mention,) = cluster
        return float(mention in home and len(home[mention]) == 1)
    others = {id(home[m]): home[m] for m in cluster if m in home}
    links = sum(_links(len(cluster & other)) for other in others.values())
    return links / _links(len(cluster))


def _links(size: int) -> float:
    return size * (size - 1) / 2
