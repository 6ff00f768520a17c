from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from dateline.encoder.windows import OVERLAP, Pieces, cut, windows


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = {"[UNK]": 0, ",": 1, ".": 2} | {c: 10 + n for n, c in enumerate(letters)}
    vocabulary |= {f"##{c}": 50 + n for n, c in enumerate(letters)} | {"hit": 100, "fire": 101}
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 -- a word piece, no secret
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def test_words_are_cut_into_pieces_with_their_characters(tokenizer: Tokenizer) -> None:
    (pieces,) = cut(tokenizer, ["Hit ab, Fire."])
    assert pieces.ids.tolist() == [100, 10, 51, 1, 101, 2]
    assert pieces.first.tolist() == [0, 1, 3, 4, 5]
    assert pieces.starts.tolist() == [0, 4, 6, 8, 12]
    assert pieces.ends.tolist() == [3, 6, 7, 12, 13]


def test_an_empty_text_has_no_words_and_no_window(tokenizer: Tokenizer) -> None:
    (pieces,) = cut(tokenizer, [""])
    assert len(pieces.first) == 0
    assert list(windows(0, pieces, 20)) == []


@pytest.mark.law
@given(st.lists(st.integers(1, 5), min_size=1, max_size=400), st.integers(60, 254))
def test_every_word_is_read_off_one_window(sizes: list[int], longest: int) -> None:
    ends = np.cumsum(sizes)
    pieces = Pieces(np.arange(ends[-1]), ends - np.asarray(sizes), ends - 1, ends)
    found = list(windows(3, pieces, longest))
    kept = [word for w in found for word in range(w.keep_from, w.keep_to)]
    assert kept == list(range(len(sizes)))
    for window in found:
        assert len(window.ids) <= longest
        assert window.start <= window.keep_from <= window.keep_to <= window.end
        first = pieces.first[window.start : window.end]
        assert window.ids[window.first].tolist() == first.tolist()  # ids number the pieces here
    for before, after in pairwise(found):
        shared = sum(sizes[after.start : before.end])
        assert 0 < shared <= OVERLAP


def test_a_word_longer_than_a_window_is_cut() -> None:
    pieces = Pieces(np.arange(30), np.asarray([0, 20]), np.asarray([0, 9]), np.asarray([8, 12]))
    assert [len(w.ids) for w in windows(0, pieces, 12)] == [12, 10]
