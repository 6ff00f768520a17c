"""A whole run on toy texts: it learns, it resumes, and what is exported says the same as what was trained."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
import toy

import dateline_training.train as training
from dateline.encoder.card import card_of
from dateline.encoder.onnx import OnnxEncoder
from dateline.model.spans import Span
from dateline_training.batches import collate, packed
from dateline_training.config import Config, CorpusUse
from dateline_training.dropout import ByteDropout
from dateline_training.export import card, to_onnx
from dateline_training.labels import RELATIONS
from dateline_training.losses import layer_slices, loss, pair_scores
from dateline_training.measure import measure, spans_of
from dateline_training.model import Reader, tiny
from dateline_training.ship import agreement
from dateline_training.train import learn, rate_at, seed_everything
from dateline_training.windows import UNKNOWN, Labelled, lay, windows

CONFIG = Config(
    package="none", sha256="none", corpora=(CorpusUse(name="toy", train=("toy",)),), watch=("toy/cue/span",),
    rounds=12, longest=40, budget=256, rate=3e-3, head_rate=1e-2, every=40, half=False, patience=99,
)  # fmt: skip


def reader(seed: int = 1) -> Reader:
    seed_everything(seed)
    return tiny()


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    out = tmp_path_factory.mktemp("run")
    made = reader()
    learn(made, {"toy": toy.texts(40)}, {"toy": toy.texts(12)}, CONFIG, out)
    made.load_state_dict(torch.load(out / "best.pt", weights_only=True))
    return made.eval(), out


def test_a_run_learns_the_pattern_and_logs_it(trained: tuple[Reader, Path]) -> None:
    made, out = trained
    entries = [json.loads(line) for line in (out / "log.jsonl").read_text("utf-8").splitlines()]
    measured = [e for e in entries if "score" in e]
    assert measured[-1]["cost"]["cue"] < measured[0]["cost"]["cue"]
    found = measure(made, {"toy": toy.texts(12)}, longest=40, budget=256, half=False).f1s()
    for name in (
        "toy/cue/span",
        "toy/source/span",
        "toy/trigger/span",
        "toy/source/words",
        "toy/event_type/class",
    ):
        assert found[name] > 0.9, name


def test_an_interrupted_run_ends_in_the_same_weights(tmp_path: Path) -> None:
    config = replace(CONFIG, rounds=2, every=3)
    train, dev = {"toy": toy.texts(20)}, {"toy": toy.texts(4)}
    whole = reader()
    still(whole)
    parts = reader()
    parts.load_state_dict(whole.state_dict())
    still(parts)
    learn(whole, train, dev, config, tmp_path / "whole")
    stop = learn_until_first_save(parts, train, dev, config, tmp_path / "parts")
    again = reader(7)
    still(again)
    learn(again, train, dev, config, tmp_path / "parts")
    assert stop > 0
    for name, value in whole.state_dict().items():
        assert torch.allclose(value, again.state_dict()[name], atol=1e-5), name


def still(made: Reader) -> None:
    """Drop nothing, so that two runs can be compared."""
    for module in made.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
        elif isinstance(module, ByteDropout):
            module.dropped = 0


def learn_until_first_save(
    made: Reader,
    train: dict[str, list[Labelled]],
    dev: dict[str, list[Labelled]],
    config: Config,
    out: Path,
) -> int:
    """Run until the first measuring, then stop as an interruption would."""
    with pytest.MonkeyPatch.context() as patch:
        saved: list[int] = []

        def save(*given: Any) -> None:
            original(*given)
            saved.append(int(given[3]))
            raise KeyboardInterrupt

        original = training._save
        patch.setattr(training, "_save", save)
        out.mkdir()
        with pytest.raises(KeyboardInterrupt):
            learn(made, train, dev, config, out)
    return saved[0]


def test_the_exported_model_agrees_with_torch(trained: tuple[Reader, Path], tmp_path: Path) -> None:
    made, _ = trained
    sample = [collate(g) for g in packed([w for t in toy.texts(12) for w in windows(t, 40)], 256)]
    exact = agreement(made, to_onnx(made, tmp_path / "exact.onnx", quantize=False), sample)
    assert exact["largest_difference"] < 1e-3
    assert exact["labels"] == 1.0
    small = agreement(made, to_onnx(made, tmp_path / "small.onnx"), sample)
    assert small["labels"] > 0.97


def test_the_package_reads_the_export_as_torch_does(
    trained: tuple[Reader, Path], tmp_path: Path
) -> None:
    made, _ = trained
    path = to_onnx(made, tmp_path / "reader.onnx", quantize=False)
    told = card(made, path, name="toy", longest=40, about={}, trust=({}, {}))
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    encoder = OnnxEncoder(card_of(json.loads(json.dumps(told))), session, toy.tokenizer())
    example = toy.example(1)
    (signals,) = encoder.read([example.text])
    batch = collate(list(windows(lay(example, toy.tokenizer(), [example.label or ""]), 40)))
    with torch.no_grad():
        scores = made(batch.ids, batch.mask, batch.first)
        chances = torch.sigmoid(pair_scores(made, scores, batch.anchors))[0].numpy()
    ((_, anchor),) = example.anchors
    spans = [Span(int(a), int(b)) for a, b in zip(signals.starts, signals.ends, strict=True)]
    ours = [
        signals.link(RELATIONS[int(batch.anchors[0, 1])], Span(*anchor), span) for span in spans
    ]
    assert np.allclose(ours, chances, atol=1e-3)
    cue = torch.softmax(scores.tags[0, :, layer_slices()["cue"]], 1)[:, 1:].sum(1).detach().numpy()
    assert np.allclose([signals.share("cue", "cue", span) for span in spans], cue, atol=1e-3)
    assert [s.span.of(example.text) for s in signals.spans("cue")] == ["said"]


def test_no_loss_is_taken_where_nothing_is_labelled() -> None:
    made = reader()
    batch = collate([w for t in toy.texts(2) for w in windows(t, 40)])
    made.zero_grad()
    torch.stack(
        list(loss(made, made(batch.ids, batch.mask, batch.first), batch, CONFIG.weights).values())
    ).sum().backward()  # type: ignore[no-untyped-call]
    grad = made.tags.weight.grad
    assert grad is not None
    columns = layer_slices()
    assert bool((grad[columns["timex"]] == 0).all())
    assert not bool((grad[columns["cue"]] == 0).all())


def test_windows_hold_every_word_once() -> None:
    for labelled in toy.texts(6):
        found = list(windows(labelled, 8))
        assert sum(len(w.first) for w in found) == len(labelled.pieces.first)
        assert all(len(w.ids) <= 8 for w in found)
        assert [n for w in found for n in w.ids.tolist()] == labelled.pieces.ids.tolist()


def test_unlabelled_layers_are_unknown() -> None:
    (labelled,) = toy.texts(1)
    layers = list(layer_slices())
    assert bool((labelled.tags[layers.index("timex")] == UNKNOWN).all())
    assert set(labelled.tags[layers.index("cue")].tolist()) == {0, 1}


@pytest.mark.parametrize(("step", "share"), [(0, 0.5), (1, 1.0), (2, 1.0), (6, 0.5), (10, 0.0)])
def test_the_rate_goes_up_and_down_in_lines(step: int, share: float) -> None:
    assert rate_at(step, 10, 0.2) == pytest.approx(share)


def test_spans_begin_at_b_and_where_nothing_of_the_kind_goes_before() -> None:
    assert spans_of([0, 1, 2, 1, 4, 4, 0, 2]) == {(1, 3, 0), (3, 4, 0), (4, 6, 1), (7, 8, 0)}
