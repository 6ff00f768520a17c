import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from dateline_training import train
from dateline_training.batches import Batch, collate
from dateline_training.config import Config, CorpusUse
from dateline_training.example import Example, Linked, Sorted, Tagged
from dateline_training.labels import SNIPPET_TYPES
from dateline_training.losses import Weights
from dateline_training.measure import measure
from dateline_training.model import Reader, tiny
from dateline_training.train import learn, log_entries, optimizer, rate_at, rounds
from dateline_training.windows import Labelled, lay

CONFIG = Config(
    package="",
    sha256="",
    corpora=(CorpusUse(name="invented", train=()),),
    watch=("invented/trigger/span",),
    rounds=1,
    longest=40,
    budget=120,
    rate=3e-3,
    head_rate=1e-2,
    half=False,
    every=4,
    patience=99,
)


def text(chance: random.Random, number: int) -> Example:
    """Who shelled what: before the trigger the attacker, behind it the target; the attacker tells the text's class."""
    who, what = chance.choice(["rebels", "police"]), chance.choice(["mill", "oram"])
    words = [*chance.choices(["the", "he", "said"], k=chance.randint(0, 3)), who, "shelled", what]
    words += chance.choices(["the", "he", "said"], k=chance.randint(0, 3))
    body = " ".join(words)
    trigger, attacker, target = (
        (body.index(word), body.index(word) + len(word)) for word in ("shelled", who, what)
    )
    relations = ("attacker", "target")
    return Example(
        id=str(number),
        corpus="invented",
        text=body,
        layers=frozenset({"trigger"}),
        relations=frozenset(relations),
        tagged=(Tagged(layer="trigger", start=trigger[0], end=trigger[1], label="attack"),),
        sorted=(Sorted(head="specific", start=trigger[0], end=trigger[1], label="generic"),),
        anchors=tuple((relation, trigger) for relation in relations),
        linked=(
            Linked(relation="attacker", anchor=trigger, other=attacker),
            Linked(relation="target", anchor=trigger, other=target),
        ),
        label=SNIPPET_TYPES[who == "police"],
    )


def texts(tokenizer: Tokenizer, count: int, seed: int) -> dict[str, list[Labelled]]:
    chance = random.Random(seed)
    return {"invented": [lay(text(chance, n), tokenizer, SNIPPET_TYPES) for n in range(count)]}


def fresh(seed: int = 1) -> Reader:
    train.seed_everything(seed)
    return tiny()


def logged(out: Path) -> list[dict[str, Any]]:
    return [dict(entry) for entry in log_entries(out)]


def same(one: Reader, other: Reader) -> bool:
    pairs = zip(one.state_dict().values(), other.state_dict().values(), strict=True)
    return all(torch.equal(a, b) for a, b in pairs)


def test_the_rate_rises_and_falls_in_a_line() -> None:
    rates = [rate_at(step, 20, 0.25) for step in range(21)]
    assert rates[:5] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert rates[5:] == pytest.approx([(20 - step) / 15 for step in range(5, 21)])
    assert (rates[5], rates[20]) == (1.0, 0.0)


def test_the_rate_without_a_rise_and_past_the_end() -> None:
    assert rate_at(0, 10, 0.0) == 1.0
    assert rate_at(1, 10, 0.0) == 1.0
    assert rate_at(9, 10, 0.0) == pytest.approx(1 / 9)
    assert rate_at(11, 10, 0.0) == 0.0
    assert rate_at(0, 1, 1.0) == 1.0


def test_chance_is_seeded_everywhere() -> None:
    def drawn() -> tuple[float, float, float]:
        train.seed_everything(4)
        return random.random(), float(np.random.rand()), torch.rand(1).item()

    assert drawn() == drawn()


def test_the_encoder_and_the_rest_have_rates_of_their_own_and_biases_do_not_decay() -> None:
    reader = fresh()
    found = optimizer(reader, replace(CONFIG, rate=0.1, head_rate=0.2, decay=0.3))
    rates = {
        id(p): (group["lr"], group["weight_decay"])
        for group in found.param_groups
        for p in group["params"]
    }
    assert sum(len(group["params"]) for group in found.param_groups) == len(rates)
    assert len(rates) == len(list(reader.parameters()))
    for parameter, expected in (
        (reader.encoder.embeddings.word_embeddings.weight, (0.1, 0.3)),
        (reader.encoder.embeddings.LayerNorm.weight, (0.1, 0.0)),
        (reader.tags.weight, (0.2, 0.3)),
        (reader.tags.bias, (0.2, 0.0)),
        (reader.distance, (0.2, 0.3)),
    ):
        assert rates[id(parameter)] == expected


@pytest.mark.parametrize(
    ("number", "groups"), [(1, 4), (2, 8), (2.5, 10), (0.25, 1), (0.1, 1), (1.75, 7)]
)
def test_rounds_may_be_parts_of_one(tokenizer: Tokenizer, number: float, groups: int) -> None:
    given = texts(tokenizer, 4, 0)
    config = replace(CONFIG, rounds=number, budget=1)  # every window alone
    found = rounds(given, config, 1)
    assert len(found) == groups
    whole = sorted(t.pieces.ids.tolist() for t in given["invented"])
    for start in range(0, groups - 3, 4):
        assert sorted(w.ids.tolist() for g in found[start : start + 4] for w in g) == whole


def test_rounds_differ_in_order(tokenizer: Tokenizer) -> None:
    found = rounds(texts(tokenizer, 12, 0), replace(CONFIG, rounds=2, budget=1), 1)
    first, second = ([g[0].ids.tolist() for g in part] for part in (found[:12], found[12:]))
    assert first != second


