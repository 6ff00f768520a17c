import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline_training.example import Example, Linked, Offsets, Sorted, Tagged
from dateline_training.labels import HEADS, LAYERS, RELATIONS
from dateline_training.windows import UNKNOWN, Labelled, Window, cut, lay, windows, words_of

TEXT = "Rebels shelled Oram."
TYPES = ("Agreement", "Looting")
TEXTS = st.lists(
    st.tuples(st.sampled_from(["the", "mill", "oram", "é", "x.", "“no”"]), st.sampled_from(" \n")),
    max_size=30,
).map(lambda words: "".join(word + blank * (1 + (blank == "\n")) for word, blank in words))


def laid(tokenizer: Tokenizer, text: str = TEXT, **more: Any) -> Labelled:
    return lay(Example(id="1", corpus="c", text=text, **more), tokenizer, TYPES)


def row(labelled: Labelled, layer: str) -> list[int]:
    found: list[int] = labelled.tags[list(LAYERS).index(layer)].tolist()
    return found


def sizes(found: Sequence[Window]) -> list[int]:
    return [len(window.first) for window in found]


def test_a_word_is_what_blanks_and_marks_part(tokenizer: Tokenizer) -> None:
    pieces = cut(tokenizer, TEXT)
    names = ["rebels", "shelled", "o", "##r", "##a", "##m", "."]
    assert pieces.ids.tolist() == [tokenizer.token_to_id(name) for name in names]
    assert pieces.first.tolist() == [0, 1, 2, 6]
    assert pieces.starts.tolist() == [0, 7, 15, 19]
    assert pieces.ends.tolist() == [6, 14, 19, 20]


def test_offsets_count_characters_of_the_text_before_its_letters_are_made_plain(
    tokenizer: Tokenizer,
) -> None:
    pieces = cut(tokenizer, "\tÉl É’a")
    assert (pieces.starts.tolist(), pieces.ends.tolist()) == ([1, 4, 5, 6], [3, 5, 6, 7])


def test_an_empty_text_has_no_words(tokenizer: Tokenizer) -> None:
    labelled = laid(tokenizer, " \n", layers=frozenset({"cue"}))
    assert len(labelled.pieces.ids) == len(labelled.pieces.first) == 0
    assert labelled.tags.shape == (len(LAYERS), 0)
    assert list(windows(labelled, 5)) == []


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((7, 14), (1, 2)),
        ((0, 20), (0, 4)),
        ((8, 9), (1, 2)),  # inside a word
        ((13, 16), (1, 3)),  # its last character and the next one's first
        ((6, 7), (1, 1)),  # the blank between two
        ((20, 25), (4, 4)),
    ],
)
def test_a_span_is_the_words_it_touches(
    tokenizer: Tokenizer, span: Offsets, words: Offsets
) -> None:
    assert words_of(cut(tokenizer, TEXT), span) == words


@pytest.mark.law
@given(text=TEXTS, span=st.tuples(st.integers(0, 60), st.integers(0, 20)))
def test_words_of_a_span_as_counted_one_by_one(
    tokenizer: Tokenizer, text: str, span: Offsets
) -> None:
    pieces = cut(tokenizer, text)
    start, end = span[0], span[0] + 1 + span[1]
    first, last = words_of(pieces, (start, end))
    bounds = zip(pieces.starts, pieces.ends, strict=True)
    assert list(range(first, last)) == [
        n for n, (a, b) in enumerate(bounds) if a < end and start < b
    ]


def test_labels_are_laid_as_numbers_and_nothing_on_what_is_not_labelled(
    tokenizer: Tokenizer,
) -> None:
    labelled = laid(
        tokenizer,
        layers=frozenset({"trigger", "role"}),
        tagged=(
            Tagged(layer="trigger", start=7, end=14, label="injure"),
            Tagged(layer="role", start=0, end=19, label="place"),
        ),
    )
    assert row(labelled, "trigger") == [0, 5, 0, 0]  # injure is the third label: 2 * 2 + 1
    assert row(labelled, "role") == [7, 8, 8, 0]  # place is the fourth: 2 * 3 + 1, then 2 * 3 + 2
    for layer in set(LAYERS) - {"trigger", "role"}:
        assert row(labelled, layer) == [UNKNOWN] * 4
    assert (labelled.sorted, labelled.links, labelled.label) == ((), (), UNKNOWN)


def test_two_spans_side_by_side_are_two(tokenizer: Tokenizer) -> None:
    spans = [(0, 6), (7, 19)]
    tagged = tuple(Tagged(layer="cue", start=a, end=b, label="cue") for a, b in spans)
    labelled = laid(tokenizer, layers=frozenset({"cue"}), tagged=tagged)
    assert row(labelled, "cue") == [1, 1, 2, 0]


def test_outside_the_known_stretches_nothing_is_said(tokenizer: Tokenizer) -> None:
    tagged = (Tagged(layer="cue", start=7, end=14, label="cue"),)
    layers = frozenset({"cue"})
    labelled = laid(tokenizer, layers=layers, tagged=tagged, known=((7, 14), (19, 20)))
    assert row(labelled, "cue") == [UNKNOWN, 1, UNKNOWN, 0]


