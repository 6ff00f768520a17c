import pytest

from dateline.places.candidates import Scanner, token_text
from dateline.places.runs import find_runs
from dateline.places.store import SqliteGazetteer
from dateline.text.prepare import prepare


def names(gazetteer: SqliteGazetteer, characters: str) -> list[str]:
    text = prepare(characters)
    scanner = Scanner(text, gazetteer)
    return [c.text for c in scanner.scan(tuple(find_runs(text)), frozenset())]


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("In San Salvador it rained.", ["San Salvador"]),
        ("SAN SALVADOR, 3 Jan.", ["SAN SALVADOR"]),
        ("The Gaza Strip and Gaza City.", ["Gaza Strip", "Gaza City"]),
        ("Bosnia and Herzegovina voted.", ["Bosnia and Herzegovina"]),
        ("The U.S. and the UK agreed.", ["U.S.", "UK"]),
        ("It gave Us hope.", []),
        ("A Moscow-based firm with Russian-made parts.", ["Moscow", "Russian"]),
        ("The Kremlin and South Sudanese troops.", ["Kremlin", "South Sudanese"]),
        ("In Paris.", ["Paris"]),
        ("AFTER A MASS ATTACK IN PARIS", ["PARIS"]),
        ("Mass arrests in Paris.", ["Paris"]),
        ("North of there.", []),
    ],
)
def test_longest_known_name(small: SqliteGazetteer, characters: str, expected: list[str]) -> None:
    assert names(small, characters) == expected


def test_tokens_outside_the_text_are_empty() -> None:
    assert token_text((), 0) == ""
    assert token_text(prepare("One").tokens, -1) == ""
