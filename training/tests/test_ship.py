import hashlib
import json
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
import yaml
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from dateline.encoder.card import card_of
from dateline.encoder.onnx import OnnxEncoder
from dateline_training.__main__ import main
from dateline_training.base import folder
from dateline_training.batches import collate
from dateline_training.calibrate import calibrate
from dateline_training.config import load
from dateline_training.example import Example, Linked, Tagged
from dateline_training.export import to_onnx
from dateline_training.labels import LAYERS, SNIPPET_TYPES
from dateline_training.load import development
from dateline_training.measure import measure
from dateline_training.model import Reader, start, tiny
from dateline_training.ship import agreement
from dateline_training.train import log_entries
from dateline_training.windows import UNKNOWN, Window


def _read(path: Path) -> Iterator[Example]:
    """An example a line; every word "shelled" is a trigger, the one before it its attacker."""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        triggers = [found.span() for found in re.finditer("shelled", line)]
        yield Example(
            id=str(number),
            corpus="invented",
            text=line,
            layers=frozenset({"trigger"}),
            relations=frozenset({"attacker"}),
            tagged=tuple(
                Tagged(layer="trigger", start=start, end=end, label="attack")
                for start, end in triggers
            ),
            anchors=tuple(("attacker", span) for span in triggers),
            linked=tuple(
                Linked(
                    relation="attacker",
                    anchor=(start, end),
                    other=(line.rindex(" ", 0, start - 1) + 1, start - 1),
                )
                for start, end in triggers
            ),
            label=SNIPPET_TYPES[bool(triggers)],
        )


@pytest.fixture
def home(tmp_path: Path, tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a package of small weights, a corpus that an invented module reads, and a configuration."""
    module = ModuleType("dateline_training.corpora.invented")
    module.read = _read  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.syspath_prepend(tmp_path)
    weights = tmp_path / "small_weights" / "model"
    weights.mkdir(parents=True)
    (weights.parent / "__init__.py").write_text("", "utf-8")
    torch.manual_seed(8)
    shape = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
    )
    BertModel(shape).save_pretrained(weights)
    tokenizer.save(str(weights / "tokenizer.json"))
    digest = hashlib.sha256((weights / "model.safetensors").read_bytes()).hexdigest()
    lines = [
        "the rebels shelled the mill.",
        "he said the police shelled oram",
        "he said",
        "the mill",
    ]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "train.txt").write_text("\n".join(lines * 20), "utf-8")
    (tmp_path / "data" / "dev.txt").write_text("\n".join(lines * 11), "utf-8")
    config = {
        "package": "small_weights",
        "sha256": digest,
        "layers": 1,
        "watch": ["invented/trigger/span"],
        "corpora": [{"name": "invented", "train": ["train.txt"], "dev": ["dev.txt"]}],
        "rounds": 8,
        "longest": 60,
        "budget": 100,
        "rate": 0.003,
        "head_rate": 0.01,
        "every": 30,
        "half": False,
    }
    (tmp_path / "small.yml").write_text(yaml.safe_dump(config), "utf-8")
    return tmp_path


def command(home: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    paths = (
        "--data",
        str(home / "nowhere"),
        "--data",
        str(home / "data"),
        "--out",
        str(home / "run"),
    )
    monkeypatch.setattr(sys, "argv", ["x", words[0], str(home / "small.yml"), *paths, *words[1:]])
    main()


def test_from_a_configuration_to_what_the_package_carries(
    home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "dateline_training")
    command(home, monkeypatch, "train")
    assert told(caplog) == [f"best weights: {home / 'run' / 'best.pt'}"]
    *_, last = log_entries(home / "run")
    assert isinstance(last["score"], float)
    assert last["score"] > 0.9
    command(home, monkeypatch, "export", "--to", str(home / "made"))
    made = home / "made"
    assert told(caplog)[1:] == [f"model card: {made / 'card.json'}"]
    assert {path.name for path in made.iterdir()} == {"reader.onnx", "tokenizer.json", "card.json"}
    weights = home / "small_weights" / "model"
    assert (made / "tokenizer.json").read_bytes() == (weights / "tokenizer.json").read_bytes()

    raw: dict[str, Any] = json.loads((made / "card.json").read_text("utf-8"))
    card = card_of(raw)
    assert card.sha256 == hashlib.sha256((made / "reader.onnx").read_bytes()).hexdigest()
    assert card.longest == 60

    config = load(home / "small.yml")
    cutter = Tokenizer.from_file(str(made / "tokenizer.json"))
    dev = development(config, cutter, [home / "data"])
    reader = best(home)
    figures = measure(reader, dev, longest=60, budget=100, half=False).f1s()
    assert raw["measures"] == {name: value for name, value in figures.items() if value}
    assert raw["measures"]["invented/trigger/span"] > 0.9
    fitted = calibrate(reader, dev, longest=60, budget=100)
    assert (card.temperatures, card.thresholds) == (fitted.temperatures, fitted.thresholds)
    assert set(card.temperatures) == {"trigger", "attacker>", "kinds"}
    assert raw["agreement"]["labels"] > 0.95

    session = onnxruntime.InferenceSession(str(made / "reader.onnx"))
    (found,) = OnnxEncoder(card, session, cutter).read(["The police shelled Oram."])
    (trigger,) = found.spans("trigger")
    assert (trigger.span.start, trigger.span.end, trigger.label) == (11, 18, "attack")
    assert found.kinds()[0][0] == SNIPPET_TYPES[1]


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the command told, without the libraries' warnings."""
    return [r.getMessage() for r in caplog.records if r.name == "dateline_training"]


def best(home: Path) -> Reader:
    """The run's best weights."""
    config = load(home / "small.yml")
    reader = start(folder(config.package, config.sha256), layers=1)
    reader.load_state_dict(torch.load(home / "run" / "best.pt", weights_only=True))
    return reader.eval()


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(3)
    return tiny().eval()


def window(length: int) -> Window:
    first, ids = np.arange(0, length, 2), np.arange(200, 200 + length)
    tags = np.full((len(LAYERS), len(first)), UNKNOWN)
    return Window("c", ids, first, tags, (), (), UNKNOWN)


def test_a_model_agrees_with_itself_and_not_with_another(reader: Reader, tmp_path: Path) -> None:
    sample = [collate([window(20), window(7)]), collate([window(31)])]
    path = to_onnx(reader, tmp_path / "reader.onnx", quantize=False)
    same = agreement(reader, path, sample)
    assert same["labels"] == 1.0
    assert same["mean_difference"] <= same["largest_difference"] <= 1e-4
    other = tiny()
    other.load_state_dict(reader.state_dict())
    with torch.no_grad():
        other.tags.bias[0] += 0.25  # one of the columns
    shifted = agreement(other, path, sample)
    assert shifted["largest_difference"] == pytest.approx(0.25, abs=1e-3)
    assert shifted["mean_difference"] == pytest.approx(0.25 / len(other.tags.bias), abs=1e-4)
    with torch.no_grad():
        other.tags.bias[0] = 99.0  # the first layer says nothing of any word
    words = 10 + 4 + 16
    marks = [reader(b.ids, b.mask, b.first).tags[..., :3].argmax(-1) for b in sample]
    outside = sum(
        int((row[:count] == 0).sum())
        for batch, rows in zip(sample, marks, strict=True)
        for row, count in zip(rows, batch.counts, strict=True)
    )
    expected = 1 - (words - outside) / (words * len(LAYERS))
    assert agreement(other, path, sample)["labels"] == pytest.approx(expected, abs=1e-5)
    assert outside < words
