"""The package's own runtime cuts and windows texts as training does, by code of its own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline.encoder import windows as runtime
from dateline.encoder.card import Card
from dateline.encoder.decode import Scored
from dateline.model.spans import Span
from dateline_training.example import Example
from dateline_training.windows import cut, lay, windows, words_of

LONGEST = 120
WORDS = st.lists(
    st.sampled_from(["the", "mill", "oram", "He", "é", "x.", "“no”", "shelled", "[SEP]", "\n\n"]),
    max_size=25,
).map(lambda words: " ".join(["he", *words]))
CARD = Card(
    name="none",
    sha256="",
    layers={},
    heads={},
    relations=(),
    kinds=(),
    width=1,
    reach=(),
    distance=(),
    longest=LONGEST,
    temperatures={},
    thresholds={},
)
NOTHING = np.zeros(0, np.float32)


@pytest.mark.law
@given(st.text(max_size=40) | WORDS)
def test_both_cut_a_text_alike(tokenizer: Tokenizer, text: str) -> None:
    ours, (theirs,) = cut(tokenizer, text), runtime.cut(tokenizer, [text])
    for name in ("ids", "first", "starts", "ends"):
        assert getattr(ours, name).tolist() == getattr(theirs, name).tolist()


@pytest.mark.law
@given(text=WORDS, start=st.integers(0, 80), size=st.integers(0, 20))
def test_both_find_the_same_words_of_a_span(
    tokenizer: Tokenizer, text: str, start: int, size: int
) -> None:
    pieces = cut(tokenizer, text)
    found = Scored(CARD, pieces.starts, pieces.ends, NOTHING, NOTHING, NOTHING)
    assert found._words(Span(start, start + size)) == words_of(pieces, (start, start + size))


@pytest.mark.law
@given(WORDS)
def test_both_make_one_window_of_a_short_text(tokenizer: Tokenizer, text: str) -> None:
    laid = lay(Example(id="1", corpus="c", text=text), tokenizer, ())
    (ours,) = windows(laid, LONGEST)
    (theirs,) = runtime.windows(runtime.cut(tokenizer, [text])[0], LONGEST)
    assert ours.ids.tolist() == theirs.ids.tolist()
    assert ours.first.tolist() == theirs.first.tolist()
    assert (theirs.keep_from, theirs.keep_to) == (0, len(ours.first))


@pytest.mark.law
@given(text=WORDS, longest=st.integers(1, 150))
def test_every_word_is_read_off_one_of_the_packages_windows(
    tokenizer: Tokenizer, text: str, longest: int
) -> None:
    (pieces,) = runtime.cut(tokenizer, [f"{text} " * 3])
    found = list(runtime.windows(pieces, longest))
    kept = [n for window in found for n in range(window.keep_from, window.keep_to)]
    assert kept == list(range(len(pieces.first)))
    for window in found:
        assert window.start <= window.keep_from <= window.keep_to <= window.end
        assert 0 < len(window.ids) <= longest
        last = min(len(pieces.ids), int(pieces.first[window.start]) + len(window.ids))
        assert window.ids.tolist() == pieces.ids[pieces.first[window.start] : last].tolist()
