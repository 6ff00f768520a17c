"""The accuracy gate: the readers' figures on coded reports do not go down quietly."""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.bench import attribution, corpus, eventtype, learned, muc4_bench
from dateline.bench.metrics.coreference import conll
from dateline.bench.metrics.muc4.published import OFFICIAL, REE
from dateline.bench.metrics.muc4.ree import MICRO
from dateline.bench.records import run
from dateline.encoder.onnx import shipped_encoder
from dateline.pipeline.reading import encoder_of

FLOORS = Path(__file__).resolve().parents[2] / "bench" / "floors.json"
TABLE: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
ROOT = FLOORS.parents[1]


def named(row: Mapping[str, Any]) -> str:
    return "-".join(str(row[key]) for key in ("reader", "task", "data", "split") if key in row)


def checked(shared: Path, row: Mapping[str, Any]) -> Path:
    """The data of a row, which must be what its floors were measured on."""
    data = shared / "data" / str(row["data"])
    assert hashlib.sha256(data.read_bytes()).hexdigest() == row["sha256"], (
        "the data changed: measure again and set its floors anew"
    )
    return data


@pytest.mark.shared
@pytest.mark.parametrize("row", TABLE["floors"], ids=named)
def test_figures_stay_above_their_floors(row: dict[str, Any], shared: Path) -> None:
    scores = run(checked(shared, row), encoder=encoder_of(row["reader"])).scores
    assert scores.reports == row["reports"]
    assert scores.record.f1 >= row["record_f1"]
    assert scores.counts["events"].f1 >= row["events_f1"]


@pytest.mark.parametrize("row", TABLE["corpus"], ids=named)
def test_figures_on_the_corpus_stay_above_their_floors(row: dict[str, Any]) -> None:
    done = corpus.run(ROOT / "corpus" / f"{row['split']}.jsonl", encoder=encoder_of(row["reader"]))
    assert done.scores.record.f1 >= row["record_f1"]
    assert done.scores.counts["events"].f1 >= row["events_f1"]
    assert conll(done.grouping.links) >= row["conll"]


def templates(path: Path) -> dict[str, float]:
    done = muc4_bench.run(
        path, reader=muc4_bench.learned_reader(shipped_encoder()), measures=(OFFICIAL, REE)
    )
    assert done.official is not None
    return {
        "all_templates_f": done.official.rows()["ALL TEMPLATES"].f or 0.0,
        "ree_f1": 100 * done.ree[MICRO].f1,
    }


def attributions(path: Path) -> dict[str, float]:
    scores = attribution.run(path, reader=learned.attributions(shipped_encoder())).scores
    return {kind: count.f1 for kind, count in scores.parts["tokens"].items()}


LAYERS: dict[str, Callable[[Path], dict[str, float]]] = {
    "muc4": templates,
    "attribution": attributions,
}


@pytest.mark.shared
@pytest.mark.parametrize("row", TABLE["layers"], ids=named)
def test_figures_of_the_layers_stay_above_their_floors(row: dict[str, Any], shared: Path) -> None:
    found = LAYERS[row["task"]](checked(shared, row))
    assert {name: found[name] for name, floor in row["least"].items() if found[name] < floor} == {}


def test_types_of_held_out_snippets_stay_above_their_floor(tmp_path: Path) -> None:
    path = tmp_path / "snippets.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for file in sorted((ROOT / "training" / "snippets-dev").glob("*.yml")):
            told = yaml.safe_load(file.read_text(encoding="utf-8"))
            for text in told["texts"]:
                out.write(json.dumps({"text": text, "label": told["type"]}) + "\n")
    scores = eventtype.run(path, classifier=learned.types(shipped_encoder())).scores
    assert scores.texts == 350
    assert scores.weighted_f1 >= TABLE["snippets"]["weighted_f1"]
