import json
import logging
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ReportError
from dateline_training.corpora.rows import all_but, tagged
from dateline_training.corpora.wikievents import mentions, nearest, read, relation_of, trigger_label
from dateline_training.example import Example, Linked, Offsets, Tagged, faults

ROLES = frozenset({"attacker", "target", "weapon", "place", "victim"})
RAID = "Rebels shelled Orlo . A farmer died in Orlo ."


def event(
    kind: str, start: int, trigger: str, *arguments: tuple[str, str], entity: str | None = None
) -> dict[str, Any]:
    extra = {} if entity is None else {"entity": entity}
    args = [{"role": role, "text": text, **extra} for role, text in arguments]
    span = {"start": start, "end": start + len(trigger)}
    return {"type": kind, **span, "trigger": trigger, "args": args}


def one(folder: Path, text: str, *events: dict[str, Any], **extra: Any) -> Example:
    path = folder / "rows.jsonl"
    row = {"id": "w-1", "text": text, "events": list(events), **extra}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    (example,) = read(path)
    assert list(faults(example)) == []
    return example


def triggers(example: Example) -> list[tuple[int, int, str]]:
    return [(tag.start, tag.end, tag.label) for tag in example.tagged]


def links(example: Example) -> list[tuple[str, Offsets, Offsets]]:
    return [(link.relation, link.anchor, link.other) for link in example.linked]


def test_a_document_with_entities(tmp_path: Path) -> None:
    entities = [{"id": "T1", "start": 39, "end": 43, "text": "Orlo", "type": "GPE"}]
    example = one(
        tmp_path,
        RAID,
        event("Conflict.Attack.Unspecified", 7, "shelled", ("Attacker", "Rebels")),
        event("Life.Die.Unspecified", 31, "died", ("Place", "Orlo"), entity="T1"),
        event("Contact.Contact.Meet", 0, "Rebels", ("Participant", "farmer")),
        entities=entities,
    )
    assert example == Example(
        id="w-1",
        corpus="wikievents",
        text=RAID,
        layers=frozenset({"trigger"}),
        relations=ROLES,
        tagged=(
            Tagged(layer="trigger", start=7, end=14, label="attack"),
            Tagged(layer="trigger", start=31, end=35, label="die"),
        ),
        anchors=(
            ("attacker", (7, 14)),
            ("place", (7, 14)),
            ("target", (7, 14)),
            ("weapon", (7, 14)),
            ("attacker", (31, 35)),
            ("place", (31, 35)),
            ("victim", (31, 35)),
        ),
        linked=(
            Linked(relation="attacker", anchor=(7, 14), other=(0, 6)),
            Linked(relation="place", anchor=(31, 35), other=(39, 43)),
        ),
    )


def test_an_entity_beats_the_nearer_mention(tmp_path: Path) -> None:
    far = [{"id": "T1", "start": 15, "end": 19, "text": "Orlo", "type": "GPE"}]
    died = event("Life.Die", 31, "died", ("Place", "Orlo"), entity="T1")
    assert links(one(tmp_path, RAID, died, entities=far)) == [("place", (31, 35), (15, 19))]


def test_an_entity_that_disagrees_with_the_text_gives_way_to_the_nearest_mention(
    tmp_path: Path,
) -> None:
    wrong = [{"id": "T1", "start": 14, "end": 18, "text": "Orlo", "type": "GPE"}]
    died = event("Life.Die", 31, "died", ("Place", "Orlo"), entity="T1")
    assert links(one(tmp_path, RAID, died, entities=wrong)) == [("place", (31, 35), (39, 43))]


def test_a_trigger_that_disagrees_with_its_offsets_is_dropped_and_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        example = one(tmp_path, RAID, event("Life.Die", 30, "died"), entities=[])
    assert (example.tagged, example.anchors, example.known) == ((), (), None)
    assert caplog.messages == ["rows.jsonl: 1 spans dropped"]


def test_an_argument_nowhere_found_leaves_its_relation_unknown(tmp_path: Path) -> None:
    died = event("Life.Die", 31, "died", ("Victim", "farmer"), ("Killer", "gunman"))
    example = one(tmp_path, RAID, died, entities=[])
    assert example.anchors == (("place", (31, 35)), ("victim", (31, 35)))
    assert links(example) == [("victim", (31, 35), (24, 30))]


