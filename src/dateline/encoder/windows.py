"""Texts as word pieces, and the windows in which a long one is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

OVERLAP = 48
"""Pieces that two neighbouring windows share."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in word pieces.

    Attributes:
        ids: piece ids, shape (pieces,).
        first: index of each word's first piece, shape (words,).
        starts: where each word starts, in characters, shape (words,).
        ends: where each word ends, in characters, shape (words,).
    """

    ids: "NDArray[np.int64]"
    first: "NDArray[np.int64]"
    starts: "NDArray[np.int64]"
    ends: "NDArray[np.int64]"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text.

    Attributes:
        start: its first word.
        end: index after its last word.
        keep_from: first word that is read off this window; those before are read off the one before.
        keep_to: index after the last word that is read off it.
        ids: its piece ids.
        first: each word's first piece, counted from the window's.
    """

    start: int
    end: int
    keep_from: int
    keep_to: int
    ids: "NDArray[np.int64]"
    first: "NDArray[np.int64]"


def cut(tokenizer: "Tokenizer", bodies: Sequence[str]) -> tuple[Pieces, ...]:
    """The word pieces of texts; a word is what the pre-tokenizer keeps together."""
    found = []
    for encoding in tokenizer.encode_batch(list(bodies), add_special_tokens=False):
        ids = np.asarray(encoding.ids, np.int64)
        words = np.asarray([-1 if w is None else w for w in encoding.word_ids], np.int64)
        offsets = np.asarray(encoding.offsets, np.int64).reshape(-1, 2)
        begins = np.flatnonzero(np.diff(words, prepend=-2)) if len(ids) else np.zeros(0, np.int64)
        ends = np.append(begins[1:], len(ids))[: len(begins)] - 1
        found.append(Pieces(ids, begins, offsets[begins, 0], offsets[ends, 1]))
    return tuple(found)


def windows(pieces: Pieces, longest: int) -> Iterator[Window]:
    """Windows over a whole text: neighbours share :data:`OVERLAP` pieces, and each reads off its half of them.

    Args:
        pieces: the text.
        longest: pieces a window may have; a single word longer than that is cut.
    """
    count = len(pieces.first)
    bounds = np.append(pieces.first, len(pieces.ids))
    start, keep_from = 0, 0
    while start < count:
        end = max(start + 1, int(np.searchsorted(bounds, bounds[start] + longest, "right")) - 1)
        following, keep_to = end, end
        if end < count:
            back = int(np.searchsorted(bounds, bounds[end] - OVERLAP))
            following = max(start + 1, back)
            keep_to = (following + end + 1) // 2
        offset = int(bounds[start])
        yield Window(
            start, end, keep_from, keep_to,
            pieces.ids[offset : min(int(bounds[end]), offset + longest)],
            pieces.first[start:end] - offset,
        )  # fmt: skip
        if end >= count:
            return
        start, keep_from = following, keep_to
