from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.phrases import Hit, PhraseTable, noun_forms, plural, split, verb_forms
from dateline.model.spans import Span
from dateline.model.texts import Token
from dateline.text.prepare import prepare

WORDS = st.sampled_from(["hit", "the", "drone", "strike", "'s", "air", "of"])
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=8)


def tokens_of(words: Sequence[str]) -> tuple[Token, ...]:
    return tuple(Token(Span(n, n + 1), word, word) for n, word in enumerate(words))


def naive(
    phrases: Sequence[tuple[str, ...]], words: Sequence[str], first: int, last: int
) -> Iterator[tuple[int, int, int]]:
    """The longest phrase at each place, left to right, by comparing all of them."""
    index = first
    while index < last:
        ends = [
            (index + len(phrase), number)
            for number, phrase in enumerate(phrases)
            if tuple(words[index : min(last, index + len(phrase))]) == phrase
        ]
        end, number = max(ends, default=(0, 0))
        if ends:
            yield index, end, number
            index = end
        else:
            index += 1


@pytest.mark.law
@given(PHRASES, st.lists(WORDS, max_size=20), st.data())
def test_find_agrees_with_comparing_every_phrase(
    phrases: list[tuple[str, ...]], words: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(words)))
    last = data.draw(st.integers(first, len(words)))
    table = PhraseTable((" ".join(phrase), n) for n, phrase in enumerate(phrases))
    found = [(h.first, h.last, h.value) for h in table.find(tokens_of(words), first, last)]
    assert found == list(naive(phrases, words, first, last))


@pytest.mark.law
@given(PHRASES, st.lists(WORDS, max_size=20))
def test_hits_never_overlap(phrases: list[tuple[str, ...]], words: list[str]) -> None:
    table = PhraseTable((" ".join(phrase), True) for phrase in phrases)
    hits = list(table.find(tokens_of(words)))
    assert all(a.last <= b.first for a, b in pairwise(hits))


def test_the_longest_phrase_wins() -> None:
    table = PhraseTable([("air", 1), ("air strike", 2)])
    assert list(table.find(prepare("An air strike.").tokens)) == [Hit(1, 3, 2)]


def test_a_later_phrase_replaces_an_equal_earlier_one() -> None:
    assert PhraseTable([("air", 1), ("air", 2)]).at(prepare("Air").tokens, 0) == Hit(0, 1, 2)


def test_nothing_reaches_over_the_end_asked_for() -> None:
    table = PhraseTable([("air strike", 1), ("air", 2)])
    assert list(table.find(prepare("An air strike").tokens, 0, 2)) == [Hit(1, 2, 2)]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Heart Attack", ("heart", "attack")),
        ("the mayor's office", ("the", "mayor", "'s", "office")),
        ("the mayor’s office", ("the", "mayor", "'s", "office")),
        ("teachers' strike", ("teachers", "'", "strike")),
        ("rfe/rl", ("rfe", "/", "rl")),
        ("al-qaeda", ("al-qaeda",)),
    ],
)
def test_phrases_are_cut_as_the_tokeniser_cuts(phrase: str, words: tuple[str, ...]) -> None:
    assert split(phrase) == words
    assert tuple(t.lower for t in prepare(phrase).tokens) == words


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("drone", "drones"),
        ("refinery", "refineries"),
        ("convoy", "convoys"),
        ("church", "churches"),
        ("box", "boxes"),
        ("woman", "women"),
        ("oil depot", "oil depots"),
        ("aid worker", "aid workers"),
    ],
)
def test_regular_plurals(one: str, many: str) -> None:
    assert plural(one) == many
    assert noun_forms(one) == (one, many)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("announce", ("announces", "announced", "announcing")),
        ("deny", ("denies", "denied", "denying")),
        ("admit", ("admits", "admitted", "admitting")),
        ("kidnap", ("kidnaps", "kidnapped", "kidnapping")),
        ("point out", ("points out", "pointed out", "pointing out")),
    ],
)
def test_regular_verb_forms_keep_their_particle(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb, {}) == forms


def test_given_forms_replace_the_regular_ones() -> None:
    assert verb_forms("hit", {"hit": ["hit", "hits"]}) == ("hit", "hits")
