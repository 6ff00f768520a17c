"""The accuracy gate: the reader's figures on coded reports do not go down quietly."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.bench import corpus
from dateline.bench.metrics.coreference import conll
from dateline.bench.records import run

FLOORS = Path(__file__).resolve().parents[2] / "bench" / "floors.json"
TABLE: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
ROWS: list[dict[str, Any]] = TABLE["floors"]
CORPUS = FLOORS.parents[1] / "corpus"


@pytest.mark.shared
@pytest.mark.parametrize("row", ROWS, ids=[row["data"] for row in ROWS])
def test_figures_stay_above_their_floors(row: dict[str, Any], shared: Path) -> None:
    data = shared / "data" / row["data"]
    assert hashlib.sha256(data.read_bytes()).hexdigest() == row["sha256"], (
        "the data changed: measure again and set its floors anew"
    )
    scores = run(data).scores
    assert scores.reports == row["reports"]
    assert scores.record.f1 >= row["record_f1"]
    assert scores.counts["events"].f1 >= row["events_f1"]


@pytest.mark.parametrize("row", TABLE["corpus"], ids=[row["split"] for row in TABLE["corpus"]])
def test_figures_on_the_corpus_stay_above_their_floors(row: dict[str, Any]) -> None:
    done = corpus.run(CORPUS / f"{row['split']}.jsonl")
    assert done.scores.record.f1 >= row["record_f1"]
    assert done.scores.counts["events"].f1 >= row["events_f1"]
    assert conll(done.grouping.links) >= row["conll"]
