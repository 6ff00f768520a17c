import json
from pathlib import Path
from typing import Any

import pytest

from dateline_training.corpora.ecbplus import read
from dateline_training.example import Example, Linked, faults

TEXT = "A mill burned . They set it on fire , the blaze grew . Firemen saw the fire ."
SENTENCES = [[0, 15], [16, 54], [55, 77]]


def mention(
    *spans: tuple[int, int], chain: str, sent: int = 1, kind: str = "ACTION_OCCURRENCE"
) -> dict[str, Any]:
    return {
        "spans": [list(span) for span in spans],
        "text": " ".join(TEXT[start:end] for start, end in spans),
        "type": kind,
        "is_event": "ACTION" in kind,
        "chain": chain,
        "desc": None,
        "sent": sent,
        "validated": sent < 2,
    }


def found(folder: Path, *mentions: dict[str, Any]) -> list[Example]:
    path = folder / "rows.jsonl"
    row = {"id": "c-1", "topic": 1, "subtopic": "1", "text": TEXT, "sentences": SENTENCES}
    row |= {"validated_sents": [1, 0], "mentions": list(mentions)}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return list(read(path))


def test_mentions_of_an_event_are_linked_both_ways_from_checked_sentences(tmp_path: Path) -> None:
    mentions = (
        mention((42, 47), chain="fire"),
        mention((7, 13), chain="fire", sent=0),
        mention((71, 75), chain="fire", sent=2),
        mention((48, 52), chain="growth"),
        mention((63, 66), chain="sight", sent=2),
    )
    (example,) = found(tmp_path, *mentions)
    links = [
        ((7, 13), (42, 47)),
        ((7, 13), (71, 75)),
        ((42, 47), (7, 13)),
        ((42, 47), (71, 75)),
    ]
    assert list(faults(example)) == []
    assert example == Example(
        id="c-1",
        corpus="ecbplus",
        text=TEXT,
        relations=frozenset({"same_event"}),
        anchors=tuple(("same_event", span) for span in [(7, 13), (42, 47), (48, 52)]),
        linked=tuple(Linked(relation="same_event", anchor=a, other=b) for a, b in links),
        known=((0, 15), (16, 54)),
    )


def test_of_a_mention_in_pieces_the_first_counts(tmp_path: Path) -> None:
    split = mention((21, 24), (28, 35), chain="fire")
    (example,) = found(tmp_path, split, mention((42, 47), chain="fire"))
    assert example.anchors == (("same_event", (21, 24)), ("same_event", (42, 47)))


@pytest.mark.parametrize("kind", ["NEG_ACTION_OCCURRENCE", "LOC_FAC"])
def test_negated_events_and_things_are_no_mentions(tmp_path: Path, kind: str) -> None:
    other = mention((7, 13), chain="fire", sent=0, kind=kind)
    assert found(tmp_path, mention((42, 47), chain="fire"), other) == []


def test_documents_without_a_pair_in_a_checked_sentence_are_passed_over(tmp_path: Path) -> None:
    unchecked = mention((71, 75), chain="fire", sent=2), mention((63, 66), chain="fire", sent=2)
    assert found(tmp_path, mention((42, 47), chain="blaze"), *unchecked) == []


@pytest.mark.shared
@pytest.mark.parametrize(("part", "documents", "least"), [("train", 575, 2000), ("dev", 197, 800)])
def test_the_real_files(shared: Path, part: str, documents: int, least: int) -> None:
    examples = list(read(shared / "data" / "ecbplus" / f"{part}.jsonl"))
    assert [fault for example in examples for fault in faults(example)] == []
    assert documents / 2 < len({example.id for example in examples}) == len(examples) < documents
    assert sum(len(example.linked) for example in examples) > least
