import json
import logging
from pathlib import Path
from typing import Any

import pytest

from dateline_training.corpora.polnear import read
from dateline_training.example import Example, Linked, Offsets, Tagged, faults

TEXT = 'Ann Bo, it is said, told us : "Cy thinks it rains."'


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def span(words: str) -> Offsets:
    start, end = at(words)
    return start, end


def row(*attributions: dict[str, Any], text: str = TEXT) -> dict[str, Any]:
    return {"id": "a-1", "text": text, "attributions": list(attributions)}


def marked(source: list[str], cue: list[str], content: list[str]) -> dict[str, Any]:
    return {
        "id": "E1",
        "source": [at(words) for words in source],
        "cue": [at(words) for words in cue],
        "content": [at(words) for words in content],
    }


def one(folder: Path, *attributions: dict[str, Any]) -> Example:
    path = folder / "rows.jsonl"
    path.write_text(json.dumps(row(*attributions)) + "\n\n", "utf-8")
    (example,) = read(path)
    return example


def test_nested_attributions_are_tagged_as_one_and_linked_each(tmp_path: Path) -> None:
    outer = marked(["Ann Bo"], ["told", ":"], ['"Cy thinks it rains."'])
    inner = marked(["Cy"], ["thinks"], ["it rains"])
    assert one(tmp_path, outer, inner) == Example(
        id="a-1",
        corpus="polnear",
        text=TEXT,
        layers=frozenset({"source", "cue", "content"}),
        relations=frozenset({"source", "content"}),
        tagged=(
            Tagged(layer="source", start=0, end=6, label="source"),
            Tagged(layer="source", start=31, end=33, label="source"),
            Tagged(layer="cue", start=20, end=24, label="cue"),
            Tagged(layer="cue", start=28, end=29, label="cue"),
            Tagged(layer="cue", start=34, end=40, label="cue"),
            Tagged(layer="content", start=30, end=51, label="content"),
        ),
        anchors=(
            ("source", (20, 24)),
            ("content", (20, 24)),
            ("source", (28, 29)),
            ("content", (28, 29)),
            ("source", (34, 40)),
            ("content", (34, 40)),
        ),
        linked=(
            Linked(relation="source", anchor=(20, 24), other=(0, 6)),
            Linked(relation="content", anchor=(20, 24), other=(30, 51)),
            Linked(relation="source", anchor=(28, 29), other=(0, 6)),
            Linked(relation="content", anchor=(28, 29), other=(30, 51)),
            Linked(relation="source", anchor=(34, 40), other=(31, 33)),
            Linked(relation="content", anchor=(34, 40), other=(41, 49)),
        ),
    )


def test_content_in_two_stretches_is_linked_twice(tmp_path: Path) -> None:
    example = one(tmp_path, marked([], ["told us"], ["Ann Bo", "Cy thinks"]))
    assert [link.other for link in example.linked] == [(0, 6), (31, 40)]
    assert {link.relation for link in example.linked} == {"content"}
    assert example.anchors == (("source", (20, 27)), ("content", (20, 27)))


def test_without_a_cue_there_is_no_anchor(tmp_path: Path) -> None:
    example = one(tmp_path, marked(["Ann Bo"], [], ["it is said"]))
    assert [(t.layer, t.start, t.end) for t in example.tagged] == [
        ("source", 0, 6),
        ("content", 8, 18),
    ]
    assert (example.anchors, example.linked) == ((), ())


def test_a_cue_of_two_attributions_is_one_anchor(tmp_path: Path) -> None:
    twice = [marked([who], ["told us"], ["Cy thinks"]) for who in ("Ann Bo", "it")]
    example = one(tmp_path, *twice)
    cue = span("told us")
    assert example.anchors == (("source", cue), ("content", cue))
    assert [(link.relation, link.other) for link in example.linked] == [
        ("source", (0, 6)),
        ("content", (31, 40)),
        ("source", (8, 10)),
    ]


def test_blank_ends_are_cut_and_what_is_blank_is_dropped_and_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    odd = {"id": "E1", "source": [[6, 8], [7, 8]], "cue": [[19, 25]], "content": []}
    with caplog.at_level(logging.INFO):
        example = one(tmp_path, odd)
    assert [(t.layer, t.start, t.end) for t in example.tagged] == [
        ("source", 6, 7),
        ("cue", 20, 24),
    ]
    assert "1 spans dropped" in caplog.text


@pytest.mark.shared
@pytest.mark.parametrize(("part", "texts", "cues"), [("train", 840, 19_000), ("dev", 84, 2_000)])
def test_the_corpus_reads_without_faults(shared: Path, part: str, texts: int, cues: int) -> None:
    examples = list(read(shared / "data" / "polnear" / f"{part}.jsonl"))
    assert [fault for example in examples for fault in faults(example)] == []
    assert len({example.id for example in examples}) == len(examples) == texts
    found = sum(tag.layer == "cue" for example in examples for tag in example.tagged)
    assert cues < found < cues * 1.1
