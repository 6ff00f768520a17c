import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.entities import KINDS, LABELS, as_dict, read_entities, run
from dateline.bench.metrics.counts import Prf
from dateline.bench.metrics.spans import Kinded
from dateline.errors import InputError, ReportError

TEXT = "Governor Ilan Torv said Russian drones hit a depot in Poltava."


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def marked(words: str, label: str, *, key: str = "label") -> dict[str, Any]:
    start, end = at(words)
    return {"start": start, "end": end, key: label}


ROW: dict[str, Any] = {
    "id": "one",
    "text": TEXT,
    "entities": [marked("Ilan Torv", "Person"), marked("Poltava", "Location"), marked("Russian", "Nationality")],
}  # fmt: skip


def write(folder: Path, *rows: dict[str, Any], name: str = "gold.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_the_rules_tell_persons_places_weapons_and_actors() -> None:
    found = {(TEXT[a:b], kind) for a, b, kind in read_entities(TEXT)}
    assert {
        ("Governor Ilan Torv", "person"),
        ("Poltava", "place"),
        ("drones", "weapon"),
        ("Governor Ilan Torv", "source"),
    } <= found
    assert {kind for _, kind in found} <= set(KINDS)
    assert not any(words == "Russian" and kind == "place" for words, kind in found)


def test_spans_count_characters_of_the_text_as_given() -> None:
    text = "\ufeffIlan\u00a0Torv spoke in Pol\u00adtava."
    found = {(text[a:b], kind) for a, b, kind in read_entities(text)}
    assert ("Ilan\u00a0Torv", "person") in found
    assert ("Pol\u00adtava", "place") in found


def test_kinds_that_the_data_never_marks_are_passed_over(tmp_path: Path) -> None:
    ticks: list[int] = []

    def reader(text: str) -> Sequence[Kinded]:
        assert text == TEXT
        return [
            (*at("Governor Ilan Torv"), "person"),
            (*at("Poltava"), "place"),
            (*at("Russian"), "place"),
            (*at("drones"), "weapon"),
            (*at("drones"), "Temporal"),  # a label without a kind
        ]

    done = run(write(tmp_path, ROW), reader=reader, tick=lambda: ticks.append(1))
    assert done.scores.exact == {"person": Prf(0, 1, 1), "place": Prf(1, 1, 0)}
    assert done.scores.overlapping == {"person": Prf(1, 0, 0), "place": Prf(1, 1, 0)}
    assert done.scores.passed_over == 1
    assert ticks == [1]
    assert {e["label"] for e in done.predictions[0]["entities"]} == {"person", "place", "weapon"}


@pytest.mark.parametrize(
    ("label", "key", "kind"),
    [
        ("Organisation", "label", "organisation"),
        ("MilitaryPlatform", "label", "vehicle"),
        ("Quantity", "label", "number"),
        ("organization", "etype", "organisation"),
        ("place", "etype", "place"),
        ("S", "label", "source"),
        ("T", "label", "target"),
        ("R", "label", "related"),
    ],
)
def test_the_labels_of_three_corpora_have_kinds(
    tmp_path: Path, label: str, key: str, kind: str
) -> None:
    row = {"text": TEXT, "entities": [marked("Ilan Torv", label, key=key)]}
    done = run(write(tmp_path, row), reader=lambda _: [(*at("Ilan Torv"), kind)])
    assert done.scores.exact == {kind: Prf(1, 0, 0)}


def test_every_kind_is_a_label_of_itself_and_no_label_has_another() -> None:
    assert all(LABELS[kind] == kind for kind in KINDS)
    assert set(LABELS.values()) == {*KINDS, None}
    assert all(label == label.casefold() for label in LABELS)


def test_predictions_score_as_perfect_against_themselves(tmp_path: Path) -> None:
    first = run(write(tmp_path, ROW))
    again = run(write(tmp_path, *first.predictions, name="again.jsonl"))
    exact, overlapping = again.scores.micro
    assert exact == overlapping == Prf(len(first.predictions[0]["entities"]), 0, 0)


def test_another_readers_file_is_scored_by_id_or_line(tmp_path: Path) -> None:
    gold = write(tmp_path, ROW, {"text": TEXT, "entities": ROW["entities"]})
    system = write(
        tmp_path,
        {"id": "three", "entities": []},
        {"entities": ROW["entities"]},  # the second line, as in gold
        name="theirs.jsonl",
    )
    done = run(gold, system=system, reader=lambda _: pytest.fail("the reader was called"))
    assert (done.texts, done.missing, done.ignored) == (2, 1, 1)
    assert done.scores.exact == {"person": Prf(1, 0, 1), "place": Prf(1, 0, 1)}
    figures = as_dict(done)
    assert figures["exact"]["all"] == Prf(2, 0, 2).row()
    assert figures["overlapping"]["person"]["r"] == 0.5
    assert (figures["texts_missing"], figures["texts_ignored"]) == (1, 1)


@pytest.mark.parametrize(
    ("entities", "found"),
    [
        ({}, "no list of objects"),
        ([{"start": 0, "end": 4, "label": "Horse"}], "unknown label 'Horse'.*militaryplatform"),
        ([{"start": 0, "end": 4}], "unknown label None"),
        ([{"start": 0, "label": "Person"}], "0 to None is no stretch"),
        ([{"start": 0, "end": 99, "label": "Person"}], "is no stretch of a text of 62"),
    ],
)
def test_what_is_no_entity_is_named(tmp_path: Path, entities: object, found: str) -> None:
    path = write(tmp_path, ROW, {"text": TEXT, "entities": entities})
    with pytest.raises(ReportError, match=found) as error:
        run(path)
    assert (error.value.where.line, error.value.where.field) == (2, "entities")


@pytest.mark.parametrize("given", [(0, 99, "person"), (3, 3, "person"), (-1, 3, "person"), (0, 4, "horse")])  # fmt: skip
def test_a_reader_that_gives_what_cannot_be_scored_is_told(tmp_path: Path, given: Kinded) -> None:
    with pytest.raises(InputError, match="the reader gave"):
        run(write(tmp_path, ROW), reader=lambda _: [given])
