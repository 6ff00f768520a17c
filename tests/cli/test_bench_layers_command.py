import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import Call

TEXT = "Governor Ilan Torv said drones struck a depot in Poltava."
ROW: dict[str, Any] = {
    "id": "one",
    "text": TEXT,
    "attributions": [{"source": [[0, 18]], "cue": [[19, 23]], "content": [[24, 56]]}],
    "entities": [{"start": 49, "end": 56, "label": "Location"}],
    "label": "MOB_VIOL",
}
TASKS = ("attribution", "entities", "eventtype")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.jsonl"
    path.write_text(json.dumps(ROW) + "\n", "utf-8")
    return path


def test_attributions_are_shown_beside_published_figures(call: Call, data: Path) -> None:
    done = call("bench", "attribution", "--data", data)
    assert done.code == 0
    lines = {line.split("  ")[0].strip(): line for line in done.out.splitlines()}
    assert lines["exact spans, cue"].split()[3:9] == ["1.000", "1.000", "1.000", "1", "0", "0"]
    assert "0.753 BERT+CofeNet, 0.704 annotators" in lines["exact spans, cue"]
    assert "0.911 annotators" in lines["characters, content"]
    assert "0.820 own trial" in lines["tokens, source"]
    assert "1 texts, 0 missing, 0 ignored" in done.out
    assert "sentence by sentence" in done.out


def test_entities_are_shown_exact_and_overlapping(call: Call, data: Path) -> None:
    done = call("bench", "entities", "--data", data, "--reader", "rules")
    assert done.code == 0
    rows = [line.split() for line in done.out.splitlines() if line.startswith(("place", "all"))]
    assert [row[0] for row in rows] == ["place", "all"] * 2
    assert all(row[1:4] == ["1.000", "1.000", "1.000"] for row in rows)
    assert "passed over" in done.out


def test_types_are_shown_with_mistakes_and_the_best(call: Call, data: Path) -> None:
    done = call("bench", "eventtype", "--data", data)
    assert done.code == 0
    lines = [line.split() for line in done.out.splitlines()]
    assert ["Mob", "violence", "Air/drone", "strike", "1"] in lines
    assert "0.839 best of CASE 2021" in done.out


def test_without_a_mistake_none_are_listed(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "right.jsonl"
    path.write_text(json.dumps(ROW | {"label": "AIR_STRIKE"}) + "\n", "utf-8")
    done = call("bench", "eventtype", "--data", path)
    assert "mistakes" not in done.out
    assert ["accuracy", "1.000"] in [line.split() for line in done.out.splitlines()]


@pytest.mark.parametrize("task", TASKS)
def test_predictions_can_be_scored_again_as_data_and_as_system(
    call: Call, data: Path, tmp_path: Path, task: str
) -> None:
    to = tmp_path / "predicted.jsonl"
    first = call("bench", task, "--data", data, "--predictions", to, "--json")
    assert first.code == 0
    (predicted,) = map(json.loads, to.read_text("utf-8").splitlines())
    assert (predicted["id"], predicted["text"]) == ("one", TEXT)
    again = call("bench", task, "--data", data, "--system", to, "--json")
    assert again.json == first.json
    itself = call("bench", task, "--data", to, "--system", to, "--json").json
    perfect = {
        "attribution": lambda: itself["attributions"]["exact"]["f1"],
        "entities": lambda: itself["exact"]["all"]["f1"],
        "eventtype": lambda: itself["weighted_f1"],
    }
    assert perfect[task]() == 1.0


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("line", ["nonsense", "[1]", '{"id": "x"}', "\udcff"])
def test_a_broken_line_is_named(call: Call, tmp_path: Path, task: str, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"\n{line}\n", "utf-8", errors="surrogateescape")
    done = call("bench", task, "--data", path)
    assert done.code == 2
    assert f"{path}:2" in done.err


@pytest.mark.parametrize("task", TASKS)
def test_a_data_file_is_needed_and_must_be_there(call: Call, task: str) -> None:
    assert call("bench", task).code == 2
    assert call("bench", task, "--data", "none.jsonl").code == 2
