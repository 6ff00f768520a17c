"""How far a score can be trusted: temperatures, thresholds and reliability tables, off development data.

A score divided by one temperature a layer keeps its order and becomes a probability that is right as often as it says (Guo et al. 2017, "On calibration of
modern neural networks"). Thresholds are those at which the words of a layer or relation are told best (F1).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from dateline_training.batches import Batch, batches, packed
from dateline_training.labels import RELATIONS
from dateline_training.losses import head_slices, layer_slices, pair_scores, span_means
from dateline_training.model import Reader, Scores
from dateline_training.windows import UNKNOWN, Labelled, windows_of

TEMPERATURES = tuple(np.round(np.geomspace(0.5, 4.0, 43), 3).tolist())
THRESHOLDS = tuple(round(0.2 + 0.05 * n, 2) for n in range(13))
FEW = 40
"""Fewer labelled items than this and a temperature of 1 and a threshold of 0.5 are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """One line of a reliability table.

    Attributes:
        low: scores from here.
        high: scores below here.
        count: how many.
        said: their mean score.
        right: share of them that were right.
    """

    low: float
    high: float
    count: int
    said: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What was fitted.

    Attributes:
        temperatures: by layer, head, or relation with ``>`` behind it; ``kinds`` for whole texts.
        thresholds: by layer or relation with ``>``.
        errors: by name, the expected calibration error before and after.
        reliability: of all layers together, after.
    """

    temperatures: dict[str, float]
    thresholds: dict[str, float]
    errors: dict[str, tuple[float, float]]
    reliability: tuple[Bin, ...]


@dataclass(slots=True)
class _Items:
    logits: list[Tensor] = field(default_factory=list)
    gold: list[Tensor] = field(default_factory=list)

    def add(self, logits: Tensor, gold: Tensor) -> None:
        self.logits.append(logits)
        self.gold.append(gold)


@torch.no_grad()
def calibrate(
    reader: Reader, texts: Mapping[str, Sequence[Labelled]], *, longest: int, budget: int
) -> Calibration:
    """Fit temperatures and thresholds.

    Args:
        reader: the model, as it will be shipped.
        texts: development texts by corpus.
        longest: pieces a window may have.
        budget: pieces a batch may have.
    """
    reader.eval()
    many: dict[str, _Items] = {}
    pairs: dict[str, _Items] = {}
    for batch in batches(packed(windows_of(texts, longest), budget)):
        scores = reader(batch.ids, batch.mask, batch.first)
        _collect_tags(scores, batch, many)
        _collect_classes(scores, batch, many)
        _collect_pairs(reader, scores, batch, pairs)
    temperatures: dict[str, float] = {}
    thresholds: dict[str, float] = {}
    errors: dict[str, tuple[float, float]] = {}
    sure: list[NDArray[np.float32]] = [np.zeros(0, np.float32)]
    right: list[NDArray[np.bool_]] = [np.zeros(0, np.bool_)]
    for name, items in many.items():
        logits, gold = torch.cat(items.logits), torch.cat(items.gold)
        temperature = _fit(partial(_many_cost, logits, gold), len(gold))
        temperatures[name] = temperature
        layer = name in layer_slices()
        before, after = (_confidence(logits / t, gold, told=layer) for t in (1.0, temperature))
        errors[name] = (_error(*before), _error(*after))
        if layer:
            thresholds[name] = _best(1 - torch.softmax(logits / temperature, 1)[:, 0], gold > 0)
            sure.append(after[0])
            right.append(after[1])
    for name, items in pairs.items():
        logits, gold = torch.cat(items.logits), torch.cat(items.gold)
        temperature = _fit(partial(_pair_cost, logits, gold), int(gold.sum()))
        temperatures[f"{name}>"] = temperature
        thresholds[f"{name}>"] = _best(torch.sigmoid(logits / temperature), gold > 0)
    return Calibration(
        temperatures=temperatures,
        thresholds=thresholds,
        errors=errors,
        reliability=tuple(bins(np.concatenate(sure), np.concatenate(right))),
    )


def _collect_tags(scores: Scores, batch: Batch, many: dict[str, _Items]) -> None:
    for number, (layer, columns) in enumerate(layer_slices().items()):
        known = batch.tags[number] != UNKNOWN
        if bool(known.any()):
            logits = scores.tags[..., columns][known].float()
            many.setdefault(layer, _Items()).add(logits, batch.tags[number][known])


def _collect_classes(scores: Scores, batch: Batch, many: dict[str, _Items]) -> None:
    if len(batch.sorted):
        means = span_means(scores, batch.sorted)
        for number, (head, columns) in enumerate(head_slices().items()):
            mine = batch.sorted[:, 1] == number
            if bool(mine.any()):
                many.setdefault(head, _Items()).add(means[mine][:, columns], batch.sorted[mine, 4])
    known = batch.labels != UNKNOWN
    if bool(known.any()):
        many.setdefault("kinds", _Items()).add(scores.types[known].float(), batch.labels[known])


def _collect_pairs(reader: Reader, scores: Scores, batch: Batch, pairs: dict[str, _Items]) -> None:
    if not len(batch.anchors):
        return
    logits = pair_scores(reader, scores, batch.anchors)
    for number, relation in enumerate(RELATIONS):
        mine = batch.anchors[:, 1] == number
        known = (batch.partners != UNKNOWN) & mine.unsqueeze(1)
        if bool(known.any()):
            pairs.setdefault(relation, _Items()).add(logits[known], batch.partners[known])


def _many_cost(logits: Tensor, gold: Tensor, temperature: float) -> float:
    return float(functional.cross_entropy(logits / temperature, gold))


def _pair_cost(logits: Tensor, gold: Tensor, temperature: float) -> float:
    return float(functional.binary_cross_entropy_with_logits(logits / temperature, gold))


def _fit(cost: Callable[[float], float], count: int) -> float:
    return min(TEMPERATURES, key=cost) if count >= FEW else 1.0


def _best(chances: Tensor, gold: Tensor) -> float:
    if int(gold.sum()) < FEW:
        return 0.5
    return max(THRESHOLDS, key=lambda t: (round(_f1(chances >= t, gold), 4), -abs(t - 0.5)))


def _f1(said: Tensor, gold: Tensor) -> float:
    both = int((said & gold).sum())
    return 2 * both / max(1, int(said.sum()) + int(gold.sum()))


def _confidence(
    logits: Tensor, gold: Tensor, *, told: bool
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """How sure each guess is and whether it is right.

    With ``told``, only of words taken for something: nearly all words are nothing, and surely so.
    """
    top, at = torch.softmax(logits, 1).max(1)
    keep = at > 0 if told else torch.ones_like(at, dtype=torch.bool)
    return top[keep].numpy(), (at == gold)[keep].numpy()


def _error(sure: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    total = max(1, len(sure))
    return round(sum(b.count / total * abs(b.said - b.right) for b in bins(sure, right)), 4)


def bins(sure: NDArray[np.float32], right: NDArray[np.bool_], count: int = 10) -> list[Bin]:
    """A reliability table: scores in equal steps from 0 to 1, empty ones left out.

    Args:
        sure: scores, 0 to 1, shape (items,).
        right: whether each was right, same shape.
        count: of steps.
    """
    at = np.minimum((sure * count).astype(int), count - 1)
    return [
        Bin(
            low=n / count,
            high=(n + 1) / count,
            count=int((at == n).sum()),
            said=round(float(sure[at == n].mean()), 4),
            right=round(float(right[at == n].mean()), 4),
        )
        for n in range(count)
        if (at == n).any()
    ]
