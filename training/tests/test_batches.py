import random
from collections import Counter

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline_training.batches import CLS, PAD, SEP, batches, collate, epoch, packed
from dateline_training.example import Example
from dateline_training.labels import LAYERS
from dateline_training.windows import UNKNOWN, Labelled, Window, lay


def window(
    *lengths: int,
    corpus: str = "c",
    tag: int = UNKNOWN,
    links: tuple[tuple[int, int, np.ndarray], ...] = (),
    spans: tuple[tuple[int, int, int, int], ...] = (),
    label: int = UNKNOWN,
) -> Window:
    """A window of words of so many pieces, whose ids count from 7."""
    first = np.cumsum([0, *lengths[:-1]])
    tags = np.full((len(LAYERS), len(lengths)), tag)
    return Window(corpus, np.arange(7, 7 + sum(lengths)), first, tags, spans, links, label)


def texts(tokenizer: Tokenizer, *bodies: str) -> list[Labelled]:
    return [lay(Example(id=body, corpus="c", text=body), tokenizer, ()) for body in bodies]


def test_the_pieces_stand_between_the_models_own_in_its_vocabulary(tokenizer: Tokenizer) -> None:
    assert [tokenizer.token_to_id(n) for n in ("[CLS]", "[SEP]", "[PAD]")] == [CLS, SEP, PAD]
    batch = collate([window(2, 1, corpus="a"), window(1, corpus="b")])
    assert batch.ids.tolist() == [[101, 7, 8, 9, 102], [101, 7, 102, 0, 0]]
    assert batch.mask.tolist() == [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]]
    assert batch.first.tolist() == [[1, 3], [1, 0]]
    assert (batch.corpora, batch.counts) == (("a", "b"), (2, 1))


def test_past_a_windows_end_nothing_is_said() -> None:
    yes = np.array([1.0, 0.0], np.float32)
    group = [
        window(1, tag=3, spans=((4, 0, 1, 2),), label=6),
        window(1, 1, 1, tag=0),
        window(1, 2, tag=1, links=((5, 1, yes), (0, 0, 1 - yes)), spans=((1, 0, 2, 0),)),
    ]
    batch = collate(group)
    assert batch.tags.shape == (len(LAYERS), 3, 3)
    for layer in batch.tags.tolist():
        assert layer == [[3, UNKNOWN, UNKNOWN], [0, 0, 0], [1, 1, UNKNOWN]]
    assert batch.sorted.tolist() == [[0, 4, 0, 1, 2], [2, 1, 0, 2, 0]]
    assert batch.anchors.tolist() == [[2, 5, 1], [2, 0, 0]]
    assert batch.partners.tolist() == [[1, 0, UNKNOWN], [0, 1, UNKNOWN]]
    assert batch.labels.tolist() == [6, UNKNOWN, UNKNOWN]


def test_without_spans_and_anchors_the_shapes_stay() -> None:
    (batch,) = batches([[window(1, 1)]])
    assert (batch.sorted.shape, batch.anchors.shape, batch.partners.shape) == (
        (0, 5),
        (0, 3),
        (0, 2),
    )
    assert batch.sorted.dtype == batch.anchors.dtype == torch.long


@pytest.mark.law
@given(
    lengths=st.lists(st.integers(1, 30)),
    budget=st.integers(1, 100),
    seed=st.none() | st.integers(0, 99),
)
def test_groups_hold_every_window_once_and_stay_within_the_budget(
    lengths: list[int], budget: int, seed: int | None
) -> None:
    every = [window(length) for length in lengths]
    groups = packed(every, budget, None if seed is None else random.Random(seed))
    assert Counter(id(w) for group in groups for w in group) == Counter(map(id, every))
    for group in groups:
        assert group
        assert len(group) == 1 or collate(group).ids.numel() <= budget


def test_windows_of_like_length_are_together() -> None:
    groups = packed([window(n) for n in (8, 1, 3, 2, 8)], 20)
    assert [[len(w.ids) for w in group] for group in groups] == [[1, 2, 3], [8, 8]]


def test_a_share_of_a_corpus_is_passed_over(tokenizer: Tokenizer) -> None:
    given_texts = {
        "some": texts(tokenizer, *"abcd"),
        "twice": texts(tokenizer, *"mn"),
        "never": texts(tokenizer, "z"),
    }
    shares = {"some": 0.5, "twice": 2.5, "never": 0.0}
    groups = epoch(given_texts, shares, longest=10, budget=12, seed=3)
    ids = Counter(tokenizer.id_to_token(int(w.ids[0])) for group in groups for w in group)
    assert sum(ids[name] for name in "abcd") == 2
    assert max(ids[name] for name in "abcd") == 1
    assert sorted((ids["m"], ids["n"])) == [2, 3]
    assert ids["z"] == 0


def test_the_seed_decides_on_order_and_cuts(tokenizer: Tokenizer) -> None:
    given_texts = {"one": texts(tokenizer, "a b c d e f g h i j k", "l m n", "o p", "q")}

    def order(seed: int) -> list[list[list[int]]]:
        groups = epoch(given_texts, {"one": 1.0}, longest=6, budget=8, seed=seed)
        return [[w.ids.tolist() for w in group] for group in groups]

    assert order(4) == order(4)
    assert order(4) != order(5)
    assert {len(w) for seed in range(20) for group in order(seed) for w in group} >= {2, 4, 5, 6}
