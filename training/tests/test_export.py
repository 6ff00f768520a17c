import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from dateline.encoder.card import card_of
from dateline_training.export import Flat, card, to_onnx, write_card
from dateline_training.labels import HEADS, LAYERS, RELATIONS, SNIPPET_TYPES
from dateline_training.losses import head_slices, layer_slices
from dateline_training.model import REACH, TAGS, WIDTH, Reader, tiny


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(3)
    made = tiny().eval()
    torch.nn.init.normal_(made.distance)
    return made


@pytest.fixture(scope="module")
def plain(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return to_onnx(reader, tmp_path_factory.mktemp("plain") / "reader.onnx", quantize=False)


@pytest.fixture(scope="module")
def small(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return to_onnx(reader, tmp_path_factory.mktemp("small") / "reader.onnx")


def feed(lengths: Sequence[int]) -> dict[str, np.ndarray]:
    """Windows of so many pieces, every second of which begins a word; as many words in all as the longest has."""
    chance = np.random.default_rng(sum(lengths))
    ids = np.zeros((len(lengths), max(lengths)), np.int64)
    for row, length in enumerate(lengths):
        ids[row, :length] = chance.integers(1, 30000, length)
    first = np.tile(np.arange(1, max(lengths) - 1, 2), (len(lengths), 1))
    mask = (ids > 0).astype(np.int64)
    return {"ids": ids, "mask": mask, "first": first * (first < mask.sum(1, keepdims=True) - 1)}


def run(path: Path, given: dict[str, np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found: list[np.ndarray] = session.run(["marks", "pairs", "whole"], given)
    return found


@torch.no_grad()
def flat(reader: Reader, given: dict[str, np.ndarray]) -> list[np.ndarray]:
    found = Flat(reader)(*(torch.from_numpy(given[name]) for name in ("ids", "mask", "first")))
    return [block.numpy() for block in found]


@torch.no_grad()
def test_three_blocks_are_the_scores_one_after_the_other(reader: Reader) -> None:
    given = feed([9, 14])
    scores = reader(*(torch.from_numpy(given[name]) for name in ("ids", "mask", "first")))
    marks, pairs, whole = flat(reader, given)
    assert (marks[..., :TAGS] == scores.tags.numpy()).all()
    assert (marks[..., TAGS:] == scores.classes.numpy()).all()
    cut = len(RELATIONS) * WIDTH
    assert (pairs[..., :cut] == scores.anchors.flatten(2).numpy()).all()
    assert (pairs[..., cut : 2 * cut] == scores.others.flatten(2).numpy()).all()
    assert (pairs[..., 2 * cut :] == scores.alone.numpy()).all()
    assert (whole == scores.types.numpy()).all()


@pytest.mark.parametrize("lengths", [[12, 12], [3], [40, 5, 21], [260, 512]])
def test_exported_scores_are_those_of_the_model(
    reader: Reader, plain: Path, lengths: list[int]
) -> None:
    given = feed(lengths)
    for ours, theirs in zip(flat(reader, given), run(plain, given), strict=True):
        assert ours.shape == theirs.shape
        np.testing.assert_allclose(theirs, ours, rtol=0, atol=1e-4)


def test_eight_bits_are_smaller_and_say_nearly_the_same(
    reader: Reader, plain: Path, small: Path
) -> None:
    assert small.stat().st_size < plain.stat().st_size / 3.5
    same = total = 0
    for lengths in ([60, 80, 80], [100, 30]):
        given = feed(lengths)
        inside = np.arange(given["first"].shape[1]) < (given["first"] > 0).sum(1, keepdims=True)
        ours, theirs = flat(reader, given)[0][inside], run(small, given)[0][inside]
        assert not np.array_equal(ours, theirs)
        for columns in layer_slices().values():
            alike = ours[:, columns].argmax(1) == theirs[:, columns].argmax(1)
            same += int(alike.sum())
            total += alike.size
    assert same / total >= 0.97


@pytest.mark.parametrize(
    ("kind", "operators"),
    [
        ("plain", {"Attention", "EmbedLayerNormalization", "SkipLayerNormalization", "BiasGelu"}),
        ("small", {"QAttention", "QEmbedLayerNormalization", "MatMulInteger", "BiasGelu"}),
    ],
)
def test_blocks_are_fused(request: pytest.FixtureRequest, kind: str, operators: set[str]) -> None:
    graph = onnx.load(request.getfixturevalue(kind)).graph
    found = {node.op_type for node in graph.node}
    assert operators <= found
    assert not found & {"Softmax", "LayerNormalization", "Erf"}  # parts of what was fused


def test_a_card_tells_a_decoder_what_it_needs(reader: Reader, plain: Path, tmp_path: Path) -> None:
    values = card(
        reader,
        plain,
        name="invented",
        longest=77,
        about={"limits": ["É"]},
        trust=({"cue": 1.5, "target>": 2.0}, {"cue": 0.35}),
    )
    write_card(tmp_path / "card.json", values)
    written = (tmp_path / "card.json").read_text("utf-8")
    assert '"É"' in written
    assert written.endswith("}\n")
    read = json.loads(written)
    assert read == values
    found = card_of(read)
    assert (found.name, found.longest) == ("invented", 77)
    assert found.sha256 == hashlib.sha256(plain.read_bytes()).hexdigest()
    assert (found.temperatures, found.thresholds) == ({"cue": 1.5, "target>": 2.0}, {"cue": 0.35})
    assert (list(found.layers.items()), found.heads) == (list(LAYERS.items()), HEADS)
    assert (found.relations, found.kinds) == (RELATIONS, SNIPPET_TYPES)
    assert (found.width, found.reach) == (WIDTH, REACH)
    np.testing.assert_allclose(found.distance, reader.distance.detach().numpy(), atol=6e-5)
    heads = head_slices()
    assert list(found.heads) == list(heads)
