import json
from pathlib import Path
from typing import Any

import pytest
from corpus_authoring import agreement

Coding = dict[str, dict[str, Any]]


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        # Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A and B.
        ("0100000010", "1110010000", 0.095),
        ("aabbdcccedda", "babbbccceddd", 0.692),
    ],
)
def test_alpha_is_krippendorffs(one: str, other: str, value: float) -> None:
    found = agreement.alpha("x", list(zip(one, other, strict=True)))
    assert found.units == len(one)
    assert found.value == pytest.approx(value, abs=0.0005)


def test_alpha_is_unknown_where_all_units_have_one_value() -> None:
    found = agreement.alpha("x", [("a", "a"), ("a", "a")])
    assert (found.value, found.observed) == (None, 1.0)
    assert agreement.alpha("x", []).units == 0


def test_true_is_not_one() -> None:
    assert agreement.alpha("x", [(True, 1), (1, 1)]).observed == 0.5


@pytest.fixture
def coded(folder: Path) -> Coding:
    rows = map(json.loads, (folder / "train.jsonl").read_text("utf-8").splitlines())
    return {row["id"]: row for row in rows}


def test_a_coding_agrees_with_itself(coded: Coding) -> None:
    assert all(prf.f1 == 1.0 for prf in agreement.record_f1(coded, coded).values())
    for of in agreement.SPANS.values():
        assert [prf.f1 for prf in agreement.span_f1(coded, coded, of)] == [1.0, 1.0]
    assert all(a.observed == 1.0 for a in agreement.unit_alphas(coded, coded))
    assert agreement.word_alpha(coded, coded, "cue", agreement.cues).value == 1.0


def test_where_codings_differ_the_figure_of_that_field_falls(coded: Coding) -> None:
    other: Coding = json.loads(json.dumps(coded))
    other["norrland-depot-1"]["events"][0]["claims"][2]["stance"] = "claimed"
    other["norrland-depot-3"]["positions"][0]["polarity"] = "condemns"
    other["norrland-depot-1"]["attributions"][0]["cue"][0]["end"] -= 1
    found = agreement.record_f1(coded, other)
    assert found["claim + source"].f1 == 1.0 > found["claim + source + stance"].f1
    assert found["positions"].f1 == 0.0
    units = {a.name: a.observed for a in agreement.unit_alphas(coded, other)}
    assert units["claim stance"] == pytest.approx(6 / 7)
    assert units["position polarity"] == 0.0
    assert units["claim field"] == 1.0
    exact, touching = agreement.span_f1(coded, other, agreement.cues)
    assert exact.f1 < touching.f1 == 1.0