def test_a_step_tells_what_each_part_cost_and_follows_the_slope(tokenizer: Tokenizer) -> None:
    reader = fresh().eval()
    (group,) = rounds(texts(tokenizer, 3, 0), replace(CONFIG, budget=999), 1)
    batch = collate(group)
    optimiser = optimizer(reader, CONFIG)
    before = train.step(reader, batch, optimiser, CONFIG)
    after = train.step(reader, batch, optimiser, CONFIG)
    assert set(before) == {"trigger", "classes", "relations", "types"}
    assert sum(after.values()) < sum(before.values())
    doubled = replace(CONFIG, weights=Weights(types=20.0))
    again = train.step(fresh().eval(), batch, optimiser, doubled)
    assert again["types"] == pytest.approx(2 * before["types"])
    assert again["trigger"] == pytest.approx(before["trigger"])


def test_a_trivial_pattern_is_learned(tokenizer: Tokenizer, tmp_path: Path) -> None:
    watch = tuple(
        f"invented/{name}"
        for name in ("trigger/span", "attacker/words", "target/words", "types/class")
    )
    config = replace(CONFIG, rounds=12, every=30, watch=watch, weights=Weights(relations=1.0))
    reader = fresh()
    best = learn(reader, texts(tokenizer, 80, 0), texts(tokenizer, 30, 9), config, tmp_path)
    head, *measured = logged(tmp_path)
    assert (head["from"], head["config"]["seed"]) == (0, 1)
    assert [e["step"] for e in measured if "dev" in e] == [
        *range(30, head["steps"], 30),
        head["steps"],
    ]
    first, last = measured[0], measured[-1]
    assert set(last["cost"]) == {"trigger", "classes", "relations", "types"}
    assert all(last["cost"][name] < cost / 2 for name, cost in first["cost"].items())
    assert first["pieces_a_second"] > 0
    assert last["score"] >= 0.95
    assert last["dev"]["invented/specific/class"] == 1.0
    assert best == tmp_path / "best.pt"
    scores = [e["score"] for e in measured if "dev" in e]
    kept = fresh(2)
    kept.load_state_dict(torch.load(best, weights_only=True))
    found = measure(kept, texts(tokenizer, 30, 9), longest=40, budget=120, half=False).f1s()
    assert sum(found[name] for name in watch) / 4 == pytest.approx(max(scores), abs=1e-4)


def test_with_another_precision_a_run_goes_through(tokenizer: Tokenizer, tmp_path: Path) -> None:
    config = replace(CONFIG, half=True, rounds=0.2)
    learn(fresh(), texts(tokenizer, 20, 0), texts(tokenizer, 4, 9), config, tmp_path)
    assert "invented/trigger/span" in logged(tmp_path)[-1]["dev"]


class _CutError(Exception):
    """The run was cut off."""


@pytest.mark.parametrize(
    ("sizes", "stop", "start"),
    [
        ({"every": 4}, 2, 0),  # before the first measuring
        ({"every": 4}, 4, 4),  # right after one
        ({"every": 4}, 9, 8),
        ({"every": 999, "budget": 1}, 104, 100),  # without any, all hundred steps
    ],
)
def test_an_interrupted_run_ends_as_one_that_ran_through(
    tokenizer: Tokenizer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sizes: dict[str, Any],
    stop: int,
    start: int,
) -> None:
    given, dev = texts(tokenizer, 60, 0), texts(tokenizer, 6, 9)
    config = replace(CONFIG, rounds=2, **sizes)
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir()
    parts.mkdir()
    through = fresh()
    learn(through, given, dev, config, whole)

    real, done = train.step, 0

    def step(reader: Reader, batch: Batch, *rest: Any) -> dict[str, float]:
        nonlocal done
        if done == stop:
            raise _CutError
        done += 1
        return real(reader, batch, *rest)

    monkeypatch.setattr(train, "step", step)
    with pytest.raises(_CutError):
        learn(fresh(), given, dev, config, parts)
    monkeypatch.undo()
    again = fresh()
    learn(again, given, dev, config, parts)
    assert same(through, again)
    assert not same(through, fresh())
    assert [e["from"] for e in logged(parts) if "from" in e] == [0, start]
    ends = [[e["dev"] for e in logged(run) if "dev" in e] for run in (whole, parts)]
    assert ends[0] == ends[1]
    kept = [torch.load(run / "best.pt", weights_only=True) for run in (whole, parts)]
    assert all(torch.equal(kept[0][name], kept[1][name]) for name in kept[0])


def test_weights_after_no_gain_are_not_kept(tokenizer: Tokenizer, tmp_path: Path) -> None:
    config = replace(CONFIG, rate=0.0, head_rate=0.0, every=2, patience=2, rounds=3)
    given, dev = texts(tokenizer, 60, 0), texts(tokenizer, 4, 9)
    learn(fresh(), given, dev, config, tmp_path)
    entries = logged(tmp_path)
    # the first measuring is a gain on nothing; the two after it are none
    assert [e["step"] for e in entries[1:]] == [2, 4, 6]
    assert entries[0]["steps"] > 6
    kept = fresh()
    kept.load_state_dict(torch.load(tmp_path / "best.pt", weights_only=True))
    assert same(kept, fresh())
    assert learn(fresh(), given, dev, config, tmp_path) == tmp_path / "best.pt"
    assert len(logged(tmp_path)) == len(entries)  # ended, not interrupted
    learn(fresh(), given, dev, replace(config, patience=3), tmp_path)
    assert [e["step"] for e in logged(tmp_path) if "step" in e] == [2, 4, 6, 8]
