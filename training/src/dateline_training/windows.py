"""Texts as windows of word pieces, with the labels of an example laid over their words.

A *word* is a run of pieces that the tokenizer's pre-tokenizer kept together; labels are laid on words, and a word's vector is
that of its first piece, as in Devlin et al. (2019).
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from dateline_training.example import Example, Offsets
from dateline_training.labels import HEADS, LAYERS, RELATIONS

UNKNOWN = -100
"""A label that no loss is taken on."""

_SENTENCE_END = frozenset('.!?"”’')


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in word pieces.

    Attributes:
        ids: piece ids, shape (pieces,).
        first: index of each word's first piece, shape (words,).
        starts: where each word starts, in characters, shape (words,).
        ends: where each word ends, in characters, shape (words,).
    """

    ids: np.ndarray
    first: np.ndarray
    starts: np.ndarray
    ends: np.ndarray


def cut(tokenizer: Tokenizer, text: str) -> Pieces:
    """The word pieces of a text, without the model's own tokens at the ends."""
    found = tokenizer.encode(text, add_special_tokens=False)
    first, starts, ends = [], [], []
    before: int | None = None
    for piece, (word, (start, end)) in enumerate(zip(found.word_ids, found.offsets, strict=True)):
        if word != before:
            first.append(piece)
            starts.append(start)
            ends.append(end)
            before = word
        else:
            ends[-1] = end
    return Pieces(
        np.asarray(found.ids, np.int64),
        np.asarray(first, np.int64),
        np.asarray(starts, np.int64),
        np.asarray(ends, np.int64),
    )


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text ready for the encoder, with its targets.

    Attributes:
        corpus: where it comes from.
        ids: piece ids between [CLS] and [SEP], shape (pieces,).
        first: each word's first piece, counted from the window's first (after [CLS]: add one), shape (words,).
        tags: for each layer a row of B/I/O numbers (0 O, 2k+1 B of label k, 2k+2 I), or UNKNOWN, shape (layers, words).
        sorted: (head, first word, end word, label).
        links: (relation, anchor word, yes or no for each word), the last of shape (words,).
        label: number of the whole text's class, or UNKNOWN.
    """

    corpus: str
    ids: np.ndarray
    first: np.ndarray
    tags: np.ndarray
    sorted: tuple[tuple[int, int, int, int], ...]
    links: tuple[tuple[int, int, np.ndarray], ...]
    label: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A whole text in pieces with its targets; see :class:`Window` for the shapes."""

    corpus: str
    pieces: Pieces
    tags: np.ndarray
    sorted: tuple[tuple[int, int, int, int], ...]
    links: tuple[tuple[int, int, tuple[tuple[int, int], ...]], ...]
    breaks: tuple[int, ...]
    label: int


def lay(example: Example, tokenizer: Tokenizer, types: Sequence[str]) -> Labelled:
    """The labels of an example laid over its words.

    Args:
        example: what to lay.
        tokenizer: how to cut it.
        types: the classes of whole texts, in the order of their numbers.
    """
    pieces = cut(tokenizer, example.text)
    count = len(pieces.first)
    names = list(LAYERS)
    tags = np.full((len(names), count), UNKNOWN, np.int64)
    for layer in example.layers:
        row = tags[names.index(layer)]
        if example.known is None:
            row[:] = 0
        else:
            for span in example.known:
                start, end = words_of(pieces, span)
                row[start:end] = 0
    for tag in example.tagged:
        row = tags[names.index(tag.layer)]
        start, end = words_of(pieces, (tag.start, tag.end))
        number = LAYERS[tag.layer].index(tag.label)
        if start < end:
            row[start] = 2 * number + 1
            row[start + 1 : end] = 2 * number + 2
    return Labelled(
        example.corpus, pieces, tags, tuple(_sorted(example, pieces)), tuple(_links(example, pieces)),
        tuple(_breaks(example.text, pieces)), types.index(example.label) if example.label else UNKNOWN,
    )  # fmt: skip


def words_of(pieces: Pieces, span: Offsets) -> tuple[int, int]:
    """First and end word of those that a span of characters touches; equal if it touches none."""
    start = int(np.searchsorted(pieces.ends, span[0], side="right"))
    end = int(np.searchsorted(pieces.starts, span[1], side="left"))
    return start, max(start, end)


def _sorted(example: Example, pieces: Pieces) -> Iterator[tuple[int, int, int, int]]:
    heads = list(HEADS)
    for item in example.sorted:
        start, end = words_of(pieces, (item.start, item.end))
        if start < end:
            yield heads.index(item.head), start, end, HEADS[item.head].index(item.label)


def _links(
    example: Example, pieces: Pieces
) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    partners: dict[tuple[str, Offsets], list[tuple[int, int]]] = {
        (relation, anchor): []
        for relation, anchor in example.anchors
        if relation in example.relations
    }
    for link in example.linked:
        if (link.relation, link.anchor) in partners:
            partners[link.relation, link.anchor].append(words_of(pieces, link.other))
    for (relation, anchor), spans in partners.items():
        start, end = words_of(pieces, anchor)
        if start < end:
            yield RELATIONS.index(relation), start, tuple(spans)


def _breaks(text: str, pieces: Pieces) -> Iterator[int]:
    """Words that may begin a window: those after a sentence's end or a line's."""
    for word in range(1, len(pieces.first)):
        gap = text[pieces.ends[word - 1] : pieces.starts[word]]
        if "\n\n" in gap or (gap and text[pieces.ends[word - 1] - 1] in _SENTENCE_END):
            yield word


def windows(
    labelled: Labelled, longest: int, chance: random.Random | None = None
) -> Iterator[Window]:
    """The windows of a text, none longer than ``longest`` pieces and none overlapping.

    Args:
        labelled: a text with its targets.
        longest: pieces a window may have; a single word longer than that is cut.
        chance: where given, the first window is cut short at random, so that the cuts differ from pass to pass.
    """
    first, count = labelled.pieces.first, len(labelled.pieces.first)
    ends = np.append(first, len(labelled.pieces.ids))
    start = 0
    room = (
        longest
        if chance is None or len(labelled.pieces.ids) <= longest
        else chance.randint(longest // 3, longest)
    )
    while start < count:
        end = int(np.searchsorted(ends, ends[start] + room, side="right")) - 1
        end = max(start + 1, min(end, count))
        if end < count:
            earliest = start + max(1, (end - start) // 2)
            breaks = [b for b in labelled.breaks if earliest <= b <= end]
            end = breaks[-1] if breaks else end
        yield _window(labelled, start, end, int(min(ends[end], ends[start] + longest)))
        start, room = end, longest


def windows_of(texts: Mapping[str, Sequence[Labelled]], longest: int) -> list[Window]:
    """The windows of all texts of all corpora, cut where they always are."""
    return [w for items in texts.values() for item in items for w in windows(item, longest)]


def _window(labelled: Labelled, start: int, end: int, last: int) -> Window:
    first = labelled.pieces.first
    offset = int(first[start])
    links = []
    for relation, anchor, spans in labelled.links:
        if start <= anchor < end:
            row = np.zeros(end - start, np.float32)
            for a, b in spans:
                row[max(0, a - start) : max(0, b - start)] = 1
            links.append((relation, anchor - start, row))
    return Window(
        labelled.corpus,
        labelled.pieces.ids[offset:last],
        first[start:end] - offset,
        labelled.tags[:, start:end],
        tuple((h, a - start, b - start, n) for h, a, b, n in labelled.sorted if start <= a and b <= end),
        tuple(links),
        labelled.label,
    )  # fmt: skip
