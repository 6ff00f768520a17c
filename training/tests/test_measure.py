from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline_training.example import Example, Linked, Sorted, Tagged
from dateline_training.labels import SNIPPET_TYPES
from dateline_training.measure import Measures, Tally, confusions, measure, spans_of
from dateline_training.model import Reader
from dateline_training.windows import lay

Told = Callable[[dict[str, dict[str, list[float]]]], Reader]


def oracle(row: list[int]) -> set[tuple[int, int, int]]:
    """Every stretch that begins with B, or with I after another kind or O, and goes on with I of its kind for as long as it can."""
    found = set()
    for start in range(len(row)):
        if row[start] == 0:
            continue
        kind = (row[start] - 1) // 2
        begin, inside = 2 * kind + 1, 2 * kind + 2
        if row[start] == inside and start > 0 and row[start - 1] in {begin, inside}:
            continue
        end = start + 1
        while end < len(row) and row[end] == inside:
            end += 1
        found.add((start, end, kind))
    return found


@pytest.mark.parametrize(
    ("row", "spans"),
    [
        ([], set()),
        ([0, 0], set()),
        ([1, 2, 2, 0], {(0, 3, 0)}),
        ([1, 1, 2], {(0, 1, 0), (1, 3, 0)}),
        ([0, 2, 2], {(1, 3, 0)}),  # an I after nothing
        ([1, 4, 4, 3], {(0, 1, 0), (1, 3, 1), (3, 4, 1)}),  # an I after another kind
        ([3, 0, 4], {(0, 1, 1), (2, 3, 1)}),
    ],
)
def test_spans_of_a_row(row: list[int], spans: set[tuple[int, int, int]]) -> None:
    assert spans_of(row) == spans


@pytest.mark.law
@given(st.lists(st.integers(0, 6)))
def test_spans_of_a_row_as_found_one_by_one(row: list[int]) -> None:
    assert spans_of(row) == oracle(row)


def test_f1_by_hand() -> None:
    assert Tally(right=3, spurious=1, missed=2).f1 == pytest.approx(6 / 9)
    assert Tally(spurious=4).f1 == Tally().f1 == 0.0
    found = Measures()
    found.of("b").right += 2
    found.of("a").missed += 1
    found.of("b").spurious += 2
    assert list(found.f1s().items()) == [("a", 0.0), ("b", 0.6667)]


def said(kind: int, *, inside: bool = False) -> list[float]:
    """Scores of the trigger layer's seven columns for a word taken for a label."""
    return [9.0 * (n == 2 * kind + 1 + inside) for n in range(7)]


def test_a_small_text_by_hand(tokenizer: Tokenizer, told: Told) -> None:
    # taken for triggers: shelled and bombed (attack), mill (inside of an attack), police (to die)
    reader = told(
        {
            "shelled": {"trigger": said(0)},
            "bombed": {"trigger": said(0)},
            "mill": {"trigger": said(0, inside=True), "target>": [2.0]},
            "police": {"trigger": said(1), "target>": [1.0]},
            "he": {"target>": [-1.0]},
            "rebels": {"target>": [-1.0], "specific": [0.0, 4.0], "kinds": [0.0, 3.0]},
        }
    ).train()
    text = "rebels shelled the mill bombed police he"
    example = Example(
        id="1",
        corpus="c",
        text=text,
        layers=frozenset({"trigger"}),
        relations=frozenset({"target"}),
        tagged=(
            Tagged(layer="trigger", start=7, end=14, label="attack"),
            Tagged(layer="trigger", start=19, end=30, label="attack"),
            Tagged(layer="trigger", start=38, end=40, label="die"),
        ),
        known=((0, 30), (38, 40)),
        sorted=(
            Sorted(head="specific", start=0, end=6, label="generic"),
            Sorted(head="specific", start=0, end=14, label="specific"),
        ),
        anchors=(("target", (7, 14)),),
        linked=(
            Linked(relation="target", anchor=(7, 14), other=(15, 23)),
            Linked(relation="target", anchor=(7, 14), other=(38, 40)),
        ),
        label=SNIPPET_TYPES[2],
    )
    silent = Example(id="2", corpus="d", text="shelled", layers=frozenset({"cue"}))
    texts = {
        "first": [lay(example, tokenizer, SNIPPET_TYPES)],
        "second": [lay(silent, tokenizer, SNIPPET_TYPES)],
    }
    found = measure(reader, texts, longest=50, budget=100, half=False)
    assert reader.training
    assert found.tallies == {
        # shelled, mill and bombed are right, he is missed; police is not known
        "c/trigger/token": Tally(right=3, missed=1),
        # of "shelled", "mill bombed", "he", the second is taken for two: mill begins one, bombed another
        "c/trigger/span": Tally(right=1, spurious=2, missed=2),
        "c/trigger.attack/span": Tally(right=1, spurious=2, missed=1),
        "c/trigger.die/span": Tally(missed=1),
        "c/trigger.injure/span": Tally(),
        # both spans are taken for generic
        "c/specific/class": Tally(right=1, spurious=1, missed=1),
        # mill is right, police spurious, the (evenly) and he are missed
        "c/target/words": Tally(right=1, spurious=1, missed=2),
        "c/types/class": Tally(spurious=1, missed=1),
        "d/cue/token": Tally(),
        "d/cue/span": Tally(),
    }
    wrong = confusions(reader, texts["first"] * 2, longest=50, budget=100)
    assert wrong == Counter({(SNIPPET_TYPES[2], SNIPPET_TYPES[1]): 2})


def test_right_classes_are_no_confusions(tokenizer: Tokenizer, told: Told) -> None:
    reader = told({"he": {"kinds": [0.0, 3.0]}})
    text = Example(id="1", corpus="c", text="he said", label=SNIPPET_TYPES[1])
    laid = [lay(text, tokenizer, SNIPPET_TYPES), lay(replace(text, label=None), tokenizer, ())]
    assert confusions(reader, laid, longest=50, budget=100) == Counter()
    found = measure(reader, {"c": laid}, longest=50, budget=100, half=True)
    assert found.f1s() == {"c/types/class": 1.0}
