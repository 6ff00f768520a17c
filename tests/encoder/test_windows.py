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
    assert list(windows(pieces, 20)) == []


@pytest.mark.law
@given(st.lists(st.integers(1, 5), min_size=1, max_size=400), st.integers(60, 254))
def test_every_word_is_read_off_one_window(sizes: list[int], longest: int) -> None:
    ends = np.cumsum(sizes)
    pieces = Pieces(np.arange(ends[-1]), ends - np.asarray(sizes), ends - 1, ends)
    found = list(windows(pieces, longest))
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
    assert [len(w.ids) for w in windows(pieces, 12)] == [12, 10]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("é Café, naïve", ["é", "Café", ",", "naïve"]),
        ("e\u0301te fire", ["e\u0301te", "fire"]),
        ("?! … —", ["?", "!", "…", "—"]),
        ("“Fire.”", ["“", "Fire", ".", "”"]),
        ("  hit\n\nfire ", ["hit", "fire"]),
        (" \n ", []),
    ],
)
def test_words_are_told_by_the_characters_of_the_text_itself(
    tokenizer: Tokenizer, body: str, words: list[str]
) -> None:
    (pieces,) = cut(tokenizer, [body])
    found = [body[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert found == words
    assert len(pieces.first) == len(words) <= len(pieces.ids)


def test_texts_are_cut_each_by_itself(tokenizer: Tokenizer) -> None:
    bodies = ["hit", "", "ab hit fire."]
    together, alone = cut(tokenizer, bodies), [cut(tokenizer, [body])[0] for body in bodies]
    for one, other in zip(together, alone, strict=True):
        assert one.ids.tolist() == other.ids.tolist()
        assert one.first.tolist() == other.first.tolist()
        assert one.ends.tolist() == other.ends.tolist()
    assert cut(tokenizer, []) == ()


def sized(sizes: list[int]) -> Pieces:
    """A text of words with so many pieces each."""
    ends = np.cumsum(sizes)
    return Pieces(np.arange(ends[-1]), ends - np.asarray(sizes), ends - 1, ends)


def test_windows_by_hand() -> None:
    # Words of one piece. The first window ends at 60, the next begins 48 before: at 12; they part in the middle of what they share, at 36.
    found = [(w.start, w.end, w.keep_from, w.keep_to) for w in windows(sized([1] * 80), 60)]
    assert found == [(0, 60, 0, 36), (12, 72, 36, 48), (24, 80, 48, 80)]


def test_a_text_that_fits_is_one_window() -> None:
    (window,) = windows(sized([2] * 30), 60)
    assert (window.start, window.end, window.keep_from, window.keep_to) == (0, 30, 0, 30)
    assert len(list(windows(sized([*[2] * 30, 1]), 60))) == 2


@pytest.mark.law
@given(st.lists(st.integers(1, 5), min_size=1, max_size=400), st.integers(60, 254))
def test_neighbours_share_as_many_pieces_as_whole_words_allow(
    sizes: list[int], longest: int
) -> None:
    for before, after in pairwise(windows(sized(sizes), longest)):
        shared = sizes[after.start : before.end]
        assert sum(shared) <= OVERLAP < sum(shared) + sizes[after.start - 1]
        assert before.start < after.start < after.keep_from == before.keep_to < before.end


@pytest.mark.law
@given(st.lists(st.integers(1, 120), min_size=1, max_size=40), st.integers(1, 100))
def test_words_of_any_length_are_all_read_and_only_one_too_long_is_cut(
    sizes: list[int], longest: int
) -> None:
    found = list(windows(sized(sizes), longest))
    kept = [word for w in found for word in range(w.keep_from, w.keep_to)]
    assert kept == list(range(len(sizes)))
    for window in found:
        whole = sum(sizes[window.start : window.end])
        assert len(window.ids) == min(whole, longest)
        assert whole <= longest or window.end == window.start + 1
        assert (window.first < len(window.ids)).all()
