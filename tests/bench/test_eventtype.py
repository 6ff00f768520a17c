import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.eventtype import BATCH, PUBLISHED, as_dict, read_types, run
from dateline.bench.metrics.classes import Confusion
from dateline.bench.metrics.counts import Prf
from dateline.errors import InputError, ReportError

STRIKE = "Drones struck a depot in Poltava on Wednesday."
RAIN = "It rained all day."


def row(name: str, text: str, label: object) -> dict[str, Any]:
    return {"id": name, "text": text, "label": label}


ROWS = (row("a", STRIKE, "AIR_STRIKE"), row("b", RAIN, "peaceful PROTEST"), row("c", RAIN, "Other"))


def write(folder: Path, *rows: dict[str, Any], name: str = "gold.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return path


def test_the_rules_take_the_first_events_type_or_other() -> None:
    struck, rained = read_types([STRIKE, RAIN])
    assert struck[0] == "Air/drone strike"
    assert 0 < struck[1] <= 1
    assert rained == ("Other", 0.0)


def test_of_two_events_the_first_counts() -> None:
    first = "A suicide bombing killed four people in Kabul on Monday."
    second = "Gunmen kidnapped a teacher in Kano on Friday."
    assert read_types([f"{first}\n\n{second}"])[0][0] == "Suicide bomb"
    assert read_types([f"{second}\n\n{first}"])[0][0] == "Abduction/forced disappearance"


def test_every_text_is_typed_counted_and_predicted(tmp_path: Path) -> None:
    ticks: list[int] = []
    done = run(write(tmp_path, *ROWS), tick=lambda: ticks.append(1))
    assert len(ticks) == done.scores.texts == 3
    assert done.scores.classes == {
        "Air/drone strike": Prf(1, 0, 0),
        "Other": Prf(1, 1, 0),
        "Peaceful protest": Prf(0, 0, 1),
    }
    assert done.scores.confusions == (Confusion("Peaceful protest", "Other", 1),)
    assert [p["label"] for p in done.predictions] == ["Air/drone strike", "Other", "Other"]
    assert done.predictions[1]["score"] == 0.0


def test_a_classifier_can_be_passed_in_and_gets_batches(tmp_path: Path) -> None:
    sizes: list[int] = []

    def classifier(texts: Sequence[str]) -> list[tuple[str, float]]:
        sizes.append(len(texts))
        return [("mob_viol" if text.endswith("1") else "Mob Violence", 0.5) for text in texts]

    path = write(tmp_path, *(row(f"r{n}", f"text {n}", "MOB_VIOL") for n in range(BATCH + 3)))
    done = run(path, classifier=classifier)
    assert sizes == [BATCH, 3]
    assert done.scores.accuracy == 1.0
    assert done.predictions[0] == row("r0", "text 0", "Mob violence") | {"score": 0.5}


def test_another_classifiers_file_is_scored_by_id(tmp_path: Path) -> None:
    theirs = [{"id": "c", "label": "OTHER"}, {"id": "a", "label": "Grenade"}, {"id": "x", "label": "ATTACK"}]  # fmt: skip
    system = write(tmp_path, *theirs, name="theirs.jsonl")
    done = run(
        write(tmp_path, *ROWS),
        system=system,
        classifier=lambda _: pytest.fail("the classifier was called"),
    )
    assert (done.missing, done.ignored) == (1, 1)
    assert done.scores.accuracy == 1 / 3
    assert done.scores.confusions == (
        Confusion("Air/drone strike", "Grenade", 1),
        Confusion("Peaceful protest", None, 1),
    )
    assert [p["id"] for p in done.predictions] == ["a", "c"]


@pytest.mark.parametrize("label", ["Horse race", "", 4, ["Other"]])
def test_an_unknown_label_is_named_with_all_that_is_allowed(tmp_path: Path, label: object) -> None:
    bad = write(tmp_path, ROWS[0], row("z", RAIN, label), name="bad.jsonl")
    gold = write(tmp_path, *ROWS)
    for data, system in ((bad, None), (gold, bad)):
        with pytest.raises(ReportError, match="unknown label") as error:
            run(data, system=system)
        assert (error.value.where.path, error.value.where.line) == (str(bad), 2)
        assert "Mob violence (MOB_VIOL); " in error.value.remedy
        assert error.value.remedy.count("(") == 25


def test_a_classifier_that_gives_what_cannot_be_scored_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, *ROWS)
    with pytest.raises(InputError, match="gave 1 labels for 3 texts"):
        run(path, classifier=lambda _: [("Other", 1.0)])
    with pytest.raises(InputError, match="the unknown label 'Horse race'"):
        run(path, classifier=lambda texts: [("Horse race", 1.0)] * len(texts))


def test_ten_mistakes_are_told_at_most(tmp_path: Path) -> None:
    labels = ["ATTACK", "ARREST", "GRENADE", "ARM_CLASH", "AGREEMENT", "MOB_VIOL", "SEX_VIOL", "CHEM_WEAP", "DISR_WEAP", "SUIC_BOMB", "PEACE_PROTEST"]  # fmt: skip
    rows = [row(f"{n}-{label}", RAIN, label) for n, label in enumerate([*labels, "SUIC_BOMB"])]
    figures = as_dict(run(write(tmp_path, *rows)))
    assert len(figures["confusions"]) == 10
    assert figures["confusions"][0] == {"gold": "Suicide bomb", "system": "Other", "count": 2}
    assert figures["classes"]["Suicide bomb"]["support"] == 2
    assert (figures["accuracy"], figures["weighted_f1"], figures["macro_f1"]) == (0, 0, 0)
    assert figures["published"] == list(PUBLISHED)
    assert json.loads(json.dumps(figures)) == figures
