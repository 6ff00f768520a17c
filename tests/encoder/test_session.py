"""What the encoder feeds a session, and where it puts what comes back; the session here is a stub."""

from typing import Any, TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import WhitespaceSplit

from dateline.encoder.card import Card
from dateline.encoder.decode import Scored
from dateline.encoder.onnx import OnnxEncoder
from dateline.encoder.windows import cut, windows

Feed: TypeAlias = dict[str, NDArray[np.int64]]

CARD = Card(
    name="toy",
    sha256="0123456789abcdef",
    layers={"cue": ("cue",)},
    heads={"stage": ("done", "tried")},
    relations=("source",),
    kinds=("x", "y"),
    width=1,
    reach=(1,),
    distance=((0, 0, 0),),
    longest=60,
    temperatures={},
    thresholds={},
)
COLUMNS, WIDE = 3 + 2, 2 * 1 + 1
FIRST = 1000
"""Id of the word "w0"; "w1" has the next one, and so on."""


class Session:
    """Keeps what it is fed. Scores a word with the id of its first piece, its pairs with that of the window's first, a window with both ends."""

    def __init__(self) -> None:
        self.fed: list[Feed] = []
        self.asked: list[list[str]] = []

    def run(self, names: list[str], feed: Feed) -> list[NDArray[np.float32]]:
        self.asked.append(names)
        self.fed.append({name: values.copy() for name, values in feed.items()})
        ids, mask, first = feed["ids"], feed["mask"], feed["first"]
        heads = np.take_along_axis(ids, first, axis=1).astype(np.float32)
        begins = np.broadcast_to(ids[:, 1:2], first.shape).astype(np.float32)
        ends = ids[np.arange(len(ids)), mask.sum(1) - 2]
        return [
            np.repeat(heads[..., None], COLUMNS, axis=2),
            np.repeat(begins[..., None], WIDE, axis=2),
            np.stack([ids[:, 1], ends], axis=1).astype(np.float32),
        ]


def tokens() -> Tokenizer:
    made = Tokenizer(WordLevel({"[UNK]": 0} | {f"w{n}": FIRST + n for n in range(1000)}, "[UNK]"))
    made.pre_tokenizer = WhitespaceSplit()
    return made


TOKENS = tokens()


def text(count: int, start: int = 0) -> str:
    """So many words, from the ``start``-th on."""
    return " ".join(f"w{n}" for n in range(start, start + count))


def read(*bodies: str, session: Any = None) -> tuple[Scored, ...]:
    return OnnxEncoder(CARD, session if session is not None else Session(), TOKENS).read(bodies)


def test_a_text_is_fed_between_the_two_marks_of_the_model() -> None:
    session = Session()
    (found,) = read("w7 w5 w6", session=session)
    (feed,) = session.fed
    assert session.asked == [["marks", "pairs", "whole"]]
    assert feed["ids"].tolist() == [[101, 1007, 1005, 1006, 102]]
    assert feed["mask"].tolist() == [[1, 1, 1, 1, 1]]
    assert feed["first"].tolist() == [[1, 2, 3]]
    assert {values.dtype for values in feed.values()} == {np.dtype(np.int64)}
    assert found.marks.tolist() == [[1007] * COLUMNS, [1005] * COLUMNS, [1006] * COLUMNS]
    assert (found.starts.tolist(), found.ends.tolist()) == ([0, 3, 6], [2, 5, 8])


