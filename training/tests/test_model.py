from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel

from dateline_training.labels import HEADS, LAYERS, RELATIONS, SNIPPET_TYPES
from dateline_training.model import BUCKETS, CLASSES, REACH, TAGS, WIDTH, buckets, start, tiny


@pytest.mark.parametrize(
    ("far", "bucket"),
    [
        (0, 10),
        (1, 11),
        (2, 12),
        (3, 13),
        (4, 13),
        (5, 14),
        (99, 19),
        (100, 20),
        (140, 20),
        (-1, 9),
        (-2, 8),
        (-4, 7),
        (-7, 6),
        (-100, 0),
        (-140, 0),
    ],
)
def test_distances_fall_into_buckets_to_either_side(far: int, bucket: int) -> None:
    assert REACH == (1, 2, 3, 5, 8, 12, 20, 35, 60, 100)
    found = buckets(150)
    assert found.shape == (150, 150)
    anchor = 3 if far > 0 else 145
    assert int(found[anchor, anchor + far]) == bucket


def test_every_bucket_is_met() -> None:
    assert set(buckets(150).flatten().tolist()) == set(range(BUCKETS))


def test_columns_are_counted_off_the_labels() -> None:
    assert sum(2 * len(labels) + 1 for labels in LAYERS.values()) == TAGS
    assert sum(map(len, HEADS.values())) == CLASSES


def test_scores_have_the_shapes_they_say_and_do_not_hang_on_padding() -> None:
    torch.manual_seed(5)
    reader = tiny().eval()
    ids = torch.tensor([[101, 7, 8, 9, 102, 0, 0], [101, 5, 6, 7, 8, 9, 102]])
    mask = (ids > 0).long()
    first = torch.tensor([[1, 3, 0], [1, 2, 4]])
    both = reader(ids, mask, first)
    shapes = (tuple(getattr(both, name).shape) for name in ("tags", "classes", "alone", "types"))
    assert list(shapes) == [
        (2, 3, TAGS),
        (2, 3, CLASSES),
        (2, 3, len(RELATIONS)),
        (2, len(SNIPPET_TYPES)),
    ]
    assert both.anchors.shape == both.others.shape == (2, 3, len(RELATIONS), WIDTH)
    alone = reader(ids[:1, :5], mask[:1, :5], first[:1, :2])
    for name in ("tags", "classes", "anchors", "others", "alone"):
        torch.testing.assert_close(getattr(alone, name), getattr(both, name)[:1, :2])
    torch.testing.assert_close(alone.types, both.types[:1])


def test_a_words_scores_are_those_of_its_first_piece() -> None:
    torch.manual_seed(5)
    reader = tiny().eval()
    ids = torch.tensor([[101, 7, 8, 9, 102]])
    one = reader(ids, torch.ones_like(ids), torch.tensor([[1, 2, 3]]))
    other = reader(ids, torch.ones_like(ids), torch.tensor([[3]]))
    torch.testing.assert_close(other.tags[0, 0], one.tags[0, 2])
    states = reader.encoder(input_ids=ids).last_hidden_state
    pairs = reader.pairs(states[0, 3])
    count = len(RELATIONS)
    torch.testing.assert_close(other.anchors[0, 0, 1], pairs[WIDTH : 2 * WIDTH])
    torch.testing.assert_close(
        other.others[0, 0, 1], pairs[(count + 1) * WIDTH : (count + 2) * WIDTH]
    )
    torch.testing.assert_close(other.alone[0, 0], pairs[2 * count * WIDTH :])
    torch.testing.assert_close(other.types[0], reader.types(states[0].mean(0)))


def test_a_reader_starts_from_weights_and_keeps_as_many_layers_as_told(tmp_path: Path) -> None:
    config = BertConfig(
        vocab_size=20,
        hidden_size=8,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=16,
    )
    torch.manual_seed(5)
    trained = BertModel(config)
    trained.save_pretrained(tmp_path)
    whole, part = start(tmp_path), start(tmp_path, layers=2)
    assert (len(whole.encoder.encoder.layer), len(part.encoder.encoder.layer)) == (3, 2)
    assert part.encoder.config.num_hidden_layers == 2
    ids = torch.tensor([[3, 4, 5]])
    trained.train(mode=False)
    states = trained(input_ids=ids, output_hidden_states=True).hidden_states
    for reader, depth in ((whole, 3), (part, 2)):
        torch.testing.assert_close(
            reader.eval().encoder(input_ids=ids).last_hidden_state, states[depth]
        )
        assert reader.encoder.pooler is None
        assert reader.encoder.config.attention_probs_dropout_prob == 0
