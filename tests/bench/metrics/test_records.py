import importlib.util
import json
import random
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dateline.bench.metrics.counts import Prf
from dateline.bench.metrics.records import NAMES, score, weight
from dateline.bench.records import as_dict

EVENT: dict[str, Any] = {
    "type": "Air/drone strike",
    "stage": "accomplished",
    "date": {"from": "2021-05-12", "to": "2021-05-12"},
    "country": "Norland",
    "admin1": "Belmark",
    "targets": [{"text": "a depot", "type": "fuel storage"}],
    "claims": [
        {"field": "injured", "value": 0, "source": "Ann Example", "stance": "asserted"},
        {"field": "killed", "value": [2, None], "source": "outlet", "stance": "asserted"},
    ],
}
REPORT: dict[str, Any] = {
    "id": "a",
    "text": "Ann Example said so.",
    "events": [EVENT],
    "positions": [{"source": "Ann Example", "polarity": "condemns"}],
}


def test_the_gold_itself_is_perfect() -> None:
    found = score({"a": REPORT}, {"a": REPORT})
    assert found.record == Prf(tp=4)
    assert all(found.counts[name].f1 == 1 for name in NAMES)


def test_a_report_not_read_is_missed_whole() -> None:
    found = score({"a": REPORT}, {"b": REPORT})
    assert found.record == Prf(fn=4)
    assert (found.reports, found.missing, found.ignored) == (1, 1, 1)


def test_events_where_there_are_none_are_false() -> None:
    found = score({"a": REPORT | {"events": []}}, {"a": REPORT})
    assert (found.empty, found.noisy, found.false_events) == (1, 1, 1)
    assert found.counts["events"] == Prf(fp=1)


def test_source_and_stance_are_counted_apart() -> None:
    other = deepcopy(REPORT)
    other["events"][0]["claims"][0]["source"] = "Bo Lindt"
    other["events"][0]["claims"][1]["stance"] = "denied"
    found = score({"a": REPORT}, {"a": other}).counts
    levels = [found[n].tp for n in ("claim value", "claim + source", "claim + source + stance")]
    assert levels == [2, 1, 0]


def test_a_wrong_value_is_false_and_missed() -> None:
    other = deepcopy(REPORT)
    other["events"][0]["stage"] = "attempted"
    assert score({"a": REPORT}, {"a": other}).counts["stage"] == Prf(fp=1, fn=1)


def test_two_regions_are_never_one_event() -> None:
    assert weight(EVENT, EVENT) > 0
    bare = EVENT | {"targets": []}
    assert weight(bare, bare | {"admin1": "Belmark"}) > 0
    assert weight(bare, bare | {"admin1": "Zellmark"}) == 0
    assert weight(EVENT, {"country": "Norland"}) == 0


def load(path: Path) -> dict[str, dict[str, Any]]:
    lines = path.read_text("utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, filter(None, lines))}


@pytest.fixture(scope="module")
def reference(shared: Path) -> ModuleType:
    """The reference scorer, imported from where it stands beside the project."""
    spec = importlib.util.spec_from_file_location("ref", shared / "tools" / "score_records.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(gold: dict[str, dict[str, Any]], seed: int) -> dict[str, dict[str, Any]]:
    """Predictions as a reader might make them: things lost, doubled, changed, moved and stripped of offsets."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    made = deepcopy(gold)
    for name in [n for n in made if chance.random() < 0.1]:
        del made[name]
    made["none"] = {"id": "none", "text": "", "events": []}
    every = [event for record in made.values() for event in record["events"]]
    for record in made.values():
        events = record["events"]
        if every and chance.random() < 0.4:
            events.append(deepcopy(chance.choice(every)))
        chance.shuffle(events)
        for event in events:
            _perturb(event, every, chance)
        record["positions"] = [
            p | {"polarity": chance.choice([p["polarity"], "neutral"])}
            for p in record.get("positions", [])
            if chance.random() < 0.8
        ]
    return made


def _perturb(event: dict[str, Any], every: list[dict[str, Any]], chance: random.Random) -> None:
    other = chance.choice(every)
    for key in ("type", "stage", "admin1", "country", "date", "targets", "weapons", "attackers"):
        if chance.random() < 0.15:
            event[key] = deepcopy(chance.choice([None, other.get(key)]))
    claims = [c for c in event["claims"] if chance.random() < 0.85]
    if claims and chance.random() < 0.3:
        claims.append(deepcopy(chance.choice(claims)))
    for claim in claims:
        if chance.random() < 0.2:
            claim["value"] = chance.choice([0, 1, True, None, [2, None], "some", "1,250"])
        if chance.random() < 0.2:
            claim["source"] = chance.choice(["outlet", "officials", "the governor"])
            claim["source_start"], claim["source_end"] = sorted(chance.sample(range(400), 2))
        if chance.random() < 0.2:
            claim["stance"] = chance.choice(["asserted", "claimed", "denied"])
        if chance.random() < 0.2:
            claim.pop("start", None)
    event["claims"] = claims
    if chance.random() < 0.3:
        event["trigger"] = chance.choice(
            ["struck", {"text": "hit"}, {"text": "x", "start": 3, "end": 9}]
        )


@pytest.mark.shared
@pytest.mark.parametrize("name", ["seeds.jsonl", "dev.jsonl"])
@pytest.mark.parametrize("seed", range(12))
def test_figures_are_those_of_the_reference_scorer(
    shared: Path, reference: ModuleType, name: str, seed: int
) -> None:
    gold = load(shared / "data" / "records" / name)
    system = perturbed(gold, seed)
    expected = reference.score(gold, system)
    found = as_dict(score(gold, system))
    assert found.keys() == expected.keys()
    rows, expected_rows = found.pop("scores"), expected.pop("scores")
    assert rows.keys() == expected_rows.keys()
    for key, row in expected_rows.items():
        assert rows[key] == pytest.approx(row), key
    assert found.pop("record") == pytest.approx(expected.pop("record"))
    assert found == expected
