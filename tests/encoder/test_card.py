import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.encoder import card
from dateline.encoder.card import Card, card_of, shipped_card, shipped_file
from dateline.errors import ResourceError
from dateline.lexicon.sub_event_types import sub_event_types
from dateline.model.vocab import Effect, EventType, Polarity, SourceKind, Stage, Stance

RAW: dict[str, Any] = {
    "name": "toy",
    "sha256": "ab12",
    "terms": "told to people, and nothing to the decoder",
    "labels": {
        "layers": {"cue": ["cue"], "role": ["attacker", "target"]},
        "heads": {"stage": ["accomplished", "attempted"]},
        "relations": ["source", "content"],
        "kinds": ["Attack", "Other"],
    },
    "width": 4,
    "reach": [1, 3],
    "distance": [[0.5, 0.25, 0, 0.25, 0.5], [1, 2, 3, 4, 5]],
    "longest": 20,
    "temperatures": {"cue": 1.5, "source>": 2.0},
    "thresholds": {"cue": 0.4},
}
WRONG: tuple[object, ...] = ([], {**RAW, "labels": None}, {**RAW, "reach": 5})
REMEDY = "reinstall dateline, or read with --reader rules"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder where the weights ought to be."""
    monkeypatch.setattr(card, "_HOME", tmp_path)
    shipped_card.cache_clear()
    yield tmp_path
    shipped_card.cache_clear()


def test_a_card_holds_what_a_decoder_needs_and_nothing_else() -> None:
    assert card_of(RAW) == Card(
        name="toy",
        sha256="ab12",
        layers={"cue": ("cue",), "role": ("attacker", "target")},
        heads={"stage": ("accomplished", "attempted")},
        relations=("source", "content"),
        kinds=("Attack", "Other"),
        width=4,
        reach=(1, 3),
        distance=((0.5, 0.25, 0, 0.25, 0.5), (1, 2, 3, 4, 5)),
        longest=20,
        temperatures={"cue": 1.5, "source>": 2.0},
        thresholds={"cue": 0.4},
    )


@pytest.mark.parametrize("name", sorted(set(RAW) - {"terms"}))
def test_a_card_that_lacks_a_part_is_no_card(name: str) -> None:
    with pytest.raises(KeyError, match=name):
        card_of({k: v for k, v in RAW.items() if k != name})


def test_the_order_of_labels_is_that_of_the_columns(home: Path) -> None:
    (home / "card.json").write_text(json.dumps(RAW), "utf-8")
    found = shipped_card()
    assert list(found.layers) == ["cue", "role"]
    assert found.layers["role"] == ("attacker", "target")
    assert shipped_card() is found


def test_a_missing_card_says_what_to_do(home: Path) -> None:
    assert not list(home.iterdir())
    with pytest.raises(
        ResourceError, match=r"model card of the learned reader is missing or broken"
    ) as error:
        shipped_card()
    assert str(error.value).endswith(REMEDY)


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"{}",
        json.dumps({**RAW, "labels": {}}).encode(),
        json.dumps({k: v for k, v in RAW.items() if k != "longest"}).encode(),
        *(json.dumps(wrong).encode() for wrong in WRONG),
    ],
)
def test_a_broken_card_says_what_to_do(home: Path, written: bytes) -> None:
    (home / "card.json").write_bytes(written)
    with pytest.raises(ResourceError, match=REMEDY):
        shipped_card()


def test_a_file_beside_the_card_is_given_whole(home: Path) -> None:
    (home / "some.bin").write_bytes(b"\x00\r\n\xff")
    assert shipped_file("some.bin") == b"\x00\r\n\xff"


def test_a_missing_file_is_named(home: Path) -> None:
    (home / "reader.onnx").mkdir()  # no file either
    for name in ("reader.onnx", "tokenizer.json"):
        with pytest.raises(ResourceError, match=rf"^{name} of the learned reader") as error:
            shipped_file(name)
        assert str(error.value).endswith(REMEDY)


def test_the_shipped_card_speaks_for_every_bucket_of_every_relation() -> None:
    found = shipped_card()
    assert list(found.reach) == sorted(set(found.reach))
    assert found.reach[0] > 0
    assert len(found.distance) == len(found.relations)
    assert {len(row) for row in found.distance} == {2 * len(found.reach) + 1}


def test_the_shipped_card_calibrates_only_what_it_has() -> None:
    found = shipped_card()
    related = {f"{relation}>" for relation in found.relations}
    assert set(found.temperatures) <= {*found.layers, *found.heads, *related, "kinds"}
    assert set(found.thresholds) <= {*found.layers, *related}
    assert all(value > 0 for value in found.temperatures.values())
    assert all(0 < value < 1 for value in found.thresholds.values())


def test_the_shipped_labels_are_words_of_the_record() -> None:
    found = shipped_card()
    for head, kind in (
        ("event_type", EventType),
        ("stage", Stage),
        ("stance", Stance),
        ("effect", Effect),
    ):
        assert set(found.heads[head]) == {member.value for member in kind}
    assert set(found.heads["source_kind"]) <= {kind.value for kind in SourceKind}
    assert set(found.layers["position"]) == {p.value for p in Polarity}
    assert {"generic", "hedged"} <= {*found.heads["specific"], *found.heads["hedged"]}
    assert "attack" in found.layers["trigger"]
    assert {"killed", "injured", "effect"} <= set(found.layers["figure"])
    assert set(found.kinds) == set(sub_event_types())
