from dataclasses import replace
from math import exp, log, sqrt

import numpy as np
import pytest
import torch
from torch.testing import assert_close

from dateline_training.batches import Batch, collate
from dateline_training.labels import HEADS, LAYERS, RELATIONS, SNIPPET_TYPES
from dateline_training.losses import (
    Weights,
    head_slices,
    layer_slices,
    loss,
    pair_scores,
    span_means,
)
from dateline_training.model import CLASSES, TAGS, WIDTH, Reader, Scores, tiny
from dateline_training.windows import UNKNOWN, Window

TRIGGER = list(LAYERS).index("trigger")
STAGE = list(HEADS).index("stage")
ATTACKER, PLACE = RELATIONS.index("attacker"), RELATIONS.index("place")


@pytest.fixture
def reader() -> Reader:
    torch.manual_seed(2)
    return tiny().eval()


def scores(windows: int, words: int) -> Scores:
    return Scores(
        torch.zeros(windows, words, TAGS),
        torch.zeros(windows, words, CLASSES),
        torch.zeros(windows, words, len(RELATIONS), WIDTH),
        torch.zeros(windows, words, len(RELATIONS), WIDTH),
        torch.zeros(windows, words, len(RELATIONS)),
        torch.zeros(windows, len(SNIPPET_TYPES)),
    )


def window(words: int, *, trigger: list[int] | None = None) -> Window:
    tags = np.full((len(LAYERS), words), UNKNOWN)
    if trigger is not None:
        tags[TRIGGER] = trigger
    return Window("c", np.arange(7, 7 + words), np.arange(words), tags, (), (), UNKNOWN)


def batch(*windows: Window) -> Batch:
    return collate(windows)


def test_columns_stand_one_after_the_other() -> None:
    layers, heads = layer_slices(), head_slices()
    assert (layers["source"], layers["content"], layers["trigger"]) == (
        slice(0, 3),
        slice(6, 9),
        slice(9, 16),
    )
    assert (list(layers), list(layers.values())[-1].stop) == (list(LAYERS), TAGS)
    assert heads["stage"] == slice(
        len(HEADS["event_type"]), len(HEADS["event_type"] + HEADS["stage"])
    )
    assert (list(heads), list(heads.values())[-1].stop) == (list(HEADS), CLASSES)


def test_nothing_labelled_costs_nothing(reader: Reader) -> None:
    assert loss(reader, scores(1, 2), batch(window(2)), Weights()) == {}


def test_tags_cost_cross_entropy_over_all_words_of_the_batch(reader: Reader) -> None:
    found = scores(2, 3)
    found.tags[0, 0, layer_slices()["trigger"].start + 3] = 2.0
    labelled = batch(window(3, trigger=[3, 0, UNKNOWN]), window(2))
    parts = loss(reader, found, labelled, Weights())
    # one of seven columns is raised: log(6 + e^2) - 2; the second word is told evenly; five words
    assert set(parts) == {"trigger"}
    assert float(parts["trigger"]) == pytest.approx((log(6 + exp(2)) - 2 + log(7)) / 5)


def test_classes_cost_cross_entropy_of_the_mean_over_their_span(reader: Reader) -> None:
    found = scores(1, 4)
    columns = head_slices()["stage"]
    found.classes[0, 1, columns.start] = 1.0
    found.classes[0, 2, columns.start] = 3.0
    found.classes[0, 3, columns.start] = 50.0  # outside the span
    labelled = batch(replace(window(4), sorted=((STAGE, 1, 3, 0), (STAGE, 0, 1, 1))))
    parts = loss(reader, found, labelled, Weights(classes=2.0))
    count = len(HEADS["stage"])
    cost = log(count - 1 + exp(2)) - 2 + log(count)
    assert set(parts) == {"classes"}
    assert float(parts["classes"]) == pytest.approx(2.0 * cost / 4)
    assert span_means(found, labelled.sorted)[:, columns.start].tolist() == [2.0, 0.0]


def test_relations_cost_binary_cross_entropy_of_every_word_of_the_window(reader: Reader) -> None:
    found = scores(2, 3)
    found.alone[0, 1, ATTACKER] = 1.5
    found.alone[0, 2, ATTACKER] = 9.0  # past the window's end
    yes = np.array([0.0, 1.0], np.float32)
    labelled = batch(replace(window(2), links=((ATTACKER, 0, yes),)), window(3))
    parts = loss(reader, found, labelled, Weights(relations=0.5))
    assert set(parts) == {"relations"}
    assert parts["relations"].item() == pytest.approx(0.5 * (log(2) + log(1 + exp(-1.5))) / 5)


