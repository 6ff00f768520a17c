"""Windows as padded batches, and the order in which they are learned from."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from dateline_training.labels import LAYERS
from dateline_training.windows import UNKNOWN, Labelled, Window, windows

CLS, SEP, PAD = 101, 102, 0
"""Piece ids of BERT's uncased vocabulary."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length.

    Attributes:
        corpora: corpus of each window.
        ids: shape (windows, pieces).
        mask: same shape.
        first: shape (windows, words).
        counts: words of each window.
        tags: shape (layers, windows, words).
        sorted: rows of (window, head, first word, end word, label), shape (spans, 5).
        anchors: rows of (window, relation, anchor word), shape (anchors, 3).
        partners: 1 where a word is a partner, 0 where not, UNKNOWN past the window's end, shape (anchors, words).
        labels: class of each window's text, or UNKNOWN, shape (windows,).
    """

    corpora: tuple[str, ...]
    ids: Tensor
    mask: Tensor
    first: Tensor
    counts: tuple[int, ...]
    tags: Tensor
    sorted: Tensor
    anchors: Tensor
    partners: Tensor
    labels: Tensor


def collate(group: Sequence[Window]) -> Batch:
    """A batch of some windows."""
    pieces = max(len(w.ids) for w in group) + 2
    words = max(len(w.first) for w in group)
    ids = np.full((len(group), pieces), PAD, np.int64)
    mask = np.zeros((len(group), pieces), np.int64)
    first = np.zeros((len(group), words), np.int64)
    tags = np.full((len(LAYERS), len(group), words), UNKNOWN, np.int64)
    spans: list[tuple[int, ...]] = []
    anchors: list[tuple[int, int, int]] = []
    partners: list[np.ndarray] = []
    for row, window in enumerate(group):
        length = len(window.ids)
        ids[row, 0], ids[row, 1 : length + 1], ids[row, length + 1] = CLS, window.ids, SEP
        mask[row, : length + 2] = 1
        count = len(window.first)
        first[row, :count] = window.first + 1
        tags[:, row, :count] = window.tags
        spans.extend((row, *item) for item in window.sorted)
        for relation, anchor, yes in window.links:
            anchors.append((row, relation, anchor))
            line = np.full(words, UNKNOWN, np.float32)
            line[:count] = yes
            partners.append(line)
    return Batch(
        tuple(w.corpus for w in group),
        torch.from_numpy(ids),
        torch.from_numpy(mask),
        torch.from_numpy(first),
        tuple(len(w.first) for w in group),
        torch.from_numpy(tags),
        torch.tensor(spans, dtype=torch.long).reshape(-1, 5),
        torch.tensor(anchors, dtype=torch.long).reshape(-1, 3),
        torch.from_numpy(np.stack(partners)) if partners else torch.zeros(0, words),
        torch.tensor([w.label for w in group]),
    )


def epoch(
    texts: Mapping[str, Sequence[Labelled]],
    shares: dict[str, float],
    *,
    longest: int,
    budget: int,
    seed: int,
) -> list[list[Window]]:
    """One round of batches over all corpora, in random order.

    Args:
        texts: the texts of each corpus.
        shares: how often each corpus is passed over in a round; 0.5 takes a random half of its texts.
        longest: pieces a window may have.
        budget: pieces a batch may have, padding included.
        seed: of the order and the cuts.
    """
    chance = random.Random(seed)
    every: list[Window] = []
    for corpus, items in texts.items():
        share = shares[corpus]
        chosen = list(items) * int(share)
        chosen += chance.sample(list(items), round(len(items) * (share - int(share))))
        for item in chosen:
            every.extend(windows(item, longest, chance))
    return packed(every, budget, chance)


def packed(
    items: Sequence[Window], budget: int, chance: random.Random | None = None
) -> list[list[Window]]:
    """Windows of like length together, each group within the budget; in random order where ``chance`` is given."""
    ordered = sorted(
        items, key=lambda w: len(w.ids) * (chance.uniform(0.9, 1.1) if chance else 1.0)
    )
    groups: list[list[Window]] = []
    group: list[Window] = []
    longest = 0
    for window in ordered:
        longer = max(longest, len(window.ids) + 2)
        if group and longer * (len(group) + 1) > budget:
            groups.append(group)
            group, longer = [], len(window.ids) + 2
        group.append(window)
        longest = longer
    if group:
        groups.append(group)
    if chance:
        chance.shuffle(groups)
    return groups


def batches(groups: Sequence[Sequence[Window]]) -> Iterator[Batch]:
    """The batches of some groups of windows."""
    return (collate(group) for group in groups)