def test_every_piece_counts_and_only_a_words_first_is_read() -> None:
    class Cut:
        """A tokenizer that cuts the second of three words in three."""

        def encode_batch(self, bodies: list[str], *, add_special_tokens: bool) -> list[Any]:
            class Encoding:
                ids = (11, 12, 13, 14, 15)
                word_ids = (0, 1, 1, 1, 2)
                offsets = ((0, 2), (3, 5), (5, 7), (7, 9), (10, 12))

            assert not add_special_tokens
            return [Encoding() for _ in bodies]

    session = Session()
    tokenizer: Any = Cut()
    (found,) = OnnxEncoder(CARD, session, tokenizer).read(["aa bbbbbb cc"])
    assert session.fed[0]["ids"].tolist() == [[101, 11, 12, 13, 14, 15, 102]]
    assert session.fed[0]["first"].tolist() == [[1, 2, 5]]
    assert found.marks[:, 0].tolist() == [11, 12, 15]
    assert (found.starts.tolist(), found.ends.tolist()) == ([0, 3, 10], [2, 9, 12])


@pytest.mark.law
@given(st.lists(st.integers(0, 150), max_size=40))
def test_windows_are_fed_one_by_one_whole_and_in_the_order_of_the_texts(sizes: list[int]) -> None:
    session = Session()
    read(*(text(size) for size in sizes), session=session)
    lengths = []
    for feed in session.fed:
        ids = feed["ids"]
        assert len(ids) == len(feed["mask"]) == len(feed["first"]) == 1
        assert feed["mask"].all()
        assert ids[0, 0] == 101
        assert ids[0, -1] == 102
        assert feed["first"].min() == 1
        assert feed["first"].max() < ids.shape[1] - 1
        lengths.append(ids.shape[1] - 2)
    assert lengths == [
        len(w.ids) for size in sizes for w in windows(cut(TOKENS, [text(size)])[0], CARD.longest)
    ]


@pytest.mark.law
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 699)), max_size=12))
def test_each_word_gets_its_own_scores_back(shapes: list[tuple[int, int]]) -> None:
    found = read(*(text(size, start) for size, start in shapes))
    assert len(found) == len(shapes)
    for one, (size, start) in zip(found, shapes, strict=True):
        expected = np.arange(FIRST + start, FIRST + start + size)
        assert (one.marks == expected[:, None]).all()
        assert one.marks.shape == (size, COLUMNS)
        assert len(one.starts) == len(one.ends) == size


def test_a_word_of_two_windows_is_read_off_the_one_that_keeps_it() -> None:
    body = text(150)
    (found,) = read(body)
    (pieces,) = cut(TOKENS, [body])
    cuts = list(windows(pieces, CARD.longest))
    assert len(cuts) > 2
    # The stub gives each word's pairs the id of the first word of the window they were read off.
    expected = [FIRST + w.start for w in cuts for _ in range(w.keep_from, w.keep_to)]
    assert found.pairs.tolist() == [[begin] * WIDE for begin in expected]


def test_the_whole_texts_classes_are_its_windows_weighed_by_their_length() -> None:
    # 70 words in windows of 60: the second begins 48 before the first ends, at word 12, and has 58.
    (found,) = read(text(70))
    starts = (60 * 1000 + 58 * 1012) / 118
    ends = (60 * 1059 + 58 * 1069) / 118
    assert found.whole.tolist() == pytest.approx([starts, ends])
    (short,) = read("w4 w5")
    assert short.whole.tolist() == [1004, 1005]


def test_empty_texts_are_not_fed_and_have_no_signals() -> None:
    session = Session()
    first, told, last = read("", "w1", " \n ", session=session)
    assert [feed["ids"].tolist() for feed in session.fed] == [[[101, 1001, 102]]]
    assert told.marks.shape == (1, COLUMNS)
    for found in (first, last):
        assert found.marks.shape == (0, COLUMNS)
        assert found.pairs.shape == (0, WIDE)
        assert found.spans("cue") == ()
        assert found.kinds() == (("x", 0.5), ("y", 0.5))


def test_nothing_is_read_of_no_text() -> None:
    session = Session()
    assert read(session=session) == ()
    assert read("", session=session)[0].spans("cue") == ()
    assert session.fed == []


def test_the_name_holds_the_first_digits_of_the_hash() -> None:
    assert OnnxEncoder(CARD, Session(), TOKENS).name == "toy 0123456789ab"
