import pytest

from dateline.places.candidates import Scanner
from dateline.places.persons import find_persons
from dateline.places.runs import find_runs
from dateline.places.store import SqliteGazetteer
from dateline.text.prepare import prepare


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("Paris Hilton came to Paris.", ["Paris", "Hilton"]),
        ("Governor Vasko Yartsevo spoke in Yartsevo.", ["Vasko", "Yartsevo"]),
        ("Gen. Moscow resigned.", ["Moscow"]),
        ("Spokesman Smolensk denied it.", ["Smolensk"]),
        ("The spokesman Ilan Torv denied it. Torv left.", ["Ilan", "Torv", "Torv"]),
        ("Dorvan Lyptsi is 34. Lyptsi lives in Lyptsi.", ["Lyptsi"]),
        ("Joe Torv of Washington County won.", ["Joe", "Torv"]),
        ("Smolensk Governor Vasko Torv spoke.", ["Vasko", "Torv"]),
    ],
)
def test_names_of_persons(small: SqliteGazetteer, characters: str, expected: list[str]) -> None:
    text = prepare(characters)
    scanner = Scanner(text, small)
    found = find_persons(text.tokens, tuple(find_runs(text)), scanner.is_known, scanner.is_large)
    assert [text.tokens[index].text for index in sorted(found)] == expected
