"""The shipped weights, run by onnxruntime; the only module that knows it and the tokenizers."""

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.encoder.card import Card, broken, columns_of, shipped_card, shipped_file
from dateline.encoder.decode import Scored
from dateline.encoder.windows import Pieces, Window, cut, windows
from dateline.errors import ResourceError

if TYPE_CHECKING:
    import onnxruntime
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

_CLS, _SEP = 101, 102  # of BERT's uncased vocabulary


class OnnxEncoder:
    """Reads texts with a session of onnxruntime, window by window.

    The weights' 8-bit products take their range from the whole batch: read together, texts would change one another's scores. Batches are not faster on a CPU.
    """

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
        found = []
        for text in texts:
            blank = _Blank.of(self._card, text)
            for window in windows(text, longest):
                self._fill(window, blank)
            found.append(blank.scored(self._card, text))
        return tuple(found)

    def _fill(self, window: Window, blank: "_Blank") -> None:
        ids = np.concatenate(([_CLS], window.ids, [_SEP]))[None]
        marks, pairs, whole = self._session.run(
            ["marks", "pairs", "whole"],
            {"ids": ids, "mask": np.ones_like(ids), "first": window.first[None] + 1},
        )
        here = slice(window.keep_from, window.keep_to)
        there = slice(window.keep_from - window.start, window.keep_to - window.start)
        blank.marks[here] = marks[0, there]
        blank.pairs[here] = pairs[0, there]
        blank.whole.append((len(window.ids), whole[0]))


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


@cache
def shipped_encoder() -> OnnxEncoder:
    """The encoder the package carries; loaded on first use, with as many threads as there are cores.

    Raises:
        ResourceError: if its files are missing or broken, or are not those that the card tells of.
    """
    import onnxruntime  # noqa: PLC0415 -- heavy, and only needed where something is read with it
    from tokenizers import Tokenizer  # noqa: PLC0415 -- likewise

    card, weights = shipped_card(), shipped_file("reader.onnx")
    if hashlib.sha256(weights).hexdigest() != card.sha256:
        raise broken("reader.onnx", "it is not the file that the model card tells of")
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise broken("reader.onnx", error) from error
    try:
        tokenizer = Tokenizer.from_str(shipped_file("tokenizer.json").decode())
    except ResourceError:
        raise
    except Exception as error:
        raise broken("tokenizer.json", error) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return OnnxEncoder(card, session, tokenizer)
