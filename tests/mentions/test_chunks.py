import pytest

from dateline.mentions.chunks import (
    bounds_phrase,
    phrase_end,
    phrase_start,
    sentence_bounds,
    span_of,
)
from dateline.text.prepare import prepare


def index_of(words: str, word: str) -> int:
    return [t.text for t in prepare(words).tokens].index(word)


@pytest.mark.parametrize(
    ("words", "head", "phrase"),
    [
        ("It hit a large oil depot.", "depot", "a large oil depot"),
        ("Drones hit the depot.", "depot", "the depot"),
        ("Drones struck depots.", "depots", "depots"),
        ("He was in an abandoned mill.", "mill", "an abandoned mill"),
        ("They were near a shopping centre.", "centre", "a shopping centre"),
        ("It burned in three warehouses.", "warehouses", "three warehouses"),
        ("On Monday officials left.", "officials", "officials"),
        ("Grenmark strikes ports.", "ports", "ports"),
    ],
)
def test_a_phrase_starts_behind_closed_class_words_and_verbs(
    words: str, head: str, phrase: str
) -> None:
    text = prepare(words)
    index = index_of(words, head)
    first = phrase_start(text, index, 0)
    assert span_of(text, first, index + 1).of(text.body) == phrase


@pytest.mark.parametrize(
    ("words", "head", "phrase"),
    [
        ("A source in the coast guard said so.", "source", "source in the coast guard"),
        ("The head of the port left.", "head", "head of the port"),
        ("The head left.", "head", "head"),
        ("Officials in Veldt and Oston said so.", "Officials", "Officials in Veldt and Oston"),
        ("The army of Ruritania first announced it.", "army", "army of Ruritania"),
    ],
)
def test_a_phrase_goes_on_over_prepositions(words: str, head: str, phrase: str) -> None:
    text = prepare(words)
    index = index_of(words, head)
    last = phrase_end(text, index + 1, len(text.tokens))
    assert span_of(text, index, last).of(text.body) == phrase


@pytest.mark.parametrize("word", [",", "said", "was", "Monday", "quickly", "burned", "and"])
def test_what_no_phrase_holds(word: str) -> None:
    words = f"Officials {word} depots."
    assert bounds_phrase(prepare(words), index_of(words, word))


@pytest.mark.parametrize("word", ["US", "Jones", "armed", "pumping", "several"])
def test_what_a_phrase_may_hold(word: str) -> None:
    words = f"Near {word} officials."
    assert not bounds_phrase(prepare(words), index_of(words, word))


def test_an_infinitive_bounds_a_phrase() -> None:
    words = "They want to strike depots."
    assert bounds_phrase(prepare(words), index_of(words, "strike"))


def test_bounds_of_the_sentence_of_a_token() -> None:
    text = prepare("One depot burned. Two did not.")
    first, last = sentence_bounds(text, 5)
    assert [t.text for t in text.tokens[first:last]] == ["Two", "did", "not", "."]