def test_whole_texts_cost_smoothed_cross_entropy(reader: Reader) -> None:
    found = scores(2, 1)
    found.types[0, 4] = 3.0
    labelled = batch(replace(window(1), label=4), window(1))
    parts = loss(reader, found, labelled, Weights(types=4.0))
    count = len(SNIPPET_TYPES)
    total = log(count - 1 + exp(3))
    cost = 0.9 * (total - 3) + 0.1 * (total - 3 / count)  # a tenth is spread over all classes
    assert set(parts) == {"types"}
    assert float(parts["types"]) == pytest.approx(4.0 * cost / 2, rel=1e-5)


def test_layers_that_are_not_labelled_learn_nothing(reader: Reader) -> None:
    labelled = batch(window(3, trigger=[0, 1, 2]), window(2))
    parts = loss(reader, reader(labelled.ids, labelled.mask, labelled.first), labelled, Weights())
    torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
    gradient = reader.tags.weight.grad
    assert gradient is not None
    columns = layer_slices()["trigger"]
    assert bool((gradient[columns].abs().sum(1) > 0).all())
    rest = torch.ones(len(gradient), dtype=torch.bool)
    rest[columns] = False
    assert float(gradient[rest].abs().max()) == 0.0
    assert reader.pairs.weight.grad is reader.types.weight.grad is reader.distance.grad is None


def test_heads_and_relations_that_are_not_labelled_learn_nothing(reader: Reader) -> None:
    yes = np.array([1.0, 0.0, 0.0], np.float32)
    labelled = batch(
        replace(window(3), sorted=((STAGE, 0, 2, 1),), links=((ATTACKER, 1, yes),)), window(2)
    )
    parts = loss(reader, reader(labelled.ids, labelled.mask, labelled.first), labelled, Weights())
    torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
    tags, pairs, distance = (
        p.grad for p in (reader.tags.weight, reader.pairs.weight, reader.distance)
    )
    assert tags is not None
    assert pairs is not None
    assert distance is not None
    stage = head_slices()["stage"]
    touched = torch.nonzero(tags.abs().sum(1)).flatten().tolist()
    assert touched == list(range(TAGS + stage.start, TAGS + stage.stop))
    count = len(RELATIONS)
    blocks = [ATTACKER * WIDTH, (count + ATTACKER) * WIDTH]
    mine = {row for start in blocks for row in range(start, start + WIDTH)}
    mine.add(2 * count * WIDTH + ATTACKER)
    assert set(torch.nonzero(pairs.abs().sum(1)).flatten().tolist()) == mine
    # the anchor is the second of three words: one before, itself, one after
    assert torch.nonzero(distance).tolist() == [[ATTACKER, n] for n in (9, 10, 11)]


def test_pair_scores_by_hand(reader: Reader) -> None:
    found = scores(2, 3)
    found.anchors[1, 2, ATTACKER, :2] = torch.tensor([2.0, -1.0])
    found.anchors[1, 2, PLACE, 0] = 100.0
    found.others[1, :, ATTACKER, 0] = torch.tensor([3.0, 1.0, 0.5])
    found.others[1, :, ATTACKER, 1] = torch.tensor([1.0, 2.0, 0.0])
    found.alone[1, :, ATTACKER] = torch.tensor([0.25, 0.0, -4.0])
    found.alone[0, :, PLACE] = torch.tensor([7.0, 8.0, 9.0])
    with torch.no_grad():
        reader.distance[ATTACKER] = torch.arange(21.0) / 10
        reader.distance[PLACE, 10:13] = torch.tensor([-1.0, -2.0, -3.0])
    rows = pair_scores(reader, found, torch.tensor([[1, ATTACKER, 2], [0, PLACE, 0]]))
    root = sqrt(48)
    expected = [
        [5 / root + 0.25 + 0.8, 0 / root + 0.9, 1 / root - 4.0 + 1.0],  # buckets 8, 9, 10
        [7.0 - 1.0, 8.0 - 2.0, 9.0 - 3.0],  # buckets 10, 11, 12
    ]
    assert_close(rows, torch.tensor(expected))
