import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.muc4 import as_response
from dateline.bench.speed import run
from dateline.model.vocab import (
    EventType,
    Field,
    Stage,
    Stance,
    TargetType,
    WeaponType,
)
from tests.factory import claim, event, reading


def slots(**given: Any) -> dict[str, list[str]]:
    told = as_response({"docid": "T-1"}, reading(events=[event(**given)]))
    (template,) = told["templates"]
    assert isinstance(template, dict)
    return template


def test_what_both_schemas_hold_is_carried_over() -> None:
    found = slots(
        type=EventType.IED,
        sides=["Sudland"],
        targets=[TargetType.FUEL_STORAGE, TargetType.PEOPLE],
        weapons=[WeaponType.MINE],
        claims=[claim(Field.EFFECT, "destroyed")],
    )
    assert found == {
        "inc-type": ["BOMBING"],
        "inc-stage": ["ACCOMPLISHED"],
        "inc-instr-id": ['"MINE OR IED"'],
        "inc-instr-type": ['BOMB: "MINE OR IED"'],
        "perp-org-id": ['"SUDLAND FORCES"'],
        "phys-tgt-id": ['"FUEL STORAGE"'],
        "phys-tgt-type": ['ENERGY: "FUEL STORAGE"'],
        "phys-tgt-effect": ['DESTROYED: "FUEL STORAGE"'],
        "hum-tgt-desc": ['"PEOPLE"'],
    }


def test_an_effect_that_is_denied_is_no_fill() -> None:
    denied = claim(Field.EFFECT, "destroyed", stance=Stance.DENIED)
    assert "phys-tgt-effect" not in slots(targets=[TargetType.RAIL], claims=[denied])


def test_a_denied_attack_is_no_template() -> None:
    told = as_response({}, reading(events=[event(stage=Stage.DENIED)]))
    assert told == {"docid": "first", "templates": []}


@pytest.mark.parametrize(
    ("record", "name"),
    [({"docid": "D", "id": "I"}, "D"), ({"id": "I"}, "I"), ({"id": 7}, "7"), ({}, "first")],
)
def test_a_response_is_named_as_its_record(record: dict[str, Any], name: str) -> None:
    assert as_response(record, reading())["docid"] == name


@pytest.mark.shared
@pytest.mark.slow
def test_the_reference_scorer_takes_the_responses(shared: Path, tmp_path: Path) -> None:
    data = shared / "data" / "muc4" / "dev.jsonl"
    key = tmp_path / "key.jsonl"
    lines = data.read_text("utf-8").splitlines()[:40]
    key.write_text("\n".join(lines) + "\n", "utf-8")
    response = tmp_path / "response.jsonl"
    predictions = run(key).predictions
    response.write_text("".join(json.dumps(p) + "\n" for p in predictions), "utf-8")
    scorer = shared / "tools" / "muc4_score.py"
    done = subprocess.run(
        [
            sys.executable,
            scorer,
            "--key-jsonl",
            key,
            "--response-jsonl",
            response,
            "--judge",
            "guidelines",
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "ALL TEMPLATES" in done.stdout
