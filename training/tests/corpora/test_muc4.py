import json
import logging
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dateline_training.corpora.muc4 import read
from dateline_training.example import Example, Linked, Sorted, Tagged, faults

TEXT = (
    "   LAGO ALTO, 4 MAY 89 (XYZ) -- [TEXT] MASKED\nMEN OF THE RED DAWN KILLED JUDGE EVA\n"
    "SOTO WITH A CAR BOMB.  THE MEN BURNED A BRIDGE AND FLED LAGO ALTO.  THE BOMB HURT NO ONE."
)
SLOTS = (
    *("inc-loc", "inc-type", "inc-stage", "inc-instr-id", "inc-instr-type"),
    *("perp-inc-cat", "perp-ind-id", "perp-org-id", "perp-org-conf"),
    *("phys-tgt-id", "phys-tgt-type", "phys-tgt-effect"),
    *("hum-tgt-name", "hum-tgt-desc", "hum-tgt-type", "hum-tgt-effect"),
)


def fill(*words: str, ref: Sequence[str] | None = None) -> dict[str, Any]:
    alt: dict[str, Any] = {"value": list(words)}
    return {"raw": "", "optional": False, "alts": [alt if ref is None else alt | {"ref": [*ref]}]}


def located(*places: dict[str, Any]) -> dict[str, Any]:
    return {"raw": "", "optional": False, "alts": [{"country": ["PERU"], "places": [*places]}]}


def template(**slots: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {slot: [] for slot in SLOTS}
    named = {name.replace("_", "-"): fillers for name, fillers in slots.items()}
    return {"template_id": "1", "optional": False} | empty | named


def one(folder: Path, *templates: dict[str, Any]) -> Example:
    path = folder / "rows.jsonl"
    row = {"docid": "T-1", "text": TEXT, "templates": list(templates)}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    (example,) = read(path)
    assert list(faults(example)) == []
    return example


def tags(example: Example) -> list[tuple[str, str]]:
    return [(" ".join(TEXT[t.start : t.end].split()), t.label) for t in example.tagged]


def classes(example: Example, head: str) -> list[tuple[str, str]]:
    return [(TEXT[s.start : s.end], s.label) for s in example.sorted if s.head == head]


def links(example: Example) -> list[tuple[str, str]]:
    return [(TEXT[slice(*link.anchor)], TEXT[slice(*link.other)]) for link in example.linked]


def test_a_document_without_templates_is_negative_throughout(tmp_path: Path) -> None:
    assert one(tmp_path) == Example(
        id="T-1",
        corpus="muc4",
        text=TEXT,
        layers=frozenset({"muc"}),
        relations=frozenset({"same_template"}),
    )


def test_a_template_as_a_whole(tmp_path: Path) -> None:
    told = template(
        inc_type=[fill("BOMBING")],
        inc_stage=[fill("ACCOMPLISHED")],
        perp_inc_cat=[fill("TERRORIST ACT")],
        perp_org_id=[fill("RED DAWN")],
        perp_org_conf=[fill("POSSIBLE", ref=["RED DAWN"])],
        hum_tgt_name=[fill("EVA SOTO")],
        hum_tgt_type=[fill("LEGAL OR JUDICIAL", ref=["EVA SOTO"])],
        hum_tgt_effect=[fill("DEATH", ref=["EVA SOTO"])],
    )
    dawn, eva = (57, 65), (79, 87)
    shared = {
        "muc_category": "TERRORIST ACT",
        "muc_stage": "ACCOMPLISHED",
        "muc_type": "BOMBING",
    }
    person = {
        "muc_person": "LEGAL OR JUDICIAL",
        "muc_person_effect": "DEATH",
        "muc_person_form": "name",
    }
    heads = {dawn: shared | {"muc_confidence": "POSSIBLE"}, eva: shared | person}
    assert TEXT[slice(*eva)] == "EVA\nSOTO"
    assert one(tmp_path, told) == Example(
        id="T-1",
        corpus="muc4",
        text=TEXT,
        layers=frozenset({"muc"}),
        relations=frozenset({"same_template"}),
        tagged=(
            Tagged(layer="muc", start=57, end=65, label="perp-org"),
            Tagged(layer="muc", start=79, end=87, label="hum-tgt"),
        ),
        sorted=tuple(
            Sorted(head=head, start=start, end=end, label=label)
            for (start, end), found in heads.items()
            for head, label in sorted(found.items())
        ),
        anchors=(("same_template", dawn), ("same_template", eva)),
        linked=(
            Linked(relation="same_template", anchor=dawn, other=eva),
            Linked(relation="same_template", anchor=eva, other=dawn),
        ),
    )


def test_every_wording_is_tagged_everywhere_and_the_longest_stays(tmp_path: Path) -> None:
    told = template(
        perp_ind_id=[fill("MASKED MEN", "MEN")],
        inc_instr_id=[fill("BOMB")],
        phys_tgt_id=[fill("A BRIDGE")],
    )
    other = template(inc_instr_id=[fill("CAR BOMB")])
    assert tags(one(tmp_path, told, other)) == [
        ("MASKED MEN", "perp-ind"),
        ("CAR BOMB", "instrument"),
        ("MEN", "perp-ind"),
        ("A BRIDGE", "phys-tgt"),
        ("BOMB", "instrument"),
    ]


def test_a_fill_that_stands_only_in_longer_ones_or_nowhere_is_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told = template(
        hum_tgt_name=[fill("EVA SOTO"), fill("EVA"), fill("IDA RUIZ")], phys_tgt_id=[fill("-")]
    )
    with caplog.at_level(logging.INFO):
        example = one(tmp_path, told)
    assert tags(example) == [("EVA SOTO", "hum-tgt")]
    assert "2 of 3 fills stand nowhere" in caplog.text
    assert example.linked == ()


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([{"names": ["LAGO ALTO"], "type": "CITY"}], ["LAGO ALTO", "LAGO ALTO"]),
        (
            [{"names": ["LAGO ALTO"], "type": "CITY"}, {"names": ["BRIDGE"], "type": "AREA"}],
            ["BRIDGE"],
        ),
        (
            [{"names": ["LAGO ALTO"], "type": "CITY"}, {"names": ["RIO BAJO"], "type": "TOWN"}],
            ["LAGO ALTO", "LAGO ALTO"],
        ),
        ([{"between": [{"names": ["DAWN"]}, {"names": ["BRIDGE"]}]}], ["DAWN", "BRIDGE"]),
        ([], []),
    ],
)
def test_a_place_is_the_smallest_that_the_text_names(
    tmp_path: Path, places: list[dict[str, Any]], found: list[str]
) -> None:
    example = one(tmp_path, template(inc_loc=[located(*places)]))
    assert tags(example) == [(name, "place") for name in found]


