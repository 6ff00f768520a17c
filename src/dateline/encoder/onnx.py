"""The shipped weights, run by onnxruntime; the only module that knows it and the tokenizers."""

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from dateline.encoder.card import Card, broken, columns_of, shipped_card, shipped_file
from dateline.encoder.decode import Scored
from dateline.encoder.windows import Pieces, Window, cut, windows

if TYPE_CHECKING:
    import onnxruntime
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

_Scores: TypeAlias = "tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]"
_CLS, _SEP = 101, 102  # of BERT's uncased vocabulary


class OnnxEncoder:
    """Reads texts with a session of onnxruntime, window by window.

    The weights' 8-bit products take their range from the whole batch: read together, texts would change one another's scores. On a CPU windows read side by
    side, each by one thread, are a quarter faster than one after the other with all threads to each.
    """

    def __init__(
        self,
        card: Card,
        session: "onnxruntime.InferenceSession",
        tokenizer: "Tokenizer",
        workers: int = 1,
    ) -> None:
        """``workers`` windows are read at a time."""
        self._card = card
        self._workers = workers
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
        blanks = [_Blank.of(self._card, text) for text in texts]
        every = [
            (window, blank)
            for text, blank in zip(texts, blanks, strict=True)
            for window in windows(text, longest)
        ]
        if self._workers > 1 and len(every) > 1:
            found = list(self._pool.map(self._run, (window for window, _ in every)))
        else:
            found = [self._run(window) for window, _ in every]
        for (window, blank), scores in zip(every, found, strict=True):
            blank.take(window, *scores)
        return tuple(b.scored(self._card, text) for b, text in zip(blanks, texts, strict=True))

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self._workers, thread_name_prefix="encoder")

    def _run(self, window: Window) -> "_Scores":
        ids = np.concatenate(([_CLS], window.ids, [_SEP]))[None]
        marks, pairs, whole = self._session.run(
            ["marks", "pairs", "whole"],
            {"ids": ids, "mask": np.ones_like(ids), "first": window.first[None] + 1},
        )
        return marks[0], pairs[0], whole[0]


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

    def take(
        self,
        window: Window,
        marks: "NDArray[np.float32]",
        pairs: "NDArray[np.float32]",
        whole: "NDArray[np.float32]",
    ) -> None:
        """The scores of a window's words that are read off it."""
        here = slice(window.keep_from, window.keep_to)
        there = slice(window.keep_from - window.start, window.keep_to - window.start)
        self.marks[here] = marks[there]
        self.pairs[here] = pairs[there]
        self.whole.append((len(window.ids), whole))

    def scored(self, card: Card, text: Pieces) -> Scored:
        """The filled scores; the whole text's are the mean of its windows', weighed by their length."""
        total = sum(size for size, _ in self.whole)
        whole = np.zeros(len(card.kinds), np.float32)
        for size, scores in self.whole:
            whole += size / total * scores
        return Scored(card, text.starts, text.ends, self.marks, self.pairs, whole)


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@cache
def shipped_encoder() -> OnnxEncoder:
    """The encoder the package carries; loaded on first use, reading as many windows at a time as there are cores.

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
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # windows go side by side
    try:
        session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise broken("reader.onnx", error) from error
    told = shipped_file("tokenizer.json")
    try:
        tokenizer = Tokenizer.from_str(told.decode())
    except Exception as error:
        raise broken("tokenizer.json", error) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return OnnxEncoder(card, session, tokenizer, workers=_cores())