def test_classes_anchors_and_partners_are_given_by_number(tokenizer: Tokenizer) -> None:
    labelled = laid(
        tokenizer,
        sorted=(
            Sorted(head="stage", start=7, end=14, label=HEADS["stage"][1]),
            Sorted(head="hedged", start=6, end=7, label="hedged"),  # touches no word
        ),
        relations=frozenset({"attacker", "place"}),
        anchors=(("attacker", (7, 14)), ("place", (7, 14)), ("victim", (7, 14)), ("place", (6, 7))),
        linked=(
            Linked(relation="attacker", anchor=(7, 14), other=(0, 6)),
            Linked(relation="attacker", anchor=(7, 14), other=(15, 20)),
            Linked(relation="victim", anchor=(7, 14), other=(15, 20)),  # not labelled for
        ),
        label="Looting",
    )
    assert labelled.sorted == ((list(HEADS).index("stage"), 1, 2, 1),)
    attacker, place = RELATIONS.index("attacker"), RELATIONS.index("place")
    assert labelled.links == ((attacker, 1, ((0, 1), (2, 4))), (place, 1, ()))
    assert labelled.label == 1


def test_a_class_that_is_none_is_refused(tokenizer: Tokenizer) -> None:
    with pytest.raises(ValueError, match="not in"):
        laid(tokenizer, label="Riot")


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("a b. c", (3,)),
        ("a 3.5 c", ()),
        ("a\n\nb c\nd", (1,)),
        ("a!” b", (3,)),
        ("a?b", ()),
        ("a; b", ()),
    ],
)
def test_windows_may_begin_after_sentences_and_paragraphs(
    tokenizer: Tokenizer, text: str, breaks: tuple[int, ...]
) -> None:
    assert laid(tokenizer, text).breaks == breaks


@pytest.mark.parametrize(
    ("text", "longest", "found"),
    [
        ("a b c. d e f g", 6, [4, 4]),  # at the sentence's end
        ("a. b c d e f g", 6, [6, 2]),  # which would leave less than half
        ("a. b. c. d", 4, [4, 3]),  # the last that fits
        ("a b c d e f g", 7, [7]),
        ("oram a b", 5, [2, 1]),  # four pieces and one
        ("a oram a", 4, [1, 1, 1]),
    ],
)
def test_windows_end_where_a_sentence_does(
    tokenizer: Tokenizer, text: str, longest: int, found: list[int]
) -> None:
    assert sizes(list(windows(laid(tokenizer, text), longest))) == found


def test_a_word_longer_than_a_window_is_cut_and_stays_a_word(tokenizer: Tokenizer) -> None:
    every = list(windows(laid(tokenizer, "a. oram. b"), 2))
    assert sizes(every) == [2, 1, 2]
    names = [["a", "."], ["o", "##r"], [".", "b"]]
    assert [w.ids.tolist() for w in every] == [[tokenizer.token_to_id(n) for n in w] for w in names]


def test_what_a_window_carries_is_counted_from_its_start(tokenizer: Tokenizer) -> None:
    labelled = laid(
        tokenizer,
        "he said. oram shelled mill",
        layers=frozenset({"trigger"}),
        tagged=(Tagged(layer="trigger", start=14, end=21, label="attack"),),
        sorted=tuple(
            Sorted(head="hedged", start=start, end=end, label="hedged")
            for start, end in [(0, 7), (3, 13), (14, 26)]
        ),
        relations=frozenset({"source", "target"}),
        anchors=(("target", (14, 21)), ("source", (3, 7))),
        linked=(
            Linked(relation="target", anchor=(14, 21), other=(3, 13)),
            Linked(relation="target", anchor=(14, 21), other=(22, 26)),
        ),
    )
    one, two = windows(labelled, 6)
    hedged = list(HEADS).index("hedged")
    assert (sizes([one, two]), two.first.tolist()) == ([3, 3], [0, 4, 5])
    assert one.sorted == ((hedged, 0, 2, 1),)
    assert two.sorted == ((hedged, 1, 3, 1),)  # the one across the cut belongs to neither
    assert two.tags[list(LAYERS).index("trigger")].tolist() == [0, 1, 0]
    source, target = RELATIONS.index("source"), RELATIONS.index("target")
    assert [(r, a, list(yes)) for r, a, yes in one.links] == [(source, 1, [0, 0, 0])]
    assert [(r, a, list(yes)) for r, a, yes in two.links] == [(target, 1, [1, 0, 1])]


@pytest.mark.law
@given(text=TEXTS, longest=st.integers(1, 40), seed=st.none() | st.integers(0, 99))
def test_windows_hold_every_word_once_and_in_order(
    tokenizer: Tokenizer, text: str, longest: int, seed: int | None
) -> None:
    whole = laid(tokenizer, text)
    count = len(whole.pieces.first)
    numbered = replace(whole, tags=np.tile(np.arange(count), (len(LAYERS), 1)))
    found = list(windows(numbered, longest, None if seed is None else random.Random(seed)))
    assert [int(n) for w in found for n in w.tags[0]] == list(range(count))
    assert all(0 < len(w.ids) <= longest for w in found)
    assert all(len(w.first) == w.tags.shape[1] for w in found)
    heads = [int(w.ids[place]) for w in found for place in w.first]
    assert heads == whole.pieces.ids[whole.pieces.first].tolist()
    if longest >= 4:  # no word has more pieces
        assert [int(n) for w in found for n in w.ids] == whole.pieces.ids.tolist()


def test_random_cuts_differ_and_leave_short_texts_whole(tokenizer: Tokenizer) -> None:
    def cuts(words: int, seed: int) -> tuple[int, ...]:
        labelled = laid(tokenizer, "a " * words)
        return tuple(sizes(list(windows(labelled, 12, random.Random(seed)))))

    assert {cuts(12, seed) for seed in range(20)} == {(12,)}
    every = {cuts(30, seed) for seed in range(200)}
    assert {found[0] for found in every} == set(range(4, 13))  # from a third of the length to it
    assert all(found[1:-1] == (12,) * (len(found) - 2) for found in every)