def test_the_first_occurrence_is_linked_to_all_of_its_template(tmp_path: Path) -> None:
    told = template(perp_ind_id=[fill("MEN")], inc_loc=[located({"names": ["LAGO ALTO"]})])
    example = one(tmp_path, told)
    assert [TEXT[slice(*anchor)] for _, anchor in example.anchors] == ["LAGO ALTO", "MEN"]
    assert example.anchors[0][1] == (3, 12)
    assert links(example) == [
        ("LAGO ALTO", "MEN"),
        ("LAGO ALTO", "MEN"),
        ("LAGO ALTO", "LAGO ALTO"),
        ("MEN", "LAGO ALTO"),
        ("MEN", "MEN"),
        ("MEN", "LAGO ALTO"),
    ]


def test_a_fill_of_two_templates_is_linked_to_both_which_are_not_linked(tmp_path: Path) -> None:
    first = template(perp_org_id=[fill("RED DAWN")], phys_tgt_id=[fill("BRIDGE")])
    second = template(perp_org_id=[fill("RED DAWN")], hum_tgt_desc=[fill("JUDGE")])
    assert links(one(tmp_path, first, second)) == [
        ("RED DAWN", "JUDGE"),
        ("RED DAWN", "BRIDGE"),
        ("JUDGE", "RED DAWN"),
        ("BRIDGE", "RED DAWN"),
    ]


def test_what_templates_disagree_on_is_not_sorted(tmp_path: Path) -> None:
    first, second = (
        template(
            perp_org_id=[fill("RED DAWN")],
            perp_org_conf=[fill(confidence, ref=["RED DAWN"])],
            inc_type=[fill(kind)],
            inc_stage=[fill("ATTEMPTED")],
            perp_inc_cat=category,
        )
        for confidence, kind, category in (
            ("POSSIBLE", "ARSON", []),
            ("ACQUITTED", "ATTACK", [fill("TERRORIST ACT")]),
        )
    )
    example = one(tmp_path, first, second)
    assert {(s.head, s.label) for s in example.sorted} == {
        ("muc_stage", "ATTEMPTED"),
        ("muc_category", "TERRORIST ACT"),
    }


