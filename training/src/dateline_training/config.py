"""The configuration file of a run."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dateline_training.losses import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusUse:
    """How a corpus is used.

    Attributes:
        name: the module of ``dateline_training.corpora`` that reads it.
        train: files to learn from, below the folder of the benchmark data or of the project.
        dev: files to watch.
        share: how often it is passed over in a round.
    """

    name: str
    train: tuple[str, ...]
    dev: tuple[str, ...] = ()
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One run.

    Attributes:
        package: installed package that carries the starting weights, in its folder ``model``.
        sha256: what its ``model.safetensors`` must add up to.
        layers: layers of the encoder that are kept; None keeps all.
        rounds: passes over the mixture.
        longest: pieces of a window.
        budget: pieces of a batch, padding included.
        rate: peak learning rate of the encoder.
        head_rate: peak learning rate of everything else.
        warmup: share of the steps in which the rate rises.
        decay: weight decay.
        half: whether to compute in bfloat16.
        seed: of order, cuts, dropout and fresh heads.
        watch: measures whose mean decides which weights are kept.
        patience: measurings without a gain after which the run ends early.
        every: steps between measurings.
        weights: weights of the losses.
        corpora: what is learned from.
    """

    package: str
    sha256: str
    corpora: tuple[CorpusUse, ...]
    watch: tuple[str, ...]
    layers: int | None = None
    rounds: float = 3
    longest: int = 254
    budget: int = 4096
    rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    decay: float = 0.01
    half: bool = True
    seed: int = 1
    patience: int = 3
    every: int = 400
    weights: Weights = field(default_factory=Weights)


def load(path: Path) -> Config:
    """Read a configuration.

    Raises:
        ValueError: naming the file and the key, if one is unknown or missing.
    """
    raw: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    try:
        corpora = tuple(
            CorpusUse(
                **{**entry, "train": tuple(entry["train"]), "dev": tuple(entry.get("dev", ()))}
            )
            for entry in raw.pop("corpora")
        )
        weights = Weights(**raw.pop("weights", {}))
        return Config(corpora=corpora, weights=weights, watch=tuple(raw.pop("watch")), **raw)
    except (TypeError, KeyError) as error:
        raise ValueError(f"{path}: {error}; see dateline_training.config for the keys.") from error
