import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import validate

Json = dict[str, Any]


def change(folder: Path, name: str, number: int, edit: Callable[[Json], object]) -> None:
    path = folder / f"{name}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    edit(rows[number])
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def event(report: Json) -> Json:
    told: Json = report["events"][0]
    return told


def test_the_small_corpus_is_valid(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate.main([str(folder)]) == 0
    assert "0 problems" in capsys.readouterr().out


def test_a_folder_without_a_corpus_is_told(tmp_path: Path) -> None:
    assert validate.main([str(tmp_path)]) == 2


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda r: r.update(notice=""), "not headed as invented"),
        (lambda r: r.update(text=r["text"] + "\n"), "white space at its ends"),
        (lambda r: r.update(published="5 March"), "no ISO day"),
        (lambda r: r.update(split="dev"), "is of split 'dev'"),
        (lambda r: r.update(copy_of="x"), "copy_of 'x' does not exist"),
        (lambda r: event(r)["claims"][0].update(start=3), "where the text has"),
        (lambda r: event(r)["claims"][0].update(stance="shouted"), "stance 'shouted' is not one of"),
        (lambda r: event(r)["claims"][0].update(value=1), "occurrence can't have the value 1"),
        (lambda r: event(r)["claims"][2].update(value=None), "killed can't have the value None"),
        (lambda r: event(r)["claims"][2].update(value=[3, 1]), "killed can't have the value [3, 1]"),
        (lambda r: event(r)["claims"][2].update(speaker="baker"), "'baker' is not among the report's sources"),
        (lambda r: event(r)["claims"][2].update(source="Bell"), "told otherwise there"),
        (lambda r: event(r)["claims"][2].update(attribution=9), "attribution 9 is not one of 'mayor'"),
        (lambda r: event(r)["claims"][2].update(source="outlet"), "the outlet's own word"),
        (lambda r: event(r)["targets"][0].update(type="castle"), "target 'castle' is not one of"),
        (lambda r: event(r)["targets"][0].update(trigger=5), "trigger 5 does not exist"),
        (lambda r: event(r).update(type="Raid"), "type 'Raid' is not one of"),
        (lambda r: event(r).update(incident="Z"), "incident 'Z' does not exist"),
        (lambda r: event(r).update(country=None), "admin1 without country"),
        (lambda r: event(r).update(date={"from": "2031-03-09", "to": "2031-03-09"}), "after publication"),
        (lambda r: event(r).update(date={"from": "2031-03-05", "to": "2031-03-04"}), "two ISO days in order"),
        (lambda r: event(r)["times"][0].update(text="on Wednesday", start=r["text"].index("on Wed"), end=r["text"].index("on Wed") + 12, **{"from": "2031-03-04", "to": "2031-03-04"}), "names a weekday outside"),
        (lambda r: r["events"].append(event(r)), "is told twice"),
        (lambda r: r["attributions"][0].update(content=[]), "has no content"),
        (lambda r: r["attributions"][0].update(speaker="baker"), "speaker 'baker' does not exist"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_report_is_told(
    folder: Path, edit: Callable[[Json], object], told: str
) -> None:
    change(folder, "train", 0, edit)
    problems = validate.validate(folder).problems
    assert any(told in p and "norrland-depot-1" in p for p in problems), problems


def incident(story: Json) -> Json:
    told: Json = story["incidents"][0]
    return told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda s: s["reports"].pop(), "does not list"),
        (lambda s: s.update(split="dev"), "more than one split"),
        (lambda s: s["incidents"].append(incident(s) | {"incident": "B"}), "told by no report"),
        (lambda s: incident(s).update(status="sure"), "status 'sure' is not one of"),
        (lambda s: incident(s).update(umbrella=True), "an umbrella needs parts"),
        (lambda s: incident(s).update(settled={"mood": 1}), "field 'mood' does not exist"),
        (lambda s: incident(s).update(dissent=[]), "killed differs"),
        (lambda s: incident(s).update(dissent=[], updates=["injured"]), "killed is denied by someone"),
        (lambda s: incident(s)["dissent"][0]["values"].pop(), "needs two values or more"),
        (lambda s: incident(s)["dissent"][0]["values"][0].update(value=7), "'mayor' nowhere claims 7"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_story_is_told(
    folder: Path, edit: Callable[[Json], object], told: str
) -> None:
    change(folder, "stories", 0, edit)
    problems = validate.validate(folder).problems
    assert any(told in p and "norrland-depot" in p for p in problems), problems


def test_no_place_of_test_may_stand_in_train(folder: Path) -> None:
    def named(report: Json) -> None:
        report["text"] = report["text"].replace("the krona", "SUNNVIK TOWN")
        report["not_incidents"] = []

    change(folder, "train", 2, named)
    assert any("'Sunnvik town' stands in train" in p for p in validate.validate(folder).problems)


def test_a_second_coding_needs_the_text_of_the_first(folder: Path) -> None:
    second = json.loads((folder / "train.jsonl").read_text("utf-8").splitlines()[2])
    path = folder / "second.jsonl"
    path.write_text(json.dumps(second) + "\n", "utf-8")
    assert validate.validate(folder).problems == []
    path.write_text(json.dumps(second | {"id": "norrland-depot-1"}) + "\n", "utf-8")
    assert any("has not the text" in p for p in validate.validate(folder).problems)
