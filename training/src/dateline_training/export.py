"""Trained weights as ONNX with a model card, small enough to ship.

The graph's transformer blocks are fused and its weights kept as 8-bit integers (onnxruntime's dynamic quantization, a scale a channel), which
makes the file four times smaller and about twice as fast on a CPU; embeddings are 8-bit too.
"""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from dateline_training.labels import HEADS, LAYERS, RELATIONS, SNIPPET_TYPES
from dateline_training.model import REACH, WIDTH, Reader


class Flat(nn.Module):
    """The reader with its scores in three blocks, as the package's encoder takes them."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Marks (layers, then heads), pairs (anchors, others, alone) and the whole text's classes."""
        return self.reader.blocks(ids, mask, first)


def to_onnx(reader: Reader, path: Path, *, quantize: bool = True) -> Path:
    """Write a reader as an ONNX file.

    Args:
        reader: in evaluation mode; its attention must be the eager kind, which the fusion knows.
        path: the file.
        quantize: whether to keep weights as 8-bit integers.
    """
    config = reader.encoder.config
    config._attn_implementation = "eager"  # noqa: SLF001 -- the library has no public switch after loading
    example = (
        torch.full((2, 12), 7),
        torch.ones(2, 12, dtype=torch.long),
        torch.arange(1, 9).repeat(2, 1),
    )
    axes: dict[str, dict[int, str]] = {
        "ids": {0: "windows", 1: "pieces"},
        "mask": {0: "windows", 1: "pieces"},
        "first": {0: "windows", 1: "words"},
        "marks": {0: "windows", 1: "words"},
        "pairs": {0: "windows", 1: "words"},
        "whole": {0: "windows"},
    }
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            Flat(reader).eval(), example, str(plain), input_names=["ids", "mask", "first"],
            output_names=["marks", "pairs", "whole"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        better = optimizer.optimize_model(
            str(plain),
            model_type="bert",
            num_heads=config.num_attention_heads,
            hidden_size=config.hidden_size,
            opt_level=0,
        )
        better.save_model_to_file(str(fused))
        if quantize:
            quantize_dynamic(
                fused,
                path,
                weight_type=QuantType.QInt8,
                per_channel=True,
                extra_options={"DefaultTensorType": 1},
            )
        else:
            path.write_bytes(fused.read_bytes())
    return path


def card(
    reader: Reader,
    weights: Path,
    *,
    name: str,
    longest: int,
    about: Mapping[str, Any],
    trust: tuple[Mapping[str, float], Mapping[str, float]],
) -> dict[str, Any]:
    """The model card of exported weights.

    Args:
        reader: what was exported.
        weights: the file it was exported to.
        name: of the model.
        longest: pieces of a window it was trained on.
        about: data, terms, measures and limits, for people.
        trust: temperatures and thresholds; see :class:`dateline.encoder.card.Card`.
    """
    temperatures, thresholds = trust
    return {
        "name": name,
        "sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        **about,
        "labels": {
            "layers": {layer: list(found) for layer, found in LAYERS.items()},
            "heads": {head: list(found) for head, found in HEADS.items()},
            "relations": list(RELATIONS),
            "kinds": list(SNIPPET_TYPES),
        },
        "width": WIDTH,
        "reach": list(REACH),
        "distance": np.round(reader.distance.detach().numpy().astype(float), 4).tolist(),
        "longest": longest,
        "temperatures": dict(temperatures),
        "thresholds": dict(thresholds),
    }


def write_card(path: Path, values: Mapping[str, Any]) -> None:
    """Write a card as JSON that a person can read and a diff can show."""
    path.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
