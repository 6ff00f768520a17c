import pytest

from dateline.places.runs import closed_words, find_runs, is_loud
from dateline.text.prepare import prepare


def runs(characters: str) -> list[str]:
    text = prepare(characters)
    return [
        " ".join(token.text for token in text.tokens[run.first : run.last])
        for run in find_runs(text)
    ]


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("On Monday the mayor of Arvany spoke.", ["Arvany"]),
        ("The shells fell on Deir al-Nour and Khan Sefa.", ["Deir al-Nour", "Khan Sefa"]),
        ("She'll go to al-Nour.", ["al-Nour"]),
        ("I'll stay. It burned.", []),
        ("Arvany, Ostrelle and Vendria.", ["Arvany", "Ostrelle", "Vendria"]),
    ],
)
def test_runs_of_capitalised_words(characters: str, expected: list[str]) -> None:
    assert runs(characters) == expected


def test_capitals_tell_nothing_in_a_headline() -> None:
    text = prepare(
        "Drone Attack Destroys Fuel Depot Near Arvany\n\nThe depot near Arvany was destroyed."
    )
    assert [is_loud(text.tokens, sentence) for sentence in text.sentences] == [True, False]


def test_days_are_closed_words_but_may_is_left_to_the_stop_list() -> None:
    assert "monday" in closed_words()
    assert "may" not in closed_words()
