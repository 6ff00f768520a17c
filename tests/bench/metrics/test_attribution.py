import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.attribution import KINDS, MEASURES, WHOLE, Attributed, Scores, score
from dateline.bench.metrics.counts import Prf

#       0         1         2         3         4
#       01234567890123456789012345678901234567890123456
TEXT = "Vell said the depot burned. It rained, he said."
GOLD: list[Attributed] = [
    {"source": ((0, 4),), "cue": ((5, 9),), "content": ((10, 26),)},
    {"source": ((39, 41),), "cue": ((42, 46),), "content": ((28, 37),)},
]


def scored(system: list[Attributed], gold: list[Attributed] = GOLD) -> Scores:
    return score({"t": TEXT}, {"t": gold}, {"t": system})


def test_the_same_is_perfect() -> None:
    found = scored(list(reversed(GOLD)))
    assert all(found.parts[m][k].f1 == 1.0 for m in MEASURES for k in KINDS)
    assert found.whole == {"exact": Prf(2, 0, 0), "relaxed": Prf(2, 0, 0)}


def test_each_measure_counts_its_own_things() -> None:
    # The first with one word less of content and the second not found at all; a third invented without a source.
    found = scored(
        [
            {"source": ((0, 4),), "cue": ((5, 9),), "content": ((10, 19),)},
            {"cue": ((31, 37),), "content": ((28, 30),)},
        ]
    )
    # Vell + he: 4 + 2 characters, 1 + 1 tokens.
    assert found.parts["characters"]["source"] == Prf(4, 0, 2)
    assert found.parts["tokens"]["source"] == Prf(1, 0, 1)
    assert found.parts["exact spans"]["source"] == Prf(1, 0, 1)
    # said, said; the invented "rained" is six characters, one token.
    assert found.parts["characters"]["cue"] == Prf(4, 6, 4)
    assert found.parts["tokens"]["cue"] == Prf(1, 1, 1)
    assert found.parts["exact spans"]["cue"] == Prf(1, 1, 1)
    # Gold: the depot burned (3 + 5 + 6), It rained (2 + 6); found: the depot (8), It (2).
    assert found.parts["characters"]["content"] == Prf(10, 0, 12)
    assert found.parts["tokens"]["content"] == Prf(3, 0, 2)
    assert found.parts["exact spans"]["content"] == Prf(0, 2, 2)
    # the depot is 8 of 14 characters: half or more.
    assert found.whole == {"exact": Prf(0, 2, 2), "relaxed": Prf(1, 1, 1)}


@pytest.mark.parametrize(
    ("content", "alike"),
    [
        ((14, 26), 1),  # depot burned: 11 of 14
        ((10, 19), 1),  # the depot: 8 of 14
        ((20, 26), 0),  # burned: 6 of 14
        ((0, 26), 1),  # 14 of 22
        ((0, 46), 0),  # 14 of 39
    ],
)
def test_half_of_either_side_is_alike(content: tuple[int, int], alike: int) -> None:
    found = scored([{**GOLD[0], "content": (content,)}], GOLD[:1])
    assert found.whole["relaxed"].tp == alike


def test_exactly_half_is_enough() -> None:
    # "It" and "It r" with its space left out: 2 of 3; "It" and "It ra": 2 of 4; "It" and "It rai": 2 of 5.
    gold: Attributed = {**GOLD[1], "content": ((28, 30),)}
    for end, alike in ((32, 1), (33, 1), (34, 0)):
        found = scored([{**GOLD[1], "content": ((28, end),)}], [gold])
        assert found.whole["relaxed"].tp == alike


def test_a_kind_that_both_lack_is_agreed_on_and_one_that_one_lacks_is_not() -> None:
    without: Attributed = {k: s for k, s in GOLD[0].items() if k != "source"}
    assert scored([without], [without]).whole == {"exact": Prf(1, 0, 0), "relaxed": Prf(1, 0, 0)}
    assert scored([without], GOLD[:1]).whole == {"exact": Prf(0, 1, 1), "relaxed": Prf(0, 1, 1)}
    assert scored([GOLD[0]], [without]).whole == {"exact": Prf(0, 1, 1), "relaxed": Prf(0, 1, 1)}


def test_a_source_shared_by_two_attributions_is_one_span() -> None:
    twice: list[Attributed] = [GOLD[0], {**GOLD[1], "source": ((0, 4),)}]
    found = scored(GOLD[:1], twice)
    assert found.parts["exact spans"]["source"] == Prf(1, 0, 0)
    assert found.parts["exact spans"]["cue"] == Prf(1, 0, 1)
    assert found.whole["exact"] == Prf(1, 0, 1)


def test_content_in_two_parts_is_exact_only_with_both() -> None:
    gold: Attributed = {**GOLD[0], "content": ((10, 26), (28, 37))}
    assert scored([gold], [gold]).parts["exact spans"]["content"] == Prf(1, 0, 0)
    assert scored(GOLD[:1], [gold]).parts["exact spans"]["content"] == Prf(0, 1, 1)
    # 14 of 22 characters
    assert scored(GOLD[:1], [gold]).whole["relaxed"].tp == 1


def test_spans_of_one_text_say_nothing_of_another() -> None:
    texts = {"a": TEXT, "b": TEXT}
    found = score(texts, {"a": GOLD, "b": []}, {"b": GOLD, "c": GOLD})
    assert found.whole["exact"] == Prf(0, 2, 2)
    assert (found.texts, found.missing, found.ignored) == (2, 1, 1)


stretch = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 12)).map(
    lambda t: (t[0], min(len(TEXT), t[0] + t[1]))
)
attribution = st.fixed_dictionaries(
    {kind: st.lists(stretch, max_size=2).map(tuple) for kind in KINDS}
)


@pytest.mark.law
@given(st.lists(attribution, max_size=4), st.lists(attribution, max_size=4))
def test_sides_swap_and_relaxed_finds_no_less(
    one: list[Attributed], other: list[Attributed]
) -> None:
    found, back = scored(one, other), scored(other, one)
    assert found.whole["relaxed"].tp >= found.whole["exact"].tp
    pairs = [(found.parts[m][k], back.parts[m][k]) for m in MEASURES for k in KINDS]
    pairs += [(found.whole[name], back.whole[name]) for name in WHOLE]
    assert all((a.tp, a.fp, a.fn) == (b.tp, b.fn, b.fp) for a, b in pairs)
    assert scored(one, one).whole["exact"].f1 == 1.0