def test_an_argument_that_the_guidelines_do_not_ask_for_makes_an_anchor(tmp_path: Path) -> None:
    died = event("Life.Die", 31, "died", ("Instrument", "Orlo"))
    assert ("weapon", (31, 35)) in one(tmp_path, RAID, died, entities=[]).anchors


def test_of_overlapping_triggers_the_longest_is_tagged_and_both_are_anchors(tmp_path: Path) -> None:
    text = "A suicide bombing ."
    example = one(
        tmp_path,
        text,
        event("Conflict.Attack", 10, "bombing"),
        event("Conflict.Attack", 2, "suicide bombing"),
        entities=[],
    )
    assert triggers(example) == [(2, 17, "attack")]
    assert {anchor for _, anchor in example.anchors} == {(2, 17), (10, 17)}


TWO = "Ann was shot . Later Bob was shot . Nobody was shot ."


def test_train_a_trigger_that_stands_once_is_found_whatever_its_offsets(tmp_path: Path) -> None:
    text = "The bombings and a bombing ."
    example = one(tmp_path, text, event("Conflict.Attack", 4, "bombing"))
    assert triggers(example) == [(19, 26, "attack")]
    assert example.known is None


def test_train_a_repeated_trigger_stands_in_the_sentence_with_its_arguments(
    tmp_path: Path,
) -> None:
    shot = event("Life.Injure", 8, "shot", ("Victim", "Bob"))
    example = one(tmp_path, TWO, shot)
    assert triggers(example) == [(29, 33, "injure")]
    assert links(example) == [("victim", (29, 33), (21, 24))]
    assert example.known == ((0, 8), (12, 47), (51, 53))


def test_train_a_repeated_trigger_that_could_stand_anywhere_is_unknown(tmp_path: Path) -> None:
    example = one(tmp_path, TWO, event("Life.Injure", 8, "shot"))
    assert (example.tagged, example.anchors) == ((), ())
    assert example.known == ((0, 8), (12, 29), (33, 47), (51, 53))


def test_train_arguments_beside_two_places_decide_nothing(tmp_path: Path) -> None:
    shot = event("Life.Injure", 8, "shot", ("Victim", "was"))
    assert one(tmp_path, TWO, shot).tagged == ()


def test_train_as_many_events_as_places_are_all_triggers_but_no_anchors(tmp_path: Path) -> None:
    shot = event("Life.Injure", 8, "shot")
    example = one(tmp_path, TWO, shot, shot, shot)
    assert triggers(example) == [(8, 12, "injure"), (29, 33, "injure"), (47, 51, "injure")]
    assert (example.anchors, example.known) == ((), None)


def test_train_events_of_two_kinds_do_not_fill_their_places(tmp_path: Path) -> None:
    shots = [event(kind, 8, "shot") for kind in ("Life.Injure", "Life.Die", "Life.Die")]
    assert one(tmp_path, TWO, *shots).tagged == ()


def test_train_words_that_begin_like_a_trigger_cut_off_are_unknown(tmp_path: Path) -> None:
    example = one(tmp_path, "It went off .", event("Conflict.Attack", 3, "went of"))
    assert (example.tagged, example.known) == ((), ((0, 3), (11, 13)))


def test_the_nearest_mention_is_in_the_same_sentence() -> None:
    text = "Orlo . It hit a long way outside of Orlo ."
    assert nearest(text, "Orlo", (10, 13)) == (36, 40)
    assert nearest(text, "Orl", (10, 13)) is None


def test_mentions_are_whole_words_as_written() -> None:
    assert mentions("bomb bombs Bomb (bomb)", "bomb") == ((0, 4), (17, 21))


@pytest.mark.parametrize(
    ("event_type", "label"),
    [
        ("Conflict.Attack", "attack"),
        ("conflict.attack.stabbing", "attack"),
        ("Life.Die.Unspecified", "die"),
        ("life.injure.n/a", "injure"),
        ("Life.Infect", None),
        ("conflict.demonstrate.n/a", None),
        ("Conflict", None),
    ],
)
def test_trigger_labels(event_type: str, label: str | None) -> None:
    assert trigger_label(event_type) == label


