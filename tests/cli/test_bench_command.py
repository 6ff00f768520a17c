import json
from pathlib import Path

import pytest

from tests.cli.calls import Call

TEXT = "Drones struck a fuel depot in the Poltava region on Wednesday, officials said."
CODED = {
    "id": "one",
    "published": "2021-05-12",
    "text": TEXT,
    "events": [],
    "positions": [],
}


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps(CODED) + "\n", "utf-8")
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    path = tmp_path / "texts.jsonl"
    lines = [{"docid": f"T-{n}", "text": f"{TEXT} It was number {n}."} for n in range(3)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_records_are_scored_and_predictions_written(
    call: Call, coded: Path, tmp_path: Path
) -> None:
    to = tmp_path / "predicted.jsonl"
    done = call("bench", "records", "--data", coded, "--predictions", to, "--json")
    assert done.code == 0
    assert (done.json["reports"], done.json["reports_missing"]) == (1, 0)
    assert set(done.json["record"]) == {"tp", "fp", "fn", "p", "r", "f1"}
    (predicted,) = map(json.loads, to.read_text("utf-8").splitlines())
    assert (predicted["id"], predicted["text"]) == ("one", TEXT)
    assert done.json["false_events"] == len(predicted["events"])


def test_a_prediction_scored_against_itself_is_perfect(
    call: Call, coded: Path, tmp_path: Path
) -> None:
    to = tmp_path / "predicted.jsonl"
    call("bench", "records", "--data", coded, "--predictions", to)
    done = call("bench", "records", "--data", to, "--json")
    assert done.json["record"]["f1"] == 1.0


def test_records_are_shown_as_a_table(call: Call, coded: Path) -> None:
    done = call("bench", "records", "--data", coded)
    assert done.code == 0
    assert "claim + source + stance" in done.out
    assert "1 reports, 0 missing" in done.out


@pytest.fixture
def split(tmp_path: Path) -> Path:
    event = {"incident": "A", "type": "Air/drone strike", "country": "Ukraine", "admin1": "Poltava"}
    story = {"story": "s", "incidents": [{"incident": "A", "umbrella": False, "dissent": []}]}
    (tmp_path / "stories.jsonl").write_text(json.dumps(story) + "\n", "utf-8")
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(CODED | {"story": "s", "events": [event]}) + "\n", "utf-8")
    return path


def test_a_corpus_is_scored_with_links_and_dissent(call: Call, split: Path) -> None:
    done = call("bench", "records", "--corpus", split)
    assert done.code == 0
    for told in ("claim + source + stance", "B-cubed", "CEAF-e", "LEA", "CoNLL", "dissent"):
        assert told in done.out
    assert "1 incidents, 1 of them told by one report only" in done.out
    figures = call("bench", "records", "--corpus", split, "--json").json
    assert set(figures["links"]) == {"MUC", "B-cubed", "CEAF-e", "LEA", "CoNLL"}
    assert figures["reports"] == 1


def test_another_readers_file_is_scored_instead(call: Call, split: Path, coded: Path) -> None:
    for kind in ("--corpus", "--data"):
        figures = call("bench", "records", kind, split, "--system", coded, "--json").json
        assert (figures["scores"]["events"]["tp"], figures["scores"]["events"]["fn"]) == (0, 1)


def test_one_of_data_and_corpus_is_needed(call: Call, split: Path, coded: Path) -> None:
    for arguments in ((), ("--data", coded, "--corpus", split)):
        done = call("bench", "records", *arguments)
        assert done.code == 2
        assert "Give one of --data FILE" in done.err


def test_speed_tells_figures_and_stages(call: Call, texts: Path) -> None:
    figures = call("bench", "speed", "--data", texts, "--json").json
    assert figures["reports"] == 3
    assert figures["words"] == 3 * 17
    stages = {"text", "times", "places", "mentions", "claims"}
    assert set(figures["share_of_time"]) == {*stages, "encoder"}
    ruled = call("bench", "speed", "--data", texts, "--reader", "rules", "--json").json
    assert set(ruled["share_of_time"]) == stages
    shown = call("bench", "speed", "--data", texts, "--limit", "2").out
    assert "share of time" in shown


def test_speed_writes_templates(call: Call, texts: Path, tmp_path: Path) -> None:
    to = tmp_path / "templates.jsonl"
    call("bench", "speed", "--data", texts, "--predictions", to, "--limit", "2")
    found = [json.loads(line) for line in to.read_text("utf-8").splitlines()]
    assert [f["docid"] for f in found] == ["T-0", "T-1"]
    assert found[0]["templates"][0]["inc-stage"] == ["ACCOMPLISHED"]


@pytest.mark.parametrize("task", ["records", "speed"])
@pytest.mark.parametrize("line", ["nonsense", "[1]", '{"id": "x"}', "\udcff"])
def test_a_broken_line_is_named(call: Call, tmp_path: Path, task: str, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"\n{line}\n", "utf-8", errors="surrogateescape")
    done = call("bench", task, "--data", path)
    assert done.code == 2
    assert f"{path}:2" in done.err


def test_a_file_that_is_not_there_is_a_wrong_call(call: Call) -> None:
    assert call("bench", "records", "--data", "none.jsonl").code == 2
