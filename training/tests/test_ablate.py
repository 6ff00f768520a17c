import json
from pathlib import Path

import pytest

from dateline_training import ablate as module
from dateline_training.ablate import EVERYTHING, ablate, plan, table, without
from dateline_training.config import Config, CorpusUse

CONFIG = Config(
    package="",
    sha256="",
    corpora=(
        CorpusUse(name="speech", train=("s.jsonl",), dev=("sd.jsonl",)),
        CorpusUse(name="attacks", train=("a.jsonl",)),
        CorpusUse(name="names", train=("n.jsonl",)),
    ),
    watch=("speech/cue/token",),
)


def test_a_corpus_left_out_keeps_its_development_texts() -> None:
    uses = {use.name: use for use in without(CONFIG, ["speech"]).corpora}
    assert uses["speech"].train == ()
    assert uses["speech"].dev == ("sd.jsonl",)
    assert uses["attacks"].train == ("a.jsonl",)


def test_an_unknown_corpus_is_told_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'speeches'.*speech, attacks, names"):
        without(CONFIG, ["speeches"])


def test_the_runs_are_short_and_measure_once() -> None:
    runs = plan(CONFIG, [["speech"], ["attacks", "names"]], 0.25)
    assert list(runs) == [EVERYTHING, "speech", "attacks+names"]
    assert {short.rounds for short in runs.values()} == {0.25}
    assert all(short.every > 10**6 for short in runs.values())
    assert [bool(use.train) for use in runs["attacks+names"].corpora] == [True, False, False]


def test_figures_come_from_the_logs_and_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cues = {EVERYTHING: 0.6, "speech": 0.4}

    def logged(_config: Config, _roots: object, out: Path) -> Path:
        out.mkdir(parents=True)
        entries = [{"steps": 3}, {"step": 3, "dev": {"speech/cue/token": cues[out.name]}}]
        (out / "log.jsonl").write_text("".join(json.dumps(e) + "\n" for e in entries), "utf-8")
        return out / "best.pt"

    monkeypatch.setattr(module, "run", logged)
    found = ablate(CONFIG, [["speech"]], 0.25, [], tmp_path)
    assert found == {name: {"speech/cue/token": cue} for name, cue in cues.items()}
    assert json.loads((tmp_path / "ablation.json").read_text("utf-8")) == found


def test_the_table_tells_changes_from_the_run_with_everything() -> None:
    figures = {"speech": {"speech/cue/token": 0.41}, EVERYTHING: {"speech/cue/token": 0.6}}
    lines = table(figures, ["speech/cue/token"]).splitlines()
    assert lines[0] == "| without | speech/cue/token |"
    assert lines[2] == "| nothing | 0.600 |"
    assert lines[3] == "| speech | -0.190 |"
