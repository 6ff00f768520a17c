import pytest

from dateline.lexicon.function_words import words
from dateline.lexicon.tables import table
from dateline.text.prepare import prepare

CLASSES = [
    "bounds",
    "determiners",
    "skippable",
    "pronouns",
    "person_particles",
    "not_names",
    "prepositions",
]


@pytest.mark.parametrize(
    ("name", "member", "stranger"),
    [
        ("bounds", "which", "depot"),
        ("determiners", "several", "depot"),
        ("skippable", "reportedly", "depot"),
        ("pronouns", "she", "depot"),
        ("person_particles", "von", "depot"),
        ("not_names", "monday", "depot"),
        ("prepositions", "against", "depot"),
    ],
)
def test_each_class_holds_its_words(name: str, member: str, stranger: str) -> None:
    assert member in words(name)
    assert stranger not in words(name)


@pytest.mark.parametrize("name", CLASSES)
def test_each_word_is_one_token_and_stands_once(name: str) -> None:
    listed = table("function_words")[name]["words"]
    assert [w for w in listed if [t.lower for t in prepare(w).tokens] != [w]] == []
    assert sorted(listed) == sorted(set(listed))


def test_the_classes_are_all_there() -> None:
    assert set(table("function_words")) - {"about"} == set(CLASSES)
