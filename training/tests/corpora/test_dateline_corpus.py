import json
import logging
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.lines import json_objects
from dateline_training.corpora.dateline_corpus import read
from dateline_training.example import Example, Linked, Sorted, Tagged, faults
from dateline_training.labels import HEADS, LAYERS, RELATIONS

TEXT = (
    "Rebels shelled Oram with rockets, killing four, the mayor said. "
    "The shelling hit a mill and farmers. He may deplore it. War is an attack on all."
)
FROM_TRIGGER = ("attacker", "target", "weapon", "place", "victim", "figure", "same_event")


def at(words: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words), **more}


def claim(words: str, field: str, value: Any, **more: Any) -> dict[str, Any]:
    held = {"stance": "asserted", "hedged": False, "attribution": None, "trigger": 0}
    return at(words, field=field, value=value) | held | more


def event(**more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        key: [] for key in ("places", "attackers", "targets", "weapons", "claims", "repeats")
    }
    told = {"type": "Attack", "stage": "attempted", "triggers": [at("shelled")]}
    return empty | told | more


def row(**more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        key: [] for key in ("events", "positions", "not_incidents", "sources", "attributions")
    }
    return {"id": "r-1", "text": TEXT} | empty | more


def one(folder: Path, **more: Any) -> Example:
    path = folder / "rows.jsonl"
    path.write_text(json.dumps(row(**more)) + "\n", "utf-8")
    (example,) = read(path)
    assert list(faults(example)) == []
    return example


def words(example: Example, layer: str) -> list[tuple[str, str]]:
    return [(TEXT[t.start : t.end], t.label) for t in example.tagged if t.layer == layer]


def classes(example: Example, head: str) -> dict[str, str]:
    return {TEXT[s.start : s.end]: s.label for s in example.sorted if s.head == head}


def links(example: Example, relation: str) -> set[tuple[str, str]]:
    return {
        (TEXT[slice(*link.anchor)], TEXT[slice(*link.other)])
        for link in example.linked
        if link.relation == relation
    }


def test_a_report_without_anything_is_complete_and_empty(tmp_path: Path) -> None:
    assert one(tmp_path) == Example(
        id="r-1",
        corpus="dateline",
        text=TEXT,
        layers=frozenset({"source", "cue", "content", "trigger", "role", "figure", "position"}),
        relations=frozenset({"source", "content", *FROM_TRIGGER}),
    )


def test_a_trigger_is_tagged_sorted_and_an_anchor_of_every_relation(tmp_path: Path) -> None:
    example = one(tmp_path, events=[event()])
    assert example.tagged == (Tagged(layer="trigger", start=7, end=14, label="attack"),)
    assert example.sorted == (
        Sorted(head="event_type", start=7, end=14, label="Attack"),
        Sorted(head="stage", start=7, end=14, label="attempted"),
        Sorted(head="specific", start=7, end=14, label="specific"),
    )
    assert example.anchors == tuple((relation, (7, 14)) for relation in FROM_TRIGGER)
    assert example.linked == ()


def test_an_argument_hangs_on_the_trigger_it_is_told_with(tmp_path: Path) -> None:
    told = event(
        triggers=[at("shelled"), at("shelling")],
        attackers=[at("Rebels", side="Rebels", trigger=0)],
        places=[at("Oram", trigger=0)],
        weapons=[at("rockets", type="artillery or rocket", trigger=0)],
        targets=[at("a mill", type="industry", trigger=1), at("farmers", type="people", trigger=1)],
    )
    example = one(tmp_path, events=[told])
    assert sorted(words(example, "role")) == [
        ("Oram", "place"),
        ("Rebels", "attacker"),
        ("a mill", "target"),
        ("farmers", "victim"),
        ("rockets", "weapon"),
    ]
    found = {relation: links(example, relation) for relation in FROM_TRIGGER}
    assert found == {
        "attacker": {("shelled", "Rebels")},
        "place": {("shelled", "Oram")},
        "weapon": {("shelled", "rockets")},
        "target": {("shelling", "a mill")},
        "victim": {("shelling", "farmers")},
        "figure": set(),
        "same_event": {("shelled", "shelling"), ("shelling", "shelled")},
    }
    assert classes(example, "target_type") == {"a mill": "industry", "farmers": "people"}
    assert classes(example, "weapon_type") == {"rockets": "artillery or rocket"}


