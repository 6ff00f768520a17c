"""What a batch costs: cross-entropy of tags and classes, binary cross-entropy of relations.

Every sum is divided by the words of the batch, so that a corpus weighs by how much of it is labelled, not by how many corpora there are.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from dateline_training.batches import Batch
from dateline_training.labels import HEADS, LAYERS
from dateline_training.model import Reader, Scores, buckets
from dateline_training.windows import UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each part weighs; the tags weigh 1."""

    classes: float = 3.0
    relations: float = 0.3
    types: float = 10.0


def layer_slices() -> dict[str, slice]:
    """Columns of each layer among the tags."""
    found, start = {}, 0
    for layer, labels in LAYERS.items():
        found[layer] = slice(start, start + 2 * len(labels) + 1)
        start += 2 * len(labels) + 1
    return found


def head_slices() -> dict[str, slice]:
    """Columns of each head among the classes."""
    found, start = {}, 0
    for head, labels in HEADS.items():
        found[head] = slice(start, start + len(labels))
        start += len(labels)
    return found


def loss(reader: Reader, scores: Scores, batch: Batch, weights: Weights) -> dict[str, Tensor]:
    """The cost of each part, weighed."""
    words = float(sum(batch.counts))
    parts: dict[str, Tensor] = {}
    for number, (layer, columns) in enumerate(layer_slices().items()):
        gold = batch.tags[number]
        if bool((gold != UNKNOWN).any()):
            logits = scores.tags[..., columns].flatten(0, 1).float()
            parts[layer] = (
                functional.cross_entropy(
                    logits, gold.flatten(), ignore_index=UNKNOWN, reduction="sum"
                )
                / words
            )
    if len(batch.sorted):
        parts["classes"] = weights.classes * _classes(scores, batch) / words
    if len(batch.anchors):
        logits = pair_scores(reader, scores, batch.anchors)
        known = batch.partners != UNKNOWN
        cost = functional.binary_cross_entropy_with_logits(
            logits[known], batch.partners[known], reduction="sum"
        )
        parts["relations"] = weights.relations * cost / words
    if bool((batch.labels != UNKNOWN).any()):
        cost = functional.cross_entropy(
            scores.types.float(),
            batch.labels,
            ignore_index=UNKNOWN,
            reduction="sum",
            label_smoothing=0.1,
        )
        parts["types"] = weights.types * cost / words
    return parts


def pair_scores(reader: Reader, scores: Scores, anchors: Tensor) -> Tensor:
    """Score of every word as a partner of each anchor, shape (anchors, words)."""
    row, relation, word = anchors.unbind(1)
    left = scores.anchors[row, word, relation].float()
    right = scores.others[row, :, relation].float()
    count = right.shape[1]
    near = reader.distance[relation.unsqueeze(1), buckets(count)[word]]
    alone = scores.alone[row, :, relation].float()
    product: Tensor = torch.einsum("ad,awd->aw", left, right) / left.shape[1] ** 0.5
    return product + alone + near


def span_means(scores: Scores, spans: Tensor) -> Tensor:
    """Mean class scores over each span's words, shape (spans, CLASSES); ``spans`` has rows of (window, head, first word, end word, …)."""
    sums = torch.cumsum(functional.pad(scores.classes.float(), (0, 0, 1, 0)), 1)
    row, start, end = spans[:, 0], spans[:, 2], spans[:, 3]
    return (sums[row, end] - sums[row, start]) / (end - start).unsqueeze(1)


def _classes(scores: Scores, batch: Batch) -> Tensor:
    means = span_means(scores, batch.sorted)
    cost = means.new_zeros(())
    for number, columns in enumerate(head_slices().values()):
        of_head = batch.sorted[:, 1] == number
        if bool(of_head.any()):
            cost = cost + functional.cross_entropy(
                means[of_head][:, columns], batch.sorted[of_head, 4], reduction="sum"
            )
    return cost
