import hashlib
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from dateline.encoder import onnx
from dateline.encoder.card import Card, card_of, shipped_card, shipped_file
from dateline.encoder.onnx import OnnxEncoder, shipped_encoder
from dateline.errors import ResourceError
from dateline.model.spans import Span
from dateline.text.prepare import prepare

WORDS = "A drone hit an oil depot in the Veldt region on Monday, the governor, Ilan Torv, said. No one was hurt."


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return shipped_encoder()


def test_the_card_is_of_the_shipped_file() -> None:
    assert shipped_card().sha256 == hashlib.sha256(shipped_file("reader.onnx")).hexdigest()


def test_a_missing_file_says_what_to_do() -> None:
    with pytest.raises(ResourceError, match="reinstall dateline, or read with --reader rules"):
        shipped_file("none.onnx")


@pytest.mark.parametrize(
    ("name", "why"),
    [("reader.onnx", "not the file that the model card tells of"), ("tokenizer.json", "")],
)
def test_a_broken_file_says_what_to_do(
    name: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(asked: str) -> bytes:
        return b"{" if asked == name else shipped_file(asked)

    monkeypatch.setattr(onnx, "shipped_file", damaged)
    with pytest.raises(ResourceError, match=rf"^{name} of the learned reader .*{why}") as error:
        shipped_encoder.__wrapped__()
    assert str(error.value).endswith("reinstall dateline, or read with --reader rules")


def test_weights_that_are_no_model_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    card = replace(shipped_card(), sha256=hashlib.sha256(b"no model").hexdigest())
    monkeypatch.setattr(onnx, "shipped_card", lambda: card)
    monkeypatch.setattr(onnx, "shipped_file", lambda _: b"no model")
    with pytest.raises(ResourceError, match=r"^reader\.onnx of the learned reader"):
        shipped_encoder.__wrapped__()


def test_a_card_without_labels_is_no_card() -> None:
    with pytest.raises(KeyError):
        card_of({"name": "x"})


def test_it_marks_who_says_what_and_what_happened(encoder: OnnxEncoder) -> None:
    (signals,) = encoder.read([WORDS])
    (cue,) = signals.spans("cue")
    assert cue.span.of(WORDS) == "said"
    assert "Torv" in " ".join(s.span.of(WORDS) for s in signals.partners("source", cue.span))
    assert "hit an oil depot" in " ".join(
        s.span.of(WORDS) for s in signals.partners("content", cue.span)
    )
    assert "hit" in [s.span.of(WORDS) for s in signals.spans("trigger")]


@pytest.mark.parametrize("styled", [WORDS.upper(), WORDS.lower()])
def test_casing_changes_nothing(encoder: OnnxEncoder, styled: str) -> None:
    one, other = encoder.read([WORDS])[0], encoder.read([styled])[0]
    for layer in shipped_card().layers:
        assert one.spans(layer) == other.spans(layer)


def test_texts_of_any_length_are_read_to_their_end(encoder: OnnxEncoder) -> None:
    long = " ".join([WORDS] * 40)
    empty, short, whole = encoder.read(["", WORDS, long])
    assert empty.spans("cue") == ()
    assert len(short.spans("cue")) == 1
    cues = whole.spans("cue")
    assert len(cues) == 40
    assert cues[-1].span.start > len(long) - len(WORDS)
    assert all(a.span.end <= b.span.start for a, b in pairwise(cues))


def test_the_same_in_a_batch_as_alone(encoder: OnnxEncoder) -> None:
    texts = [WORDS, "The ministry denied it.", prepare(WORDS * 3).body]
    together = encoder.read(texts)
    for text, found in zip(texts, together, strict=True):
        alone = encoder.read([text])[0]
        assert [s.span for s in found.spans("cue")] == [s.span for s in alone.spans("cue")]


def test_the_name_tells_the_weights(encoder: OnnxEncoder) -> None:
    card: Card = shipped_card()
    assert encoder.name == f"{card.name} {card.sha256[:12]}"


def test_scores_are_finite_and_probabilities_sum_to_one(encoder: OnnxEncoder) -> None:
    card = shipped_card()
    (found,) = encoder.read([WORDS])
    words = len(found.starts)
    assert found.marks.shape[0] == found.pairs.shape[0] == words == 26
    for scores in (found.marks, found.pairs, found.whole):
        assert np.isfinite(scores).all()
        assert scores.std() > 0
    everywhere = Span(0, len(WORDS))
    for layer, labels in card.layers.items():
        inside = [found.share(layer, label, everywhere) for label in labels]
        assert all(0 <= share <= 1 for share in inside)
        assert sum(inside) <= 1 + 1e-5
    for head, labels in card.heads.items():
        chances = found.sort(head, everywhere)
        assert {name for name, _ in chances} == set(labels)
        assert sum(chance for _, chance in chances) == pytest.approx(1, abs=1e-5)
    for relation in card.relations:
        assert 0 <= found.link(relation, Span(2, 7), everywhere) <= 1
    assert {name for name, _ in found.kinds()} == set(card.kinds)
    assert sum(chance for _, chance in found.kinds()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("styled", [WORDS.upper(), WORDS.lower(), WORDS.title(), WORDS.swapcase()])
def test_casing_changes_no_score(encoder: OnnxEncoder, styled: str) -> None:
    one, other = encoder.read([WORDS])[0], encoder.read([styled])[0]
    for name in ("starts", "ends", "marks", "pairs", "whole"):
        assert np.array_equal(getattr(one, name), getattr(other, name))


def test_company_changes_no_score(encoder: OnnxEncoder) -> None:
    others = ["The ministry denied it.", " ".join([WORDS] * 12), "Crowds marched to the old port."]
    alone, together = encoder.read([WORDS])[0], encoder.read([WORDS, *others])[0]
    assert np.abs(alone.marks - together.marks).max() < 1e-3


@pytest.mark.parametrize("bare", ["", " ", "\n\n", "?! …", "\u65e5\u672c", "a" * 300, "\U0001f642"])
def test_texts_without_words_of_english_are_read_too(encoder: OnnxEncoder, bare: str) -> None:
    (found,) = encoder.read([bare])
    for layer in shipped_card().layers:
        assert all(s.span.end <= len(bare) for s in found.spans(layer))
    assert sum(chance for _, chance in found.kinds()) == pytest.approx(1, abs=1e-5)