def test_triggers_of_two_events_are_not_of_one(tmp_path: Path) -> None:
    other = event(triggers=[at("shelling")], type="Armed clash", stage="denied")
    example = one(tmp_path, events=[event(), other])
    assert links(example, "same_event") == set()
    assert classes(example, "event_type") == {"shelled": "Attack", "shelling": "Armed clash"}
    assert classes(example, "stage") == {"shelled": "attempted", "shelling": "denied"}


def test_what_is_no_incident_has_a_generic_trigger_with_no_partner(tmp_path: Path) -> None:
    nothing = at("War is an attack", trigger=at("attack"))
    bare = at("Rebels", trigger=None)
    example = one(tmp_path, events=[event()], not_incidents=[nothing, bare])
    assert words(example, "trigger") == [("shelled", "attack"), ("attack", "attack")]
    assert classes(example, "specific") == {"shelled": "specific", "attack": "generic"}
    assert classes(example, "event_type") == {"shelled": "Attack"}
    generic = (TEXT.index("attack"), TEXT.index("attack") + 6)
    assert {relation for relation, anchor in example.anchors if anchor == generic} == set(
        FROM_TRIGGER
    )
    assert example.linked == ()


def test_a_trigger_of_an_event_is_specific_whatever_else_it_is(tmp_path: Path) -> None:
    nothing = at("Rebels shelled", trigger=at("shelled"))
    example = one(tmp_path, events=[event()], not_incidents=[nothing, nothing])
    assert classes(example, "specific") == {"shelled": "specific"}
    assert len(example.anchors) == len(FROM_TRIGGER)


def test_figures_are_claims_and_what_repeats_them(tmp_path: Path) -> None:
    told = event(
        triggers=[at("shelled"), at("shelling")],
        claims=[
            claim("Rebels shelled Oram", "occurrence", True),
            claim("killing four", "injured", 4),
            claim("killing four", "killed", 4),
            claim("hit a mill", "effect", "damaged", trigger=1),
            claim("He may deplore it", "effect", None, stance="unknown"),
        ],
        repeats=[claim("a mill and farmers", "quantity", "2", trigger=1)],
    )
    example = one(tmp_path, events=[told])
    assert words(example, "figure") == [
        ("killing four", "killed"),
        ("a mill and farmers", "quantity"),
        ("He may deplore it", "effect"),
    ]
    assert links(example, "figure") == {
        ("shelled", "killing four"),
        ("shelling", "hit a mill"),
        ("shelled", "He may deplore it"),
        ("shelling", "a mill and farmers"),
    }
    assert classes(example, "effect") == {"hit a mill": "damaged"}


def test_spans_dropped_for_longer_ones_are_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    places = [at("Oram", trigger=0), at("Oram with", trigger=0), at("Oram", trigger=0)]
    with caplog.at_level(logging.INFO):
        example = one(tmp_path, events=[event(places=places)])
    assert words(example, "role") == [("Oram with", "place")]
    assert "1 spans dropped" in caplog.text


def test_positions_are_labelled_with_their_polarity(tmp_path: Path) -> None:
    example = one(tmp_path, positions=[at("deplore it", polarity="condemns")])
    assert words(example, "position") == [("deplore it", "condemns")]


def attributed(**more: Any) -> dict[str, Any]:
    told = {"speaker": "mayor", "source": at("the mayor"), "cue": [at("said")], "via": []}
    return told | {"content": [at("killing four")]} | more


