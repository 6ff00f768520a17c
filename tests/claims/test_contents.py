import pytest

from tests.claims.world import find_all, said_in


def contents(words: str) -> list[list[str]]:
    found = find_all(words)
    return [[part.of(found.text.body) for part in s.content] for s in found.spoken]


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("The army said that two mills burned.", ["two mills burned."]),
        ("Two mills burned, the army said.", ["Two mills burned"]),
        ("Two mills burned, the army said on Monday.", ["Two mills burned"]),
        ("Two mills burned, the army told AFP in Vienna.", ["Two mills burned"]),
        ("Two mills burned, the army said in a statement.", ["Two mills burned"]),
        ("The army told AFP two mills burned.", ["two mills burned."]),
        ("The army told reporters two mills burned.", ["two mills burned."]),
        ("The army confirmed to AFP that two mills burned.", ["two mills burned."]),
        ("The army confirmed to the agency that two mills burned.", ["two mills burned."]),
        ("The mill, the army said, burned down.", ["The mill", "burned down."]),
        ("According to the army, two mills burned.", ["two mills burned."]),
        ("Two mills burned, according to the army.", ["Two mills burned"]),
        ("“We ran,” a nurse said.", ["“We ran,”"]),
        ("“Two mills burned,” the army said. “All else stands.”", ["“Two mills burned,”"]),
    ],
)
def test_what_is_said(words: str, content: list[str]) -> None:
    assert contents(words)[0] == content


def test_a_second_verb_starts_a_content_of_its_own() -> None:
    assert contents("The army said two mills burned and added that nobody was hurt.") == [
        ["two mills burned"],
        ["nobody was hurt."],
    ]


def test_an_opening_clause_is_no_content() -> None:
    found = contents("After the blast, the army said two mills burned.")
    assert found == [["two mills burned."]]


def test_a_relative_clause_holds_nothing_behind_it() -> None:
    assert contents("The strikes, which the army denies, killed two people.") == [[]]


def test_giving_no_details_takes_only_its_own_words() -> None:
    assert contents("The army said, without giving details, that a mill burned.")[1] == [
        "without giving details"
    ]


def test_an_introduced_list_of_marks_is_no_content() -> None:
    assert all(any(c.isalnum() for c in part) for _, _, part in said_in("The army said.") if part)
