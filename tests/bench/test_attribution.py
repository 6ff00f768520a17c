import json
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.attribution import PUBLISHED, as_dict, read_attributions, run
from dateline.bench.keyed import Row
from dateline.bench.metrics.attribution import KINDS, MEASURES
from dateline.bench.metrics.counts import Prf
from dateline.errors import ReportError

TEXT = "Governor Ilan Torv said drones hit a depot. It rained."
ROW: dict[str, Any] = {
    "id": "one",
    "text": TEXT,
    "attributions": [{"source": [[9, 18]], "cue": [[19, 23]], "content": [[24, 42]]}],
}


def write(folder: Path, *rows: dict[str, Any], name: str = "gold.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_the_rules_attributions_stand_in_the_data_files_form() -> None:
    (found,) = read_attributions({"text": TEXT})["attributions"]
    words = {kind: [TEXT[a:b] for a, b in found[kind]] for kind in KINDS}
    assert words == {
        "source": ["Governor Ilan Torv"],
        "cue": ["said"],
        "content": ["drones hit a depot"],
    }


def test_a_quotation_with_neither_source_nor_cue_gives_empty_lists() -> None:
    text = "Ilan Torv said the depot burned.\n\n“We will build it again, and bigger.”"
    said, quoted = read_attributions({"id": "x", "text": text})["attributions"]
    assert said["source"] == [[0, 9]]
    assert (quoted["source"], quoted["cue"]) == ([], [])
    assert [text[a:b] for a, b in quoted["content"]] == ["“We will build it again, and bigger.”"]


def test_every_text_is_read_counted_and_predicted(tmp_path: Path) -> None:
    ticks: list[int] = []
    path = write(tmp_path, ROW, {"id": "two", "text": "It rained.", "attributions": []})
    done = run(path, tick=lambda: ticks.append(1))
    assert len(ticks) == done.scores.texts == 2
    # The rules take the title into the source.
    assert done.scores.parts["exact spans"]["source"] == Prf(0, 1, 1)
    assert done.scores.parts["tokens"]["source"] == Prf(2, 1, 0)
    assert done.scores.parts["exact spans"]["cue"] == Prf(1, 0, 0)
    assert done.scores.whole == {"exact": Prf(0, 1, 1), "relaxed": Prf(1, 0, 0)}
    assert [(p["id"], len(p["attributions"])) for p in done.predictions] == [("one", 1), ("two", 0)]


def test_predictions_score_as_perfect_against_themselves(tmp_path: Path) -> None:
    first = run(write(tmp_path, ROW))
    again = run(write(tmp_path, *first.predictions, name="again.jsonl"))
    assert again.scores.whole["exact"] == Prf(1, 0, 0)


def test_another_reader_can_be_passed_in(tmp_path: Path) -> None:
    asked: list[str] = []

    def reader(row: Row) -> Row:
        asked.append(row["id"])
        return {"attributions": [{"source": ((9, 18),), "cue": ((19, 23),)}]}

    done = run(write(tmp_path, ROW), reader=reader)
    assert asked == ["one"]
    assert done.scores.parts["exact spans"]["source"] == Prf(1, 0, 0)
    assert done.scores.parts["exact spans"]["content"] == Prf(0, 0, 1)
    assert done.predictions[0]["attributions"] == [
        {"source": [[9, 18]], "cue": [[19, 23]], "content": []}
    ]


def test_another_readers_file_is_scored_by_id(tmp_path: Path) -> None:
    gold = write(tmp_path, ROW, ROW | {"id": "two"})
    theirs = {"id": "two", "attributions": ROW["attributions"]}
    system = write(tmp_path, theirs, theirs | {"id": "three"}, name="theirs.jsonl")
    done = run(gold, system=system, reader=lambda _: pytest.fail("the reader was called"))
    assert (done.scores.missing, done.scores.ignored) == (1, 1)
    assert done.scores.whole["exact"] == Prf(1, 0, 1)
    assert [p["id"] for p in done.predictions] == ["two"]


@pytest.mark.parametrize(
    ("attributions", "found"),
    [
        (5, "no list of objects"),
        ([[]], "no list of objects"),
        ([{"cue": 5}], "5 is no list"),
        ([{"cue": "ab"}], "'ab' is no list"),
        ([{"cue": [19, 23]}], "19 is no pair"),
        ([{"cue": [[19]]}], r"\[19\] is no pair"),
        ([{"cue": [[19, 99]]}], "is no stretch of a text of 54 characters"),
        ([{"content": [[23, 19]]}], "is no stretch"),
    ],
)
def test_what_is_no_attribution_is_named(tmp_path: Path, attributions: object, found: str) -> None:
    bad = write(tmp_path, ROW | {"id": "zero"}, ROW | {"attributions": attributions}, name="bad")
    for gold, system in ((bad, None), (write(tmp_path, ROW, ROW | {"id": "zero"}), bad)):
        with pytest.raises(ReportError, match=found) as error:
            run(gold, system=system)
        assert (error.value.where.path, error.value.where.line) == (str(bad), 2)


def test_all_figures_are_told_with_the_published_ones(tmp_path: Path) -> None:
    figures = as_dict(run(write(tmp_path, ROW)).scores)
    assert figures["tokens"]["cue"]["f1"] == 1.0
    assert figures["attributions"]["relaxed"]["tp"] == 1
    assert (figures["texts"], figures["texts_missing"], figures["texts_ignored"]) == (1, 0, 0)
    assert figures["published"][0]["f1"] == {"source": 0.832, "cue": 0.753, "content": 0.729}
    assert json.loads(json.dumps(figures)) == figures


def test_published_figures_are_of_our_measures_and_kinds() -> None:
    for told in PUBLISHED:
        assert told.measure in MEASURES
        assert tuple(told.f1) == KINDS
        assert all(0 < figure < 1 for figure in told.f1.values())
