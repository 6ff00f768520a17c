import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.spans import Span
from dateline.model.texts import OffsetMap, Text
from dateline.text.prepare import prepare

PIECES = st.sampled_from(
    ["KYIV (Reuters) - ", "PARIS, 2 April (AFP) — ", "Gen. Orlov ", "said. ", "“", "”", '"', "'", "’s ", "U.S. ", "\n", "\n\n", "  ", "\r\n",
     "\u200b", "e\u0301", "ended.It ", "26,000 ", "?", "…", "(", ")", "[17]", "The depot burned. ", "no. 5 ", "\ufb01re "]
)  # fmt: skip
ADVERSE = [
    "Troops fired on Kyiv. ", "a", "1,000", "1.", "a.", "U.S. ", "“", '"', "‘a ", "“»", "\n", " \n", "e\u0301", "a-", "www.", "x@", "a.b.c@",
    "-- ", "A. ", "(AFP) — ", "St . ", "Ab c\n",
]  # fmt: skip


def test_empty_text() -> None:
    assert prepare("") == Text("", "", OffsetMap((), ()), (), (), (), ())


@pytest.mark.parametrize("characters", [" \n\t", "\ufeff\u200b", "\r\n\r\n"])
def test_text_of_nothing_visible(characters: str) -> None:
    text = prepare(characters)
    assert text.source == characters
    assert (text.paragraphs, text.sentences, text.tokens, text.quotations) == ((), (), (), ())
    assert text.dateline is None


def test_spans_lead_back_to_the_report() -> None:
    source = "\ufeffPARIS, 2 April (AFP) —\u00a0“Kyiv\u00adans know,”\r\nhe said."
    text = prepare(source)
    assert text.dateline is not None
    assert text.dateline.place is not None
    assert text.to_source(text.dateline.place).of(source) == "PARIS"
    assert text.to_source(text.quotations[0].inner).of(source) == "Kyiv\u00adans know,"


@pytest.mark.law
@given(st.lists(PIECES, max_size=25))
def test_every_span_lies_in_the_body_and_in_the_source(pieces: list[str]) -> None:
    text = prepare("".join(pieces))
    spans = [
        *text.paragraphs,
        *(s.span for s in text.sentences),
        *(t.span for t in text.tokens),
        *(q.span for q in text.quotations),
        *(q.inner for q in text.quotations),
    ]
    if text.dateline is not None:
        line = text.dateline
        spans.append(line.span)
        inner = [part for part in (line.place, line.date, line.agency) if part is not None]
        assert all(line.span.contains(part) and len(part) > 0 for part in inner)
    for span in spans:
        assert span.end <= len(text.body)
        assert text.to_source(span).end <= len(text.source)


@pytest.mark.law
@given(st.lists(PIECES, max_size=25))
def test_sentences_and_tokens_cover_all_but_white_space(pieces: list[str]) -> None:
    text = prepare("".join(pieces))
    for parts in ([s.span for s in text.sentences], [t.span for t in text.tokens]):
        at = 0
        for span in parts:
            assert span.start >= at
            assert not text.body[at : span.start].strip()
            at = span.end
        assert not text.body[at:].strip()


@pytest.mark.law
@given(st.lists(PIECES, max_size=15))
def test_the_prepared_body_prepares_to_itself(pieces: list[str]) -> None:
    text = prepare("".join(pieces))
    again = prepare(text.body)
    assert again.body == text.body
    assert (again.tokens, again.sentences, again.quotations) == (
        text.tokens,
        text.sentences,
        text.quotations,
    )


def lines_run(characters: str) -> int:
    """How many lines of the package run while ``characters`` are prepared."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if "dateline" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        prepare(characters)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", ADVERSE)
def test_steps_grow_with_the_length(piece: str) -> None:
    prepare(piece)  # tables are loaded once
    small, large = (lines_run(piece * (size // len(piece))) for size in (1_000, 4_000))
    assert large <= 4.5 * small + 500


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("piece", ["Troops fired on Kyiv. ", "1", "a.", "1,000", "http://!", " "])
def test_a_megabyte_does_not_stall_the_expressions(piece: str) -> None:
    # the steps of regular expressions can't be counted; one that is not linear takes hours here
    text = prepare(piece * (1_000_000 // len(piece)))
    assert len(text.body) > 990_000


def test_sentence_of_a_character() -> None:
    text = prepare("The depot burned. No one was hurt.")
    assert text.sentence_at(20) == 1
    assert [t.text for t in text.tokens_in(Span(4, 16))] == ["depot", "burned"]
