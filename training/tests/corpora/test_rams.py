import json
import logging
from pathlib import Path
from typing import Any

import pytest

from dateline_training.corpora.rams import read
from dateline_training.example import Example, Linked, Tagged, faults

TEXT = "Masked men stormed the mill at Orlo with axes ."
ROLES = frozenset({"attacker", "target", "weapon", "place", "victim"})


def argument(start: int, end: int, role: str) -> dict[str, Any]:
    return {"start": start, "end": end, "text": TEXT[start:end], "role": role}


def one(
    folder: Path, event_type: str, *arguments: dict[str, Any], span: tuple[int, int] = (11, 18)
) -> Example:
    path = folder / "rows.jsonl"
    trigger = {"start": span[0], "end": span[1], "text": TEXT[slice(*span)]}
    row = {"id": "r-1", "text": TEXT, "trigger": trigger, "event_type": event_type}
    path.write_text(json.dumps({**row, "args": list(arguments)}) + "\n", "utf-8")
    (example,) = read(path)
    return example


def test_an_attack(tmp_path: Path) -> None:
    arguments = (
        argument(0, 10, "evt011arg01attacker"),
        argument(19, 27, "evt011arg02target"),
        argument(41, 45, "evt011arg03instrument"),
        argument(31, 35, "evt011arg04place"),
    )
    assert one(tmp_path, "conflict.attack.invade", *arguments) == Example(
        id="r-1",
        corpus="rams",
        text=TEXT,
        layers=frozenset({"trigger"}),
        relations=ROLES,
        tagged=(Tagged(layer="trigger", start=11, end=18, label="attack"),),
        anchors=(
            ("attacker", (11, 18)),
            ("place", (11, 18)),
            ("target", (11, 18)),
            ("weapon", (11, 18)),
        ),
        linked=(
            Linked(relation="attacker", anchor=(11, 18), other=(0, 10)),
            Linked(relation="place", anchor=(11, 18), other=(31, 35)),
            Linked(relation="target", anchor=(11, 18), other=(19, 27)),
            Linked(relation="weapon", anchor=(11, 18), other=(41, 45)),
        ),
        known=((11, 18),),
    )


def test_another_event_is_a_negative_and_nothing_hangs_on_it(tmp_path: Path) -> None:
    found = one(tmp_path, "movement.transportperson.n/a", argument(31, 35, "evt0arg1place"))
    assert found == Example(
        id="r-1", corpus="rams", text=TEXT, layers=frozenset({"trigger"}), known=((11, 18),)
    )


@pytest.mark.parametrize(
    ("event_type", "label", "relations"),
    [
        ("life.die.n/a", "die", ["place", "victim"]),
        ("life.die.nonviolentdeath", "die", ["place", "victim"]),
        ("life.die.deathcausedbyviolentevents", "die", ["attacker", "place", "victim", "weapon"]),
        ("life.injure.n/a", "injure", ["attacker", "place", "victim"]),
        ("life.injure.illnessdegradationphysical", "injure", ["victim"]),
        ("conflict.attack.n/a", "attack", ["attacker", "place", "target", "weapon"]),
    ],
)
def test_only_what_the_ontology_asks_for_is_known(
    tmp_path: Path, event_type: str, label: str, relations: list[str]
) -> None:
    found = one(tmp_path, event_type)
    assert [tag.label for tag in found.tagged] == [label]
    assert [relation for relation, _ in found.anchors] == relations


def test_a_role_not_asked_for_makes_an_anchor_and_one_we_lack_none(tmp_path: Path) -> None:
    arguments = (argument(0, 10, "evt087arg02killer"), argument(19, 27, "evt015arg05artifact"))
    found = one(tmp_path, "life.die.n/a", *arguments)
    assert [relation for relation, _ in found.anchors] == ["attacker", "place", "victim"]
    assert [link.other for link in found.linked] == [(0, 10)]


def test_an_argument_outside_the_text_is_dropped_and_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        found = one(tmp_path, "conflict.attack.n/a", argument(40, 99, "evt011arg04place"))
    assert found.linked == ()
    assert caplog.messages == ["rows.jsonl: 1 spans dropped"]


@pytest.mark.shared
@pytest.mark.parametrize(("part", "texts", "triggers"), [("dev", 924, 250), ("test", 871, 179)])
def test_the_real_files(shared: Path, part: str, texts: int, triggers: int) -> None:
    found = list(read(shared / "data" / "rams" / f"{part}.jsonl"))
    assert [fault for example in found for fault in faults(example)] == []
    assert len({example.id for example in found}) == len(found) == texts
    assert sum(len(example.tagged) for example in found) == triggers
    assert sum(len(example.linked) for example in found) > 1.5 * triggers
