import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline_training.corpora.muc4 import occurrences
from dateline_training.example import Offsets


@pytest.mark.parametrize(
    ("text", "wordings", "found"),
    [
        ("a Car\n  bomb", ["CAR BOMB"], ((2, 12),)),
        ("CARS, A CAR'S, SCAR, CAR", ["CAR"], ((8, 11), (21, 24))),
        ("M-\n19 AND M-19", ["M-19"], ((0, 5), (10, 14))),
        ("THE M- IS", ["M-"], ((4, 6),)),
        ('THE "RED" MEN', ['"RED" MEN', "MEN", "MEN"], ((4, 13), (10, 13))),
        ("A.B", ["A+B"], ()),
    ],
)
def test_wordings_stand_as_whole_words(
    text: str, wordings: list[str], found: tuple[Offsets, ...]
) -> None:
    assert occurrences(text, wordings) == found


WORD = st.text("AB-.", min_size=1, max_size=3)


@pytest.mark.law
@given(st.lists(WORD, min_size=1, max_size=8), st.lists(WORD, min_size=1, max_size=2))
def test_what_is_found_is_the_wording(text: list[str], wording: list[str]) -> None:
    joined = "\n".join(text)
    spans = occurrences(joined, [" ".join(wording)])
    for start, end in spans:
        assert "".join(joined[start:end].split()) == "".join(wording)
    runs = [text[i : i + len(wording)] for i in range(len(text))]
    assert len(spans) >= (wording in runs)
