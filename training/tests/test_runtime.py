"""The package's own runtime says of a text what the model in torch says: both cut, window, score and decode by code of their own."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnxruntime
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline.encoder import windows as runtime
from dateline.encoder.card import card_of
from dateline.encoder.decode import Scored
from dateline.encoder.onnx import OnnxEncoder
from dateline.model.signals import Signal
from dateline.model.spans import Span
from dateline_training.batches import collate
from dateline_training.example import Example
from dateline_training.export import card, to_onnx
from dateline_training.labels import HEADS, LAYERS, RELATIONS, SNIPPET_TYPES
from dateline_training.losses import head_slices, layer_slices, pair_scores, span_means
from dateline_training.measure import spans_of
from dateline_training.model import Reader, Scores, tiny
from dateline_training.windows import UNKNOWN, Pieces, Window, cut, lay, windows

LONGEST = 120
NAMES = (*LAYERS, *HEADS, *(f"{name}>" for name in RELATIONS), "kinds")
TEMPERATURES = {name: 0.5 + 0.04 * n for n, name in enumerate(NAMES)}
"""Every one another, so that none can stand for another's."""
THRESHOLDS = {
    **{name: 0.75 + 0.01 * n for n, name in enumerate(LAYERS)},
    **{f"{name}>": 0.4 + 0.03 * n for n, name in enumerate(RELATIONS)},
}
SHORT = "The rebels shelled Oram’s mill, he said. Police — “none” — bombed\n\nÉl Perin on 3.5 May."
LONG = " ".join(f"{SHORT} Then {word} shelled {word} mill." for word in ("ada", "bo", "cy") * 5)
UNEVEN = "shelled " * 110 + "he. " * 13
"""Two windows, the second much shorter and unlike the first."""
TOLERANCE = 2e-4
WORDS = st.lists(
    st.sampled_from(["the", "mill", "oram", "He", "é", "x.", "“no”", "shelled", "[SEP]", "\n\n"]),
    max_size=25,
).map(lambda words: " ".join(["he", *words]))


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(6)
    made = tiny().eval()
    torch.nn.init.normal_(made.distance)
    with torch.no_grad():
        for layer in (made.tags, made.pairs, made.types):
            layer.weight *= 3  # surer than a fresh one
    return made


@pytest.fixture(scope="module")
def encoder(
    reader: Reader, tokenizer: Tokenizer, tmp_path_factory: pytest.TempPathFactory
) -> OnnxEncoder:
    path = to_onnx(reader, tmp_path_factory.mktemp("weights") / "reader.onnx", quantize=False)
    trust = (TEMPERATURES, THRESHOLDS)
    values = card(reader, path, name="invented", longest=LONGEST, about={}, trust=trust)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return OnnxEncoder(card_of(values), session, tokenizer)


@pytest.fixture(scope="module")
def in_torch(reader: Reader, tokenizer: Tokenizer) -> Callable[[str], Scores]:
    """Gives the scores of a text that is one window."""

    @torch.no_grad()
    def score(text: str) -> Scores:
        laid = lay(Example(id="1", corpus="c", text=text), tokenizer, ())
        (window,) = windows(laid, LONGEST)
        batch = collate([window])
        found: Scores = reader(batch.ids, batch.mask, batch.first)
        return found

    return score


@pytest.fixture(scope="module")
def in_windows(reader: Reader, tokenizer: Tokenizer) -> Callable[[str], Scores]:
    """Gives the scores of a text of many windows, read in the package's windows, one at a time."""

    @torch.no_grad()
    def score(text: str) -> Scores:
        parts: list[Scores] = []
        sizes: list[int] = []
        (pieces,) = runtime.cut(tokenizer, [text])
        for one in runtime.windows(pieces, LONGEST):
            tags = np.full((len(LAYERS), len(one.first)), UNKNOWN)
            batch = collate([Window("c", one.ids, one.first, tags, (), (), UNKNOWN)])
            scores = reader(batch.ids, batch.mask, batch.first)
            kept = slice(one.keep_from - one.start, one.keep_to - one.start)
            parts.append(_of_words(scores, kept))
            sizes.append(len(one.ids))
        shares = torch.tensor(sizes, dtype=torch.float32) / sum(sizes)
        whole = torch.stack([part.types for part in parts])
        return Scores(
            torch.cat([part.tags for part in parts], 1),
            torch.cat([part.classes for part in parts], 1),
            torch.cat([part.anchors for part in parts], 1),
            torch.cat([part.others for part in parts], 1),
            torch.cat([part.alone for part in parts], 1),
            (whole * shares[:, None, None]).sum(0),
        )

    return score


