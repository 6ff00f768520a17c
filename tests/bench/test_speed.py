import json
from pathlib import Path

import pytest

from dateline.bench.speed import Stopwatch, load_texts, run
from dateline.errors import ReportError


def test_figures_add_up(texts: Path) -> None:
    ticks: list[int] = []
    done = run(texts, tick=lambda: ticks.append(1))
    assert len(ticks) == len(done.predictions) == done.figures["reports"] == 3
    assert done.figures["words"] == 3 * 8
    assert sum(done.figures["share_of_time"].values()) == pytest.approx(1, abs=0.01)
    assert done.figures["peak_memory_mib"] > 10


def test_it_stops_at_the_limit(texts: Path) -> None:
    assert run(texts, limit=2).figures["reports"] == 2


def test_texts_without_a_name_go_by_their_line(texts: Path) -> None:
    assert [report.name for _, report in load_texts(texts)] == ["1", "2", "3"]


@pytest.mark.parametrize("record", [{}, {"text": 5}, {"text": " "}])
def test_a_record_without_text_is_named(tmp_path: Path, record: dict[str, object]) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(record), "utf-8")
    with pytest.raises(ReportError, match=r"bad\.jsonl:1: no text"):
        list(load_texts(path))


def test_the_watch_counts_each_stage_also_when_it_fails() -> None:
    watch = Stopwatch()
    with pytest.raises(KeyError), watch("text"):
        raise KeyError
    assert set(watch.seconds) == {"text"}
    assert watch.seconds["text"] >= 0