@pytest.mark.parametrize(
    ("role", "relation"),
    [
        ("Attacker", "attacker"),
        ("Killer", "attacker"),
        ("injurer", "attacker"),
        ("Target", "target"),
        ("Victim", "victim"),
        ("Instrument", "weapon"),
        ("ExplosiveDevice", "weapon"),
        ("Place", "place"),
        ("BodyPart", None),
    ],
)
def test_relations_of_roles(role: str, relation: str | None) -> None:
    assert relation_of(role) == relation


def test_the_longest_of_overlapping_spans_stays_and_of_equals_the_first() -> None:
    spans = [(4, 9, "a"), (0, 5, "b"), (8, 14, "c"), (8, 14, "d"), (20, 21, "e"), (5, 5, "f")]
    tags, dropped = tagged("abcdefghijklmnop", "layer", spans)
    assert tags == (
        Tagged(layer="layer", start=0, end=5, label="b"),
        Tagged(layer="layer", start=8, end=14, label="c"),
    )
    assert dropped == 4


def test_a_span_given_twice_is_no_loss_and_loses_its_blanks() -> None:
    tags, dropped = tagged("a bc d", "layer", [(1, 5, "x"), (1, 5, "x")])
    assert (tags, dropped) == ((Tagged(layer="layer", start=2, end=4, label="x"),), 0)


@pytest.mark.law
@given(
    st.text("ab ", max_size=30),
    st.lists(st.tuples(st.integers(0, 32), st.integers(0, 32), st.sampled_from("xy")), max_size=9),
)
def test_law_tags_are_sound_apart_and_in_order(
    text: str, spans: list[tuple[int, int, str]]
) -> None:
    tags, dropped = tagged(text, "layer", spans)
    example = Example(id="1", corpus="c", text=text, layers=frozenset({"layer"}), tagged=tags)
    assert list(faults(example)) == []
    assert all(left.end <= right.start for left, right in pairwise(tags))
    assert len(tags) + dropped == len(set(spans))


@pytest.mark.law
@given(
    st.integers(0, 20).flatmap(
        lambda size: st.tuples(
            st.just("x" * size),
            st.lists(st.tuples(st.integers(0, size), st.integers(0, size)).map(sorted), max_size=5),
        )
    )
)
def test_law_what_is_known_and_the_holes_make_up_the_text(
    given_: tuple[str, list[list[int]]],
) -> None:
    text, pairs = given_
    holes = [(start, end) for start, end in pairs]
    known = all_but(text, holes)
    stretches = ((0, len(text)),) if known is None else known
    inside = [at for start, end in stretches for at in range(start, end)]
    unknown = {at for start, end in holes for at in range(start, end)}
    assert inside == [at for at in range(len(text)) if at not in unknown]


def test_no_holes_are_none() -> None:
    assert all_but("abc", []) is None
    assert all_but("abc", [(0, 3)]) == ()


def test_a_line_that_is_no_object_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n[]\n", "utf-8")
    with pytest.raises(ReportError, match="no JSON object"):
        list(read(path))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("part", "documents", "least"), [("train", 206, 1200), ("dev", 20, 170), ("test", 20, 200)]
)
def test_the_real_files(shared: Path, part: str, documents: int, least: int) -> None:
    found = list(read(shared / "data" / "wikievents" / f"{part}.jsonl"))
    assert [fault for example in found for fault in faults(example)] == []
    assert len({example.id for example in found}) == len(found) == documents
    assert sum(len(example.tagged) for example in found) > least
    assert sum(len(example.linked) for example in found) > least


@pytest.mark.shared
def test_where_offsets_hold_finding_places_anew_finds_the_same(
    shared: Path, tmp_path: Path
) -> None:
    total = placed = 0
    for part in ("dev", "test"):
        source = shared / "data" / "wikievents" / f"{part}.jsonl"
        rows = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
        path = tmp_path / f"{part}.jsonl"
        path.write_text(
            "".join(
                json.dumps({k: v for k, v in r.items() if k != "entities"}) + "\n" for r in rows
            ),
            "utf-8",
        )
        for told, guessed in zip(read(source), read(path), strict=True):
            true = {(tag.start, tag.end, tag.label) for tag in told.tagged}
            assert set(triggers(guessed)) <= true
            total += len(true)
            placed += len(guessed.tagged)
    assert placed > 0.8 * total
