from collections.abc import Callable
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline_training.calibrate import FEW, TEMPERATURES, Bin, Calibration, bins, calibrate
from dateline_training.example import Example, Linked, Sorted, Tagged
from dateline_training.labels import SNIPPET_TYPES
from dateline_training.model import Reader
from dateline_training.windows import Labelled, lay

Told = Callable[[dict[str, dict[str, list[float]]]], Reader]
NEVER = -1000.0


def marked(
    tokenizer: Tokenizer, *parts: tuple[str, int, int], corpus: str = "c", layer: str = "cue"
) -> Labelled:
    """A text of words, each so often, of which the first so many are marked."""
    text, tagged = "", []
    for word, count, marks in parts:
        for n in range(count):
            if n < marks:
                start = len(text)
                tagged.append(Tagged(layer=layer, start=start, end=start + len(word), label=layer))
            text += f"{word} "
    example = Example(
        id="1", corpus=corpus, text=text, layers=frozenset({layer}), tagged=tuple(tagged)
    )
    return lay(example, tokenizer, ())


def fitted(reader: Reader, *texts: Labelled) -> Calibration:
    return calibrate(reader, {"c": list(texts)}, longest=500, budget=1000)


def test_scores_that_are_too_sure_are_cooled(tokenizer: Tokenizer, told: Told) -> None:
    reader = told({"said": {"cue": [0.0, 2.5, NEVER]}}).train()
    found = fitted(reader, marked(tokenizer, ("said", 100, 70)))
    # the best temperature is where sigmoid(2.5 / t) = 0.7: t = 2.5 / log(0.7 / 0.3)
    nearest = min(TEMPERATURES, key=lambda t: abs(log(t) - log(2.5 / log(7 / 3))))
    assert found.temperatures == {"cue": nearest}
    assert nearest == pytest.approx(2.95, abs=0.1)
    before, after = found.errors["cue"]
    assert before == pytest.approx(1 / (1 + exp(-2.5)) - 0.7, abs=2e-4)
    assert after < 0.01
    assert found.thresholds == {"cue": 0.5}  # below 0.7 all do as well; the middle is taken
    (line,) = found.reliability
    assert (line.count, line.right) == (100, 0.7)
    assert line.said == pytest.approx(1 / (1 + exp(-2.5 / nearest)), abs=1e-3)
    assert not reader.training


def test_scores_that_are_not_sure_enough_are_heated(tokenizer: Tokenizer, told: Told) -> None:
    reader = told({"said": {"cue": [0.0, 1.0, NEVER]}})
    found = fitted(reader, marked(tokenizer, ("said", 100, 85)))
    assert found.temperatures["cue"] == pytest.approx(1 / log(0.85 / 0.15), abs=0.03)


def test_the_threshold_is_where_words_are_told_best(tokenizer: Tokenizer, told: Told) -> None:
    odds = 2 * log(0.42 / 0.58)  # too sure by two
    reader = told({"said": {"cue": [0.0, odds, NEVER]}, "the": {"cue": [0.0, NEVER, NEVER]}})
    found = fitted(reader, marked(tokenizer, ("said", 100, 42), ("the", 300, 0)))
    assert found.temperatures["cue"] == 2.0
    # above 0.42 no word would be told; of those below, the one next to the middle is taken
    assert found.thresholds["cue"] == 0.4
    assert found.errors["cue"] == (0.0, 0.0)  # no word is taken for a cue
    assert found.reliability == ()


def test_of_few_items_nothing_is_fitted(tokenizer: Tokenizer, told: Told) -> None:
    reader = told({"said": {"cue": [0.0, 2.5, NEVER]}})
    few = fitted(reader, marked(tokenizer, ("said", FEW - 1, 20)))
    assert (few.temperatures, few.thresholds) == ({"cue": 1.0}, {"cue": 0.5})
    enough = fitted(reader, marked(tokenizer, ("said", FEW, 20)))
    assert enough.temperatures["cue"] > 2
    assert enough.thresholds == {"cue": 0.5}  # 20 marked words are few


def test_partners_have_temperatures_and_thresholds_of_their_own(
    tokenizer: Tokenizer, told: Told
) -> None:
    reader = told({"mill": {"target>": [3.0]}, "the": {"target>": [NEVER]}})
    text = "shelled " + "mill " * 100
    mills = [(8 + 5 * n, 12 + 5 * n) for n in range(80)]
    anchor = (0, 7)
    example = Example(
        id="1",
        corpus="c",
        text="shelled " + "the " + text[8:],
        relations=frozenset({"target"}),
        anchors=(("target", anchor),),
        linked=tuple(
            Linked(relation="target", anchor=anchor, other=(start + 4, end + 4))
            for start, end in mills
        ),
    )
    found = fitted(reader, lay(example, tokenizer, ()))
    # the anchor itself is told evenly whatever the temperature; 80 of the 100 others are partners
    assert found.temperatures == {"target>": pytest.approx(3 / log(4), abs=0.1)}
    assert found.thresholds == {"target>": 0.55}  # at 0.5 the anchor would be its own partner
    assert (found.errors, found.reliability) == ({}, ())


def test_classes_of_spans_and_texts_have_a_temperature_and_no_threshold(
    tokenizer: Tokenizer, told: Told
) -> None:
    kinds = [3.0, 0.0, *[NEVER] * (len(SNIPPET_TYPES) - 2)]
    reader = told({"he": {"hedged": [2.0, 0.0], "kinds": kinds}})

    def text(number: int) -> Labelled:
        label = "plain" if number < 40 else "hedged"
        example = Example(
            id=str(number),
            corpus="c",
            text="he said",
            sorted=(Sorted(head="hedged", start=0, end=2, label=label),),
            label=SNIPPET_TYPES[number >= 45],
        )
        return lay(example, tokenizer, SNIPPET_TYPES)

    found = fitted(reader, *map(text, range(60)))
    assert found.temperatures == {
        "hedged": pytest.approx(2 / log(40 / 20), abs=0.15),
        "kinds": pytest.approx(3 / log(45 / 15), abs=0.15),
    }
    assert found.thresholds == {}
    assert found.errors["hedged"][0] == pytest.approx(1 / (1 + exp(-2)) - 40 / 60, abs=2e-4)
    assert found.reliability == ()


def test_a_reliability_table_by_hand() -> None:
    sure = np.array([0.05, 0.5, 0.55, 0.59, 1.0, 0.93], np.float32)
    right = np.array([False, True, False, True, True, True])
    assert bins(sure, right) == [
        Bin(low=0.0, high=0.1, count=1, said=0.05, right=0.0),
        Bin(low=0.5, high=0.6, count=3, said=0.5467, right=0.6667),
        Bin(low=0.9, high=1.0, count=2, said=0.965, right=1.0),
    ]
    assert [line.count for line in bins(sure, right, 2)] == [1, 5]
    assert bins(sure[:0], right[:0]) == []


@pytest.mark.law
@given(st.lists(st.tuples(st.floats(0, 1, width=32), st.booleans())), st.integers(1, 20))
def test_a_reliability_table_counts_every_score_once(
    items: list[tuple[float, bool]], count: int
) -> None:
    sure = np.array([s for s, _ in items], np.float32)
    right = np.array([r for _, r in items], np.bool_)
    lines = bins(sure, right, count)
    assert sum(line.count for line in lines) == len(items)
    assert sum(line.count * line.right for line in lines) == pytest.approx(
        right.sum(), abs=1e-4 * len(items)
    )
    for line in lines:
        assert line.count > 0
        assert line.low - 1e-4 <= line.said <= line.high + 1e-4
        assert line.high - line.low == pytest.approx(1 / count)
