import hashlib
from itertools import pairwise

import pytest

from dateline.encoder.card import Card, card_of, shipped_card, shipped_file
from dateline.encoder.onnx import OnnxEncoder, shipped_encoder
from dateline.errors import ResourceError
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
