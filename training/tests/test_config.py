from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline_training.config import Config, CorpusUse, load
from dateline_training.losses import Weights

SMALL: dict[str, Any] = {
    "package": "weights",
    "sha256": "0f",
    "watch": ["c/cue/token"],
    "corpora": [{"name": "c", "train": ["c/a.jsonl", "c/b.jsonl"]}],
}


@pytest.fixture
def config(tmp_path: Path) -> Callable[..., Path]:
    def write(**more: object) -> Path:
        path = tmp_path / "small.yml"
        values = {key: value for key, value in {**SMALL, **more}.items() if value is not None}
        path.write_text(yaml.safe_dump(values), "utf-8")
        return path

    return write


def test_what_is_not_said_is_as_documented(config: Callable[..., Path]) -> None:
    assert load(config()) == Config(
        package="weights",
        sha256="0f",
        corpora=(CorpusUse(name="c", train=("c/a.jsonl", "c/b.jsonl"), dev=(), share=1.0),),
        watch=("c/cue/token",),
    )


def test_what_is_said_is_taken(config: Callable[..., Path]) -> None:
    found = load(
        config(
            layers=3,
            half=False,
            weights={"types": 1.5},
            corpora=[{"name": "d", "train": [], "dev": ["d/x"], "share": 0.5}],
        )
    )
    assert (found.layers, found.half) == (3, False)
    assert found.weights == Weights(types=1.5)
    assert found.corpora == (CorpusUse(name="d", train=(), dev=("d/x",), share=0.5),)


@pytest.mark.parametrize("key", ["package", "sha256", "watch", "corpora"])
def test_a_missing_key_is_named(config: Callable[..., Path], key: str) -> None:
    path = config(**{key: None})
    with pytest.raises(ValueError, match=rf"small\.yml: .*'{key}'.*see dateline_training.config"):
        load(path)


@pytest.mark.parametrize(
    "more",
    [
        {"speed": 3},
        {"weights": {"speed": 1.0}},
        {"corpora": [{"name": "c", "train": [], "speed": 2}]},
    ],
)
def test_an_unknown_key_is_named(config: Callable[..., Path], more: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"small\.yml: .*'speed'"):
        load(config(**more))


@pytest.mark.parametrize(
    ("entry", "key"), [({"name": "c"}, "train"), ({"train": ["c/a.jsonl"]}, "name")]
)
def test_a_missing_key_of_a_corpus_is_named(
    config: Callable[..., Path], entry: dict[str, Any], key: str
) -> None:
    with pytest.raises(ValueError, match=rf"small\.yml: .*'{key}'"):
        load(config(corpora=[entry]))


def test_the_shipped_configuration_can_be_read(project: Path) -> None:
    found = load(project / "training" / "configs" / "minilm.yml")
    measured = {use.name for use in found.corpora if use.dev}
    renamed = {"dateline": "dateline_corpus"}
    watched = {name.split("/")[0] for name in found.watch} - {"snippets"}
    assert {renamed.get(name, name) for name in watched} <= measured
    assert len(found.sha256) == 64
