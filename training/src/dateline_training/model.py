"""The model: one encoder, one linear layer for all tags and classes, one bilinear layer for all relations.

Relations are read as in a biaffine scorer (Dozat & Manning 2017): an anchor's vector times a word's vector, one pair of projections a
relation, plus what the word by itself and its distance from the anchor speak for.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from dateline_training.dropout import ByteDropout, swap
from dateline_training.labels import HEADS, LAYERS, RELATIONS, SNIPPET_TYPES

WIDTH = 48
"""Dimensions of the vectors that are multiplied for a relation."""
REACH = (1, 2, 3, 5, 8, 12, 20, 35, 60, 100)
"""Distances in words at which a new bucket begins, to either side."""
BUCKETS = 2 * len(REACH) + 1

TAGS = sum(2 * len(labels) + 1 for labels in LAYERS.values())
CLASSES = sum(len(labels) for labels in HEADS.values())


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of a batch, before any softmax.

    Attributes:
        tags: shape (windows, words, TAGS), the layers of LAYERS one after the other.
        classes: shape (windows, words, CLASSES), the heads of HEADS one after the other.
        anchors: shape (windows, words, relations, WIDTH).
        others: shape (windows, words, relations, WIDTH).
        alone: shape (windows, words, relations), what a word by itself speaks for.
        types: shape (windows, len(SNIPPET_TYPES)), the classes of whole texts.
    """

    tags: Tensor
    classes: Tensor
    anchors: Tensor
    others: Tensor
    alone: Tensor
    types: Tensor


class Reader(nn.Module):
    """The multi-task reader."""

    def __init__(self, encoder: BertModel, dropout: float = 0.1) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.dropout = ByteDropout(dropout)
        self.tags = nn.Linear(size, TAGS + CLASSES)
        self.pairs = nn.Linear(size, len(RELATIONS) * (2 * WIDTH + 1))
        self.types = nn.Linear(size, len(SNIPPET_TYPES))
        self.distance = nn.Parameter(torch.zeros(len(RELATIONS), BUCKETS))

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor) -> Scores:
        """Scores of a batch.

        Args:
            ids: piece ids with [CLS] and [SEP], shape (windows, pieces).
            mask: 1 where a piece is, 0 where there is padding, same shape.
            first: index of each word's first piece, 0 for padding, shape (windows, words).
        """
        both, pairs, types = self.blocks(ids, mask, first)
        rows, length = both.shape[:2]
        cut = len(RELATIONS) * WIDTH
        shape = (rows, length, len(RELATIONS), WIDTH)
        return Scores(
            both[..., :TAGS],
            both[..., TAGS:],
            pairs[..., :cut].reshape(shape),
            pairs[..., cut : 2 * cut].reshape(shape),
            pairs[..., 2 * cut :],
            types,
        )

    def blocks(self, ids: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The same scores in three blocks: of words (tags, then classes), of pairs (anchors, others, alone), of whole texts."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        types = self.types(self.dropout(mean))
        index = first.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        words = self.dropout(torch.gather(states, 1, index))
        return self.tags(words), self.pairs(words), types


def buckets(count: int) -> Tensor:
    """Bucket of the distance from each word to each word, shape (count, count)."""
    places = torch.arange(count)
    far = places.unsqueeze(0) - places.unsqueeze(1)
    edges = torch.tensor(REACH)
    steps = torch.bucketize(far.abs(), edges, right=True)
    return len(REACH) + torch.sign(far) * steps


def start(weights: Path, *, layers: int | None = None) -> Reader:
    """A reader over pretrained weights, its heads fresh.

    Args:
        weights: folder with ``config.json`` and ``model.safetensors``.
        layers: keep only so many of the encoder's layers; None keeps all.
    """
    config = BertConfig.from_pretrained(weights)
    config.attention_probs_dropout_prob = 0.0
    # Eager: on a CPU the fused kernel's way back takes twice as long as the plain products.
    encoder = BertModel.from_pretrained(
        weights, config=config, add_pooling_layer=False, attn_implementation="eager"
    )
    if layers is not None:
        encoder.encoder.layer = encoder.encoder.layer[:layers]
        encoder.config.num_hidden_layers = layers
    swap(encoder)
    return Reader(encoder)


def tiny() -> Reader:
    """A reader with a very small untrained encoder, for trials of the code."""
    config = BertConfig(
        hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64
    )
    return Reader(BertModel(config, add_pooling_layer=False))
