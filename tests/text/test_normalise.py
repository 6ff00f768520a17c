import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.spans import Span
from dateline.text.normalise import normalise

AWKWARD = st.text(
    st.sampled_from("ab \t\n\r\f\x85\u2028\u00a0\u3000\u200b\u202e\ufeff\u00ade\u0301\u0323\ufb01\u1100\u1161\u11a8\ud800\ufe0f’“—")
    | st.characters(),
    max_size=60,
)  # fmt: skip


@pytest.mark.parametrize(
    ("given_characters", "body"),
    [
        ("one\r\ntwo\rthree\u2028four\u2029five\x85six\fseven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
        ("a\u00a0b\u2009c\td\u3000e", "a b c d e"),
        ("two  spaces", "two  spaces"),
        ("\ufeffin\u00adfra\u200bstruc\u202eture", "infrastructure"),
        ("Sejourne\u0301", "Sejourn\u00e9"),
        ("e\u200d\u0301", "\u00e9"),
        ("\ufb01re", "fire"),
        ("‘Don’t’ “so” — he", "‘Don’t’ “so” — he"),
        ("half\ud800way", "halfway"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("", ""),
    ],
)  # fmt: skip
def test_body(given_characters: str, body: str) -> None:
    assert normalise(given_characters)[0] == body


def test_map_leads_back_over_dropped_and_joined_characters() -> None:
    source = "\ufeffKy\u00adiv\r\ncafe\u0301 \ufb01re"
    body, offsets = normalise(source)
    assert body == "Kyiv\ncaf\u00e9 fire"
    assert offsets.to_source(Span(0, 4)).of(source) == "Ky\u00adiv"
    assert offsets.to_source(Span(4, 5)).of(source) == "\r\n"
    assert offsets.to_source(Span(5, 9)).of(source) == "cafe\u0301"
    assert offsets.to_source(Span(10, 14)).of(source) == "\ufb01re"


def test_marks_beyond_the_thirtieth_are_dropped() -> None:
    body, offsets = normalise("x" + "\u0323\u0301" * 500 + "y")
    assert len(body) <= 32
    assert body[-1] == "y"
    assert offsets.to_source(Span(len(body) - 1, len(body))) == Span(1001, 1002)


@pytest.mark.law
@given(AWKWARD)
def test_every_body_character_stands_for_something_in_order(characters: str) -> None:
    body, offsets = normalise(characters)
    assert len(offsets.starts) == len(offsets.ends) == len(body)
    assert all(0 <= start < end <= len(characters) for start, end in zip(offsets.starts, offsets.ends, strict=True))  # fmt: skip
    assert list(offsets.starts) == sorted(offsets.starts)
    assert list(offsets.ends) == sorted(offsets.ends)


@pytest.mark.law
@given(AWKWARD)
def test_the_body_is_its_own_normal_form(characters: str) -> None:
    body, _ = normalise(characters)
    again, offsets = normalise(body)
    assert again == body
    assert offsets.to_source(Span(0, len(body))) == Span(0, len(body))
    assert unicodedata.is_normalized("NFC", body)


@pytest.mark.law
@given(AWKWARD)
def test_only_plain_white_space_is_left(characters: str) -> None:
    assert {c for c in normalise(characters)[0] if c.isspace()} <= {" ", "\n"}


@pytest.mark.law
@given(st.lists(st.sampled_from(["kept ", "\u200b", "\r\n", "e\u0301", "—“"]), max_size=20))
def test_unchanged_stretches_are_the_same_characters(pieces: list[str]) -> None:
    source = "".join(pieces)
    body, offsets = normalise(source)
    at = body.find("kept")
    while at >= 0:
        assert offsets.to_source(Span(at, at + 4)).of(source) == "kept"
        at = body.find("kept", at + 1)
