"""The shipped weights, run by onnxruntime; the only module that knows it and the tokenizers."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.encoder.card import Card, columns_of, shipped_card, shipped_file
from dateline.encoder.decode import Scored
from dateline.encoder.windows import Pieces, Window, cut, windows

if TYPE_CHECKING:
    import onnxruntime
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

BUDGET = 1
"""Pieces of a batch, padding included; a window that is longer makes a batch of its own, so with 1 every window does.

The weights' 8-bit products take their range from the whole batch: read together, texts would change one another's scores. Larger batches are not faster here."""
_CLS, _SEP = 101, 102  # of BERT's uncased vocabulary


class OnnxEncoder:
    """Reads texts with a session of onnxruntime."""

    def __init__(
        self, card: Card, session: "onnxruntime.InferenceSession", tokenizer: "Tokenizer"
    ) -> None:
        self._card = card
        self._session = session
        self._tokenizer = tokenizer

    @property
    def name(self) -> str:
        """Name of the model with the first 12 hex digits of its weights' hash."""
        return f"{self._card.name} {self._card.sha256[:12]}"

    def read(self, bodies: Sequence[str]) -> tuple[Scored, ...]:
        """See :class:`dateline.model.signals.Encoder`."""
        texts = cut(self._tokenizer, bodies)
        longest = self._card.longest
        every = [w for number, text in enumerate(texts) for w in windows(number, text, longest)]
        every.sort(key=lambda w: len(w.ids))
        blank = [_Blank.of(self._card, text) for text in texts]
        for group in _groups(every):
            self._fill(group, blank)
        return tuple(b.scored(self._card, text) for b, text in zip(blank, texts, strict=True))

    def _fill(self, group: Sequence[Window], blank: Sequence["_Blank"]) -> None:
        pieces = max(len(w.ids) for w in group) + 2
        words = max(len(w.first) for w in group)
        ids = np.zeros((len(group), pieces), np.int64)
        mask = np.zeros((len(group), pieces), np.int64)
        first = np.zeros((len(group), words), np.int64)
        for row, window in enumerate(group):
            ids[row, 0], ids[row, 1 : len(window.ids) + 1] = _CLS, window.ids
            ids[row, len(window.ids) + 1] = _SEP
            mask[row, : len(window.ids) + 2] = 1
            first[row, : len(window.first)] = window.first + 1
        marks, pairs, whole = self._session.run(
            ["marks", "pairs", "whole"], {"ids": ids, "mask": mask, "first": first}
        )
        for row, window in enumerate(group):
            here = slice(window.keep_from, window.keep_to)
            there = slice(window.keep_from - window.start, window.keep_to - window.start)
            blank[window.text].marks[here] = marks[row, there]
            blank[window.text].pairs[here] = pairs[row, there]
            blank[window.text].whole.append((len(window.ids), whole[row]))


class _Blank:
    """Room for the scores of a text, filled window by window."""

    def __init__(self, marks: "NDArray[np.float32]", pairs: "NDArray[np.float32]") -> None:
        self.marks = marks
        self.pairs = pairs
        self.whole: list[tuple[int, NDArray[np.float32]]] = []

    @classmethod
    def of(cls, card: Card, text: Pieces) -> "_Blank":
        columns = max((c.stop for c in columns_of(card).values()), default=0)
        wide = len(card.relations) * (2 * card.width + 1)
        words = len(text.first)
        return cls(np.zeros((words, columns), np.float32), np.zeros((words, wide), np.float32))

    def scored(self, card: Card, text: Pieces) -> Scored:
        """The filled scores; the whole text's are the mean of its windows', weighed by their length."""
        total = sum(size for size, _ in self.whole)
        whole = np.zeros(len(card.kinds), np.float32)
        for size, scores in self.whole:
            whole += size / total * scores
        return Scored(card, text.starts, text.ends, self.marks, self.pairs, whole)


def _groups(ordered: Sequence[Window]) -> list[list[Window]]:
    """Windows of like length together, each group within the budget."""
    groups: list[list[Window]] = []
    for window in ordered:
        if groups and (len(window.ids) + 2) * (len(groups[-1]) + 1) <= BUDGET:
            groups[-1].append(window)
        else:
            groups.append([window])
    return groups


@cache
def shipped_encoder() -> OnnxEncoder:
    """The encoder the package carries; loaded on first use, with as many threads as there are cores.

    Raises:
        ResourceError: if its files are missing.
    """
    import onnxruntime  # noqa: PLC0415 -- heavy, and only needed where something is read with it
    from tokenizers import Tokenizer  # noqa: PLC0415 -- likewise

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        shipped_file("reader.onnx"), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_str(shipped_file("tokenizer.json").decode())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return OnnxEncoder(shipped_card(), session, tokenizer)
