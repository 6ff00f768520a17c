"""No dead knowledge: every phrase of the reader's tables can be matched by the tokens of a text."""

from collections.abc import Iterator

import pytest

from dateline.lexicon.phrases import split
from dateline.lexicon.tables import table
from dateline.text.prepare import prepare

TABLES = ["actors", "casualties", "cues", "effects", "facilities", "markers", "sources", "stands", "triggers", "weapons"]  # fmt: skip
NO_PHRASES = {"about", "why", "type", "value", "stance", "hedged", "stage", "side", "needs", "low"}


def lists(value: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of phrases of a table, with where it stands."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in NO_PHRASES:
                yield from lists([part] if isinstance(part, str) else part, f"{path}/{key}")
    elif isinstance(value, list):
        phrases = [part for part in value if isinstance(part, str)]
        if phrases:
            yield path, phrases
        for number, part in enumerate(value):
            if not isinstance(part, str):
                yield from lists(part, f"{path}/{number}")


@pytest.mark.parametrize("name", TABLES)
def test_every_phrase_is_cut_as_the_tokeniser_cuts_it(name: str) -> None:
    wrong = [
        (path, phrase)
        for path, phrases in lists(table(name))
        for phrase in phrases
        if path.rpartition("/")[2] != "weapon"
        and tuple(t.lower for t in prepare(phrase).tokens) != split(phrase)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", TABLES)
def test_no_phrase_stands_twice_in_one_list(name: str) -> None:
    twice = [
        (path, phrase)
        for path, phrases in lists(table(name))
        for phrase in sorted(set(phrases))
        if phrases.count(phrase) > 1
    ]
    assert twice == []


@pytest.mark.parametrize("name", ["cues", "triggers"])
def test_forms_are_given_only_for_listed_verbs(name: str) -> None:
    source = table(name)
    rows = source["verbs"].values() if name == "cues" else source["verbs"]
    verbs = {word for row in rows for word in row["words"]}
    assert sorted(set(source["forms"]) - verbs) == []