def test_a_description_has_the_classes_of_the_name_it_refers_to(tmp_path: Path) -> None:
    told = template(
        hum_tgt_name=[fill("EVA SOTO")],
        hum_tgt_desc=[fill("JUDGE", ref=["EVA SOTO"]), fill("MEN")],
        hum_tgt_type=[
            fill("CIVILIAN", ref=["MEN"]),
            fill("LEGAL OR JUDICIAL", ref=["EVA SOTO"]),
        ],
        hum_tgt_effect=[fill("INJURY", ref=["EVA SOTO"])],
    )
    example = one(tmp_path, told)
    assert classes(example, "muc_person") == [
        ("MEN", "CIVILIAN"),
        ("JUDGE", "LEGAL OR JUDICIAL"),
        ("EVA\nSOTO", "LEGAL OR JUDICIAL"),
        ("MEN", "CIVILIAN"),
    ]
    assert classes(example, "muc_person_form") == [
        ("MEN", "description"),
        ("JUDGE", "description"),
        ("EVA\nSOTO", "name"),
        ("MEN", "description"),
    ]
    assert classes(example, "muc_person_effect") == [
        ("MEN", "UNSAID"),
        ("JUDGE", "INJURY"),
        ("EVA\nSOTO", "INJURY"),
        ("MEN", "UNSAID"),
    ]


def test_things_have_a_type_if_told_and_an_effect_always(tmp_path: Path) -> None:
    told = template(
        phys_tgt_id=[fill("BRIDGE"), fill("A CAR")],
        phys_tgt_type=[fill("TRANSPORTATION ROUTE", ref=["BRIDGE"]), fill("ENERGY", ref=["-"])],
        phys_tgt_effect=[fill("-", ref=["BRIDGE"]), fill("DESTROYED", ref=["A CAR"])],
    )
    example = one(tmp_path, told)
    assert classes(example, "muc_thing") == [("BRIDGE", "TRANSPORTATION ROUTE")]
    assert classes(example, "muc_thing_effect") == [("A CAR", "DESTROYED"), ("BRIDGE", "UNSAID")]


def test_a_class_goes_to_the_fill_whose_wordings_it_shares_most(tmp_path: Path) -> None:
    told = template(
        inc_instr_id=[fill("CAR BOMB", "BOMB HURT"), fill("BRIDGE", "BOMB HURT")],
        inc_instr_type=[
            fill("FIRE", ref=["BRIDGE", "BOMB HURT"]),
            fill("VEHICLE BOMB", "BOMB", ref=["CAR BOMB", "BOMB HURT"]),
        ],
    )
    example = one(tmp_path, told)
    assert classes(example, "muc_instrument") == [("CAR BOMB", "VEHICLE BOMB"), ("BRIDGE", "FIRE")]


def test_slots_that_do_not_apply_hold_nothing(tmp_path: Path) -> None:
    told = template(phys_tgt_id="*", phys_tgt_type="*", phys_tgt_effect="*", inc_instr_id="*")
    assert one(tmp_path, told) == one(tmp_path)


def test_a_class_that_is_no_label_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="muc_type has no label 'PICNIC'"):
        one(tmp_path, template(inc_type=[fill("PICNIC")]))


@pytest.mark.shared
@pytest.mark.parametrize(("part", "texts", "fills"), [("train", 1300, 7000), ("dev", 200, 1300)])
def test_the_corpus_reads_without_faults(shared: Path, part: str, texts: int, fills: int) -> None:
    examples = list(read(shared / "data" / "muc4" / f"{part}.jsonl"))
    assert [fault for example in examples for fault in faults(example)] == []
    assert len({example.id for example in examples}) == len(examples) == texts
    assert fills < sum(len(example.tagged) for example in examples) < fills * 1.1
    for example in examples:
        ends = [(tag.start, tag.end) for tag in example.tagged]
        assert all(one[1] <= two[0] for one, two in pairwise(ends))
