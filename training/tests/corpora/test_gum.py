import json
from pathlib import Path
from typing import Any

import pytest

from dateline_training.corpora.gum import is_name, read
from dateline_training.example import Example, Offsets, Tagged, faults

TEXT = "Ann Bo met the mayor of Orlo in the Sudian Hall. Mills closed. He is former chief Cy Dee."
SENTENCES = [[0, 48], [49, 62], [63, 89]]


def entity(start: int, end: int, kind: str, *, text: str, wiki: str | None) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end], "etype": kind, "wiki": wiki}


def one(
    folder: Path,
    *marks: tuple[int, int, str],
    text: str = TEXT,
    sentences: list[list[int]] = SENTENCES,
    wiki: dict[int, str] | None = None,
) -> Example:
    path = folder / "rows.jsonl"
    entities = [entity(s, e, kind, text=text, wiki=(wiki or {}).get(s)) for s, e, kind in marks]
    row = {"id": "g-1", "genre": "news", "text": text, "sentences": sentences, "quotes": []}
    path.write_text(json.dumps({**row, "entities": entities}) + "\n", "utf-8")
    (example,) = read(path)
    assert list(faults(example)) == []
    return example


def tags(example: Example) -> list[tuple[int, int, str]]:
    return [(tag.start, tag.end, tag.label) for tag in example.tagged]


def test_a_document(tmp_path: Path) -> None:
    example = one(
        tmp_path,
        (0, 6, "person"),
        (11, 28, "person"),
        (24, 28, "place"),
        (32, 47, "place"),
        (49, 54, "organization"),
        (63, 65, "person"),
        (69, 88, "person"),
        (55, 61, "event"),
        wiki={63: "Cy_Dee", 69: "Cy_Dee"},
    )
    known: tuple[Offsets, ...] = ((0, 49), (54, 82), (84, 85), (88, 89))
    assert example == Example(
        id="g-1",
        corpus="gum",
        text=TEXT,
        layers=frozenset({"entity"}),
        tagged=(
            Tagged(layer="entity", start=0, end=6, label="person"),
            Tagged(layer="entity", start=24, end=28, label="place"),
            Tagged(layer="entity", start=32, end=47, label="place"),
        ),
        known=known,
    )


def test_a_link_makes_a_capital_at_the_start_of_a_sentence_a_name(tmp_path: Path) -> None:
    example = one(tmp_path, (49, 54, "organization"), wiki={49: "Mills_plc"})
    assert (tags(example), example.known) == ([(49, 54, "organisation")], None)


def test_outermost_names_stay_without_their_possessive(tmp_path: Path) -> None:
    text = "In New Orlo’s port, Sid’s boat."
    marks = ((3, 13, "place"), (7, 11, "place"), (20, 25, "person"))
    example = one(tmp_path, *marks, text=text, sentences=[[0, 31]])
    assert tags(example) == [(3, 11, "place"), (20, 23, "person")]


def test_a_list_of_names_is_none_but_a_name_with_one_inside_is(tmp_path: Path) -> None:
    text = "in Orlo, Perin and Dol, and at Ard, Sudland"
    marks = [(3, 22), (3, 7), (9, 14), (19, 22), (31, 43), (36, 43)]
    example = one(tmp_path, *((s, e, "place") for s, e in marks), text=text, sentences=[[0, 43]])
    assert tags(example) == [
        (3, 7, "place"),
        (9, 14, "place"),
        (19, 22, "place"),
        (31, 43, "place"),
    ]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Orlo", True),
        ("the Bank of Orlo", True),
        ("The Orlo", True),
        ("Vincent van Dol", True),
        ("Terminal 2", True),
        ("US", True),
        ("U.S.", True),
        ("McOrlo's Kitchen", True),
        ("us", False),
        ("I", False),
        ("They", False),
        ("the city", False),
        ("The mayor", False),
        ("Every Orlo", False),
        ("Orlo mills", False),
        ("2 Orlo", False),
        ("Bank of", False),
        ("the", False),
        ("…", False),
    ],
)
def test_what_is_a_name(mention: str, name: bool) -> None:
    assert is_name(mention, begins_sentence=False, linked=False) is name
    assert is_name(mention, begins_sentence=False, linked=True) is name


@pytest.mark.parametrize(
    ("mention", "linked", "name"),
    [
        ("Mills", False, False),
        ("Mills", True, True),
        ("Orlo Mills", False, True),
        ("The Orlo", False, True),
        ("They", True, False),
    ],
)
def test_what_is_a_name_where_a_sentence_begins(mention: str, linked: bool, name: bool) -> None:
    assert is_name(mention, begins_sentence=True, linked=linked) is name


@pytest.mark.shared
@pytest.mark.parametrize(("part", "documents", "least"), [("train", 177, 4000), ("dev", 30, 500)])
def test_the_real_files(shared: Path, part: str, documents: int, least: int) -> None:
    found = list(read(shared / "data" / "gum" / f"{part}.jsonl"))
    assert [fault for example in found for fault in faults(example)] == []
    assert len({example.id for example in found}) == len(found) == documents
    assert least < sum(len(example.tagged) for example in found) < 1.4 * least