def test_attributions_are_tagged_linked_and_their_sources_sorted(tmp_path: Path) -> None:
    left_out = attributed(speaker=None, source=None, cue=[at("He"), at("deplore")], content=[])
    outlet = attributed(speaker="paper", source=at("Rebels"), cue=[], content=[])
    sources = [{"speaker": "mayor", "kind": "named"}, {"speaker": "paper", "kind": "outlet"}]
    example = one(tmp_path, attributions=[attributed(), left_out, outlet], sources=sources)
    assert words(example, "source") == [("Rebels", "source"), ("the mayor", "source")]
    assert words(example, "cue") == [("said", "cue"), ("He", "cue"), ("deplore", "cue")]
    assert words(example, "content") == [("killing four", "content")]
    assert links(example, "source") == {("said", "the mayor")}
    assert links(example, "content") == {("said", "killing four")}
    assert {TEXT[slice(*anchor)] for _, anchor in example.anchors} == {"said", "He", "deplore"}
    assert classes(example, "source_kind") == {"the mayor": "named"}


def test_stance_is_of_a_claim_and_of_the_cue_that_holds_it(tmp_path: Path) -> None:
    told = event(
        claims=[
            claim("killing four", "killed", 4, attribution=0, stance="claimed"),
            claim("Rebels", "attacker", "Rebels", attribution=0, stance="alleged", hedged=True),
            claim("Oram", "occurrence", True, attribution=0, stance="alleged"),
            claim("hit a mill", "target", "industry", hedged=True),
        ],
    )
    example = one(tmp_path, events=[told], attributions=[attributed()])
    assert classes(example, "stance") == {
        "killing four": "claimed",
        "said": "alleged",
        "Rebels": "alleged",
        "Oram": "alleged",
        "hit a mill": "asserted",
    }
    assert classes(example, "hedged") == {
        "killing four": "plain",
        "said": "plain",
        "Rebels": "hedged",
        "Oram": "plain",
        "hit a mill": "hedged",
    }


def test_of_claims_that_disagree_equally_the_first_counts(tmp_path: Path) -> None:
    claims = [
        claim("Oram", "occurrence", True, attribution=0, stance=stance)
        for stance in ("denied", "confirmed")
    ]
    example = one(tmp_path, events=[event(claims=claims)], attributions=[attributed()])
    assert classes(example, "stance") == {"Oram": "denied", "said": "denied"}


def test_words_that_stand_nowhere_are_an_error(tmp_path: Path) -> None:
    lost = {"text": "x", "start": 900, "end": 901}
    with pytest.raises(ValueError, match="900-901"):
        one(tmp_path, events=[event(triggers=[lost])])


@pytest.mark.parametrize("split", ["train", "dev"])
def test_the_corpus_reads_without_faults_and_loses_no_trigger(project: Path, split: str) -> None:
    path = project / "corpus" / f"{split}.jsonl"
    rows = [row for _, row in json_objects(path)]
    examples = list(read(path))
    assert [fault for example in examples for fault in faults(example)] == []
    assert [example.id for example in examples] == [row["id"] for row in rows]
    for example, told in zip(examples, rows, strict=True):
        triggers = {(t["start"], t["end"]) for e in told["events"] for t in e["triggers"]}
        typed = {(s.start, s.end) for s in example.sorted if s.head == "event_type"}
        assert typed == triggers
        assert triggers <= {anchor for relation, anchor in example.anchors if relation == "figure"}
        assert {link.relation for link in example.linked} <= set(RELATIONS)
        assert all(tag.label in LAYERS[tag.layer] for tag in example.tagged)
        assert all(found.label in HEADS[found.head] for found in example.sorted)


def test_links_are_told_once(tmp_path: Path) -> None:
    twice = [at("Oram", trigger=0), at("Oram", trigger=0)]
    example = one(tmp_path, events=[event(places=twice)])
    assert example.linked == (Linked(relation="place", anchor=(7, 14), other=(15, 19)),)
