import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.normalise import normalise
from dateline.text.tokens import tokenise


def cut(body: str) -> list[str]:
    return [token.text for token in tokenise(body)]


@pytest.mark.parametrize(
    "word",
    [
        "U.S.", "U.S.-led", "a.m.", "Ph.D.", "don't", "don’t", "O'Brien", "UJ-22", "S-300", "T-72B3", "9M729", "25-storey", "5.5-metre",
        "26,000", "1,250.5", "3.5", "19:30", "24.04.2024", "04/03/2024", "2024-04-24", "$61bn", "€3.5m", "90s", "25th", "20th-century",
        "30-km", "TVN24.pl", "LB.ua", "Lenta.Ru", "https://example.org/a?b=c", "desk@example.org", "@ministry_ua", "#Kharkiv", "...",
        "--", "…", "?!", "“", "—", "%",
    ],
)  # fmt: skip
def test_stays_whole(word: str) -> None:
    assert cut(word) == [word]


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("Ukraine's", ["Ukraine", "'s"]),
        ("Ukraine’s", ["Ukraine", "’s"]),
        ("UKRAINE'S", ["UKRAINE", "'S"]),
        ("U.N.'s", ["U.N.", "'s"]),
        ("soldiers' camp", ["soldiers", "'", "camp"]),
        ("30km", ["30", "km"]),
        ("7.62mm", ["7.62", "mm"]),
        ("26,000m³", ["26,000", "m³"]),
        ("20%", ["20", "%"]),
        ("US$3bn", ["US", "$3bn"]),
        ("10-15 people", ["10", "-", "15", "people"]),
        ("10–15", ["10", "–", "15"]),
        ("ended.It lasted", ["ended", ".", "It", "lasted"]),
        ("in Ukraine.It", ["in", "Ukraine", ".", "It"]),
        ("in 2022.The", ["in", "2022", ".", "The"]),
        ("KYIV/MOSCOW", ["KYIV", "/", "MOSCOW"]),
        ("(AFP)", ["(", "AFP", ")"]),
        ("see https://example.org/x.", ["see", "https://example.org/x", "."]),
        ("“No,” he", ["“", "No", ",", "”", "he"]),
    ],
)
def test_is_cut(characters: str, expected: list[str]) -> None:
    assert cut(characters) == expected


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("Gen. Orlov", ["Gen.", "Orlov"]),
        ("J. K. Marsh", ["J.", "K.", "Marsh"]),
        ("No. 5", ["No.", "5"]),
        ("No. He left", ["No", ".", "He", "left"]),
        ("on Jan. 3", ["on", "Jan.", "3"]),
        ("Acme Inc. said", ["Acme", "Inc.", "said"]),
        ("fuel, etc. were", ["fuel", ",", "etc.", "were"]),
        ("lt. in plain words", ["lt", ".", "in", "plain", "words"]),
        ("plan B. The army", ["plan", "B", ".", "The", "army"]),
    ],
)
def test_abbreviations_keep_their_stop(characters: str, expected: list[str]) -> None:
    assert cut(characters) == expected


def test_lower_makes_apostrophes_plain() -> None:
    assert [token.lower for token in tokenise("Don’t Kyiv’s")] == ["don't", "kyiv", "'s"]


@pytest.mark.law
@given(st.text(max_size=80) | st.text(st.sampled_from("aB1.,:'’-/@#$ \n_%w"), max_size=60))
def test_tokens_hold_every_character_but_white_space_once(characters: str) -> None:
    body, _ = normalise(characters)
    at = 0
    for token in tokenise(body):
        assert token.span.start >= at
        assert not body[at : token.span.start].strip()
        assert token.text == token.span.of(body) != ""
        assert token.lower == token.text.lower().replace("’", "'")
        at = token.span.end
    assert not body[at:].strip()
