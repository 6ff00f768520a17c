"""The model card: what the weights were trained for, and what a decoder needs to know of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Any

from dateline.errors import ResourceError

_HOME = resources.files("dateline.encoder") / "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a decoder needs to know.

    Attributes:
        name: of the model.
        sha256: of the weights' file.
        layers: tagging layers and their labels, in the order of the columns.
        heads: classifying heads and their labels, in the order of the columns.
        relations: in the order of the columns.
        kinds: classes of whole texts.
        width: dimensions of a relation's vectors.
        reach: distances in words at which a new bucket begins.
        distance: what each bucket speaks for, a row a relation.
        longest: pieces of a window.
        temperatures: by layer, head or relation, what its scores are divided by to make them probabilities one can trust (Guo et al. 2017).
        thresholds: by layer or relation, the probability from which a word counts as labelled.
    """

    name: str
    sha256: str
    layers: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, tuple[str, ...]]
    relations: tuple[str, ...]
    kinds: tuple[str, ...]
    width: int
    reach: tuple[int, ...]
    distance: tuple[tuple[float, ...], ...]
    longest: int
    temperatures: Mapping[str, float]
    thresholds: Mapping[str, float]


def columns_of(card: Card) -> dict[str, slice]:
    """The columns of each layer and each head among the scores of words, layers first."""
    sizes = [(layer, 2 * len(labels) + 1) for layer, labels in card.layers.items()]
    sizes += [(head, len(labels)) for head, labels in card.heads.items()]
    ends = accumulate(size for _, size in sizes)
    return {name: slice(end - size, end) for (name, size), end in zip(sizes, ends, strict=True)}


def card_of(raw: Mapping[str, Any]) -> Card:
    """The card a JSON object holds."""
    labels = raw["labels"]
    return Card(
        name=raw["name"],
        sha256=raw["sha256"],
        layers={name: tuple(found) for name, found in labels["layers"].items()},
        heads={name: tuple(found) for name, found in labels["heads"].items()},
        relations=tuple(labels["relations"]),
        kinds=tuple(labels["kinds"]),
        width=raw["width"],
        reach=tuple(raw["reach"]),
        distance=tuple(tuple(row) for row in raw["distance"]),
        longest=raw["longest"],
        temperatures=raw["temperatures"],
        thresholds=raw["thresholds"],
    )


@cache
def shipped_card() -> Card:
    """The card of the weights that the package carries.

    Raises:
        ResourceError: if it is missing or broken.
    """
    path = _HOME / "card.json"
    try:
        return card_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise broken("the model card", error) from error


def shipped_file(name: str) -> bytes:
    """A file beside the shipped card.

    Raises:
        ResourceError: if it is missing.
    """
    try:
        return (_HOME / name).read_bytes()
    except OSError as error:
        raise broken(name, error) from error


def broken(part: str, why: object) -> ResourceError:
    """What to raise where a part of the learned reader can't be used."""
    return ResourceError(
        f"{part} of the learned reader is missing or broken ({why}); reinstall dateline, or read with --reader rules"
    )
