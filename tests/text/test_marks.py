import pytest

from dateline.model.spans import Span
from dateline.text.marks import Family, Leaning, find_marks


def leanings(body: str) -> list[str]:
    return [mark.leaning.value for mark in find_marks(body, Span(0, len(body)))]


def test_straight_marks_lean_by_their_surroundings() -> None:
    assert leanings('He said "no" to us.') == ["opens", "closes"]
    assert leanings('It ended."He left') == ["either"]
    assert leanings('a " b') == ["either"]


def test_shape_decides_for_typographic_marks() -> None:
    assert leanings("“no” „so“ «da»") == ["opens", "closes", "opens", "opens", "opens", "closes"]


@pytest.mark.parametrize(
    "body",
    ["the soldier’s gun", "don't", "the ’90s", "give ’em", "a man of 6'2\" in all", "rock 'n roll", "5 o’clock"],
)  # fmt: skip
def test_apostrophes_and_measures_are_no_marks(body: str) -> None:
    assert leanings(body) == []


def test_a_plural_possessive_is_doubtful() -> None:
    marks = tuple(find_marks("the soldiers’ camp", Span(0, 18)))
    assert [(m.family, m.leaning, m.possessive) for m in marks] == [
        (Family.SINGLE, Leaning.CLOSES, True)
    ]


def test_the_first_mark_of_a_paragraph_leads() -> None:
    assert [m.leads for m in find_marks("“One” “two”", Span(0, 11))] == [True, False, False, False]
