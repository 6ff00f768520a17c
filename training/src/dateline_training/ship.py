"""Trained weights into the package: calibrated, exported, compared with what was trained, described."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from dateline_training.about import about
from dateline_training.base import folder, tokenizer
from dateline_training.batches import Batch, batches, packed
from dateline_training.calibrate import calibrate
from dateline_training.config import Config
from dateline_training.export import Flat, card, to_onnx, write_card
from dateline_training.load import development
from dateline_training.losses import layer_slices
from dateline_training.measure import measure
from dateline_training.model import Reader, start
from dateline_training.windows import Labelled, windows_of

SAMPLE = 24
"""Batches on which the exported model is compared with the trained one."""


def ship(config: Config, roots: Sequence[Path], run: Path, to: Path) -> Path:
    """Put the best weights of a run into a folder, as the package carries them.

    Args:
        config: of the run.
        roots: where the corpora's files stand.
        run: folder of the run.
        to: folder that gets ``reader.onnx``, ``tokenizer.json`` and ``card.json``.

    Returns:
        The card.
    """
    weights = folder(config.package, config.sha256)
    reader = start(weights, layers=config.layers)
    reader.load_state_dict(torch.load(run / "best.pt", weights_only=True))
    reader.eval()
    texts = development(config, tokenizer(weights), roots)
    found = calibrate(reader, texts, longest=config.longest, budget=config.budget)
    figures = measure(reader, texts, longest=config.longest, budget=config.budget, half=False)
    to.mkdir(parents=True, exist_ok=True)
    path = to_onnx(reader, to / "reader.onnx")
    shutil.copy(weights / "tokenizer.json", to / "tokenizer.json")
    compared = agreement(reader, path, _sample(texts, config))
    told = about(found, {n: f for n, f in figures.f1s().items() if f}, compared)
    values = card(reader, path, name="dateline-minilm", longest=config.longest, about=told,
                  trust=(found.temperatures, found.thresholds))  # fmt: skip
    write_card(to / "card.json", values)
    return to / "card.json"


def _sample(texts: dict[str, list[Labelled]], config: Config) -> list[Batch]:
    groups = packed(windows_of(texts, config.longest), config.budget)
    return list(batches(groups[:: max(1, len(groups) // SAMPLE)]))


@torch.no_grad()
def agreement(reader: Reader, path: Path, sample: Sequence[Batch]) -> dict[str, float]:
    """How far an exported model agrees with the one it was made from.

    Args:
        reader: what was exported.
        path: the ONNX file.
        sample: what both are run on.

    Returns:
        ``labels``: share of words whose likeliest tag is the same, over all layers; ``mean_difference`` and ``largest_difference`` of the tags' scores.
    """
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    flat = Flat(reader).eval()
    same = total = 0
    differences: list[np.ndarray] = []
    for batch in sample:
        ours = flat(batch.ids, batch.mask, batch.first)[0].numpy()
        feed = {"ids": batch.ids.numpy(), "mask": batch.mask.numpy(), "first": batch.first.numpy()}
        theirs = session.run(["marks"], feed)[0]
        for row, count in enumerate(batch.counts):
            a, b = ours[row, :count], theirs[row, :count]
            differences.append(np.abs(a - b).ravel())
            for columns in layer_slices().values():
                same += int((a[:, columns].argmax(1) == b[:, columns].argmax(1)).sum())
                total += count
    every = np.concatenate(differences)
    return {
        "labels": round(same / max(1, total), 5),
        "mean_difference": round(float(every.mean()), 5),
        "largest_difference": round(float(every.max()), 4),
    }
