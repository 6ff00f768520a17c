import pytest

from dateline.model.places import Level
from dateline.places.candidates import Scanner
from dateline.places.context import Context, Part, designated, designated_many, find_contexts
from dateline.places.runs import find_runs
from dateline.places.store import SqliteGazetteer
from dateline.text.prepare import prepare


def contexts(gazetteer: SqliteGazetteer, characters: str) -> tuple[tuple[Context, ...], str]:
    text = prepare(characters)
    candidates = tuple(Scanner(text, gazetteer).scan(tuple(find_runs(text)), frozenset()))
    return find_contexts(text, candidates, frozenset()), text.body


@pytest.mark.parametrize(
    ("characters", "level", "wide"),
    [
        ("Fire in the Smolensk region.", Level.REGION, "Smolensk region"),
        ("Fire in Smolensk Oblast.", Level.REGION, "Smolensk Oblast"),
        ("Fire in the city of Smolensk.", Level.TOWN, "the city of Smolensk"),
        ("Fire in the town Yartsevo.", Level.TOWN, "the town Yartsevo"),
        ("Fire in Yartsevo district.", Level.DISTRICT, "Yartsevo district"),
        ("The Smolensk regional governor.", Level.REGION, "Smolensk"),
        ("Fire in Smolensk.", None, "Smolensk"),
        ("Fire in the Smolensk area.", None, "Smolensk area"),
    ],
)
def test_words_beside_tell_the_kind(
    small: SqliteGazetteer, characters: str, level: Level | None, wide: str
) -> None:
    (context,), body = contexts(small, characters)
    assert context.level is level
    assert context.wide.of(body) == wide


@pytest.mark.parametrize(
    "characters",
    ["Fires in the Kharkiv and Smolensk regions.", "Fires in the regions of Kharkiv and Smolensk."],
)
def test_plural_goes_for_all_that_are_listed(small: SqliteGazetteer, characters: str) -> None:
    found, _ = contexts(small, characters)
    assert [context.level for context in found] == [Level.REGION, Level.REGION]


@pytest.mark.parametrize(
    ("characters", "part"),
    [
        ("The Moscow Times wrote.", Part.ORGANISATION),
        ("The University of Moscow wrote.", Part.ORGANISATION),
        ("The Yartsevo Quintet played.", Part.OTHER),
        ("They live in Smolensk Street.", Part.OTHER),
        ("They met at Smolensk Airport.", Part.NONE),
        ("Old Xander Smolensk played.", Part.OTHER),
    ],
)
def test_part_of_a_longer_name(small: SqliteGazetteer, characters: str, part: Part) -> None:
    found, _ = contexts(small, characters)
    assert [context.part for context in found] == [part]


def test_larger_place_after_a_comma(small: SqliteGazetteer) -> None:
    found, _ = contexts(small, "A fire in Paris, Texas, and one in Smolensk.")
    assert [context.parent for context in found] == [1, None, None]


def test_kinds() -> None:
    assert designated("oblast") is Level.REGION
    assert designated("street") is None
    assert designated_many("villages") is Level.TOWN