def _of_words(scores: Scores, kept: slice) -> Scores:
    return Scores(
        scores.tags[:, kept],
        scores.classes[:, kept],
        scores.anchors[:, kept],
        scores.others[:, kept],
        scores.alone[:, kept],
        scores.types,
    )


def chances(scores: Scores, layer: str) -> np.ndarray:
    """Probability of every B/I/O number of a layer, shape (words, numbers)."""
    logits = scores.tags[0][:, layer_slices()[layer]] / TEMPERATURES[layer]
    return torch.softmax(logits, 1).numpy()


def partner_chances(reader: Reader, scores: Scores, relation: str, anchor: int) -> np.ndarray:
    """Probability of every word to be a partner of an anchor, shape (words,)."""
    anchors = torch.tensor([[0, RELATIONS.index(relation), anchor]])
    with torch.no_grad():
        logits = pair_scores(reader, scores, anchors)[0]
    return torch.sigmoid(logits / TEMPERATURES[f"{relation}>"]).numpy()


def spans(pieces: Pieces) -> list[Span]:
    return [Span(int(a), int(b)) for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def same_signals(found: Sequence[Signal], expected: Mapping[tuple[int, int, str], float]) -> None:
    """Whether spans and labels are alike and scores nearly so."""
    assert [(s.span.start, s.span.end, s.label) for s in found] == sorted(expected)
    for signal in found:
        score = expected[signal.span.start, signal.span.end, signal.label]
        assert signal.score == pytest.approx(score, abs=TOLERANCE)


def same_tags(found: Scored, scores: Scores, pieces: Pieces) -> None:
    """Whether every word's tags are as probable."""
    for layer, labels in LAYERS.items():
        expected = chances(scores, layer)
        for number, label in enumerate(labels):
            shares = [found.share(layer, label, span) for span in spans(pieces)]
            inside = expected[:, 2 * number + 1 : 2 * number + 3].sum(1)
            np.testing.assert_allclose(shares, inside, rtol=0, atol=TOLERANCE)


def same_spans(found: Scored, scores: Scores, pieces: Pieces) -> int:
    """Whether every layer's spans are alike; how many there are."""
    count = 0
    for layer, labels in LAYERS.items():
        likely = chances(scores, layer)
        told = likely[:, 0] < 1 - THRESHOLDS[layer]
        row = np.where(told, likely[:, 1:].argmax(1) + 1, 0).tolist()
        expected = {
            (int(pieces.starts[a]), int(pieces.ends[b - 1]), labels[kind]): float(
                likely[a:b, 2 * kind + 1 : 2 * kind + 3].sum(1).mean()
            )
            for a, b, kind in spans_of(row)
        }
        same_signals(found.spans(layer), expected)
        count += len(expected)
    return count


def same_partners(found: Scored, expected: np.ndarray, pieces: Pieces, at: tuple[str, int]) -> int:
    """Whether an anchor's partners are alike; how many there are."""
    relation, anchor = at
    yes = np.concatenate(([False], expected >= THRESHOLDS[f"{relation}>"], [False]))
    begins = [n for n in range(len(expected)) if yes[n + 1] and not yes[n]]
    ends = [n + 1 for n in range(len(expected)) if yes[n + 1] and not yes[n + 2]]
    stretches = {
        (int(pieces.starts[a]), int(pieces.ends[b - 1]), relation): float(expected[a:b].mean())
        for a, b in zip(begins, ends, strict=True)
    }
    same_signals(found.partners(relation, spans(pieces)[anchor]), stretches)
    return len(stretches)


@pytest.mark.law
@settings(max_examples=25, deadline=None)
@given(WORDS)
def test_words_of_any_text_have_the_same_probabilities(
    encoder: OnnxEncoder,
    reader: Reader,
    tokenizer: Tokenizer,
    in_torch: Callable[[str], Scores],
    text: str,
) -> None:
    (found,), scores, pieces = encoder.read([text]), in_torch(text), cut(tokenizer, text)
    same_tags(found, scores, pieces)
    places = spans(pieces)
    anchor = len(places) // 2
    for relation in RELATIONS:
        expected = partner_chances(reader, scores, relation, anchor)
        said = [found.link(relation, places[anchor], other) for other in places]
        np.testing.assert_allclose(said, expected, rtol=0, atol=TOLERANCE)


@pytest.mark.parametrize("text", ["mill", SHORT, LONG], ids=["word", "short", "long"])
def test_tags_and_spans_are_the_same(
    encoder: OnnxEncoder,
    tokenizer: Tokenizer,
    in_windows: Callable[[str], Scores],
    text: str,
) -> None:
    (found,), scores, pieces = encoder.read([text]), in_windows(text), cut(tokenizer, text)
    same_tags(found, scores, pieces)
    count = same_spans(found, scores, pieces)
    assert text == "mill" or len(LAYERS) < count < len(LAYERS) * len(pieces.first)


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_partners_are_the_same(
    encoder: OnnxEncoder,
    reader: Reader,
    tokenizer: Tokenizer,
    in_windows: Callable[[str], Scores],
    text: str,
) -> None:
    (found,), scores, pieces = encoder.read([text]), in_windows(text), cut(tokenizer, text)
    count = len(pieces.first)
    for relation in RELATIONS:
        total = 0
        for anchor in {0, 1, 2, 3, count // 2, count - 2, count - 1}:
            expected = partner_chances(reader, scores, relation, anchor)
            total += same_partners(found, expected, pieces, (relation, anchor))
        assert total > 0


def test_a_long_text_is_read_in_more_windows_than_one(tokenizer: Tokenizer) -> None:
    (pieces,) = runtime.cut(tokenizer, [LONG])
    assert len(list(runtime.windows(pieces, LONGEST))) > 5
    assert len(pieces.first) > 2 * 100  # words far enough apart for the last buckets


@pytest.mark.parametrize("text", [SHORT, LONG, UNEVEN], ids=["short", "long", "uneven"])
def test_classes_of_spans_and_texts_are_the_same(
    encoder: OnnxEncoder,
    tokenizer: Tokenizer,
    in_windows: Callable[[str], Scores],
    text: str,
) -> None:
    (found,), scores, pieces = encoder.read([text]), in_windows(text), cut(tokenizer, text)
    places = spans(pieces)
    for first, end in ((0, 1), (2, 6), (len(places) - 5, len(places))):
        means = span_means(scores, torch.tensor([[0, 0, first, end, 0]]))[0]
        for head, columns in head_slices().items():
            expected = torch.softmax(means[columns] / TEMPERATURES[head], 0).tolist()
            said = found.sort(head, Span(places[first].start, places[end - 1].end))
            assert dict(said) == pytest.approx(
                dict(zip(HEADS[head], expected, strict=True)), abs=TOLERANCE
            )
            assert [p for _, p in said] == sorted((p for _, p in said), reverse=True)
    kinds = torch.softmax(scores.types[0] / TEMPERATURES["kinds"], 0).tolist()
    assert dict(found.kinds()) == pytest.approx(
        dict(zip(SNIPPET_TYPES, kinds, strict=True)), abs=TOLERANCE
    )


def test_texts_read_together_are_told_as_if_alone(
    encoder: OnnxEncoder, tokenizer: Tokenizer, in_windows: Callable[[str], Scores]
) -> None:
    bodies = [LONG, "", SHORT, "mill", LONG[40:]]
    together = encoder.read(bodies)
    for body, found in zip(bodies, together, strict=True):
        if body:
            same_tags(found, in_windows(body), cut(tokenizer, body))
    empty = together[1]
    assert all(empty.spans(layer) == () for layer in LAYERS)
    assert empty.partners("target", Span(0, 1)) == ()
    assert empty.kinds()[0][1] == pytest.approx(1 / len(SNIPPET_TYPES))
