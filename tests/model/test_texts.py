import pytest

from dateline.model.spans import Span
from dateline.model.texts import OffsetMap
from dateline.text.prepare import prepare


def test_offsets_lead_to_the_shortest_source_span() -> None:
    offsets = OffsetMap(starts=(0, 2, 5), ends=(1, 4, 6))
    assert offsets.to_source(Span(0, 2)) == Span(0, 4)
    assert offsets.to_source(Span(1, 3)) == Span(2, 6)


@pytest.mark.parametrize(("at", "source"), [(0, 0), (2, 5), (3, 6)])
def test_an_empty_span_stays_empty(at: int, source: int) -> None:
    offsets = OffsetMap(starts=(0, 2, 5), ends=(1, 4, 6))
    assert offsets.to_source(Span(at, at)) == Span(source, source)


def test_an_empty_text_has_only_its_start() -> None:
    assert OffsetMap((), ()).to_source(Span(0, 0)) == Span(0, 0)


@pytest.mark.parametrize(("offset", "sentence"), [(0, 0), (9, 0), (10, 0), (11, 1), (99, 1)])
def test_the_sentence_that_holds_a_character_or_the_last_before(offset: int, sentence: int) -> None:
    assert prepare("It burned. It rained.").sentence_at(offset) == sentence


def test_before_everything_there_is_no_sentence_and_no_token() -> None:
    text = prepare("")
    assert (text.sentence_at(0), text.token_at(0)) == (None, None)


@pytest.mark.parametrize(("offset", "token"), [(0, 0), (1, 0), (2, 0), (3, 1), (9, 2)])
def test_the_token_that_holds_a_character_or_the_last_before(offset: int, token: int) -> None:
    assert prepare("It burned.").token_at(offset) == token


def test_tokens_in_a_span_are_those_that_start_in_it() -> None:
    text = prepare("It burned twice.")
    assert [t.text for t in text.tokens_in(Span(1, 10))] == ["burned"]
    assert text.tokens_in(Span(3, 3)) == ()


def test_a_quotation_holds_what_is_between_its_marks() -> None:
    text = prepare("“It burned,” she said.")
    quotation = text.quotation_at(1)
    assert quotation is not None
    assert quotation.inner.of(text.body) == "It burned,"
    assert text.quotation_at(0) is None
    assert text.quotation_at(15) is None
