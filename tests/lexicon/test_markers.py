import pytest

from dateline.lexicon.markers import (
    anaphora_table,
    deed_nouns,
    force_nouns,
    group_table,
    issue_words,
    marker_tables,
    stand_tables,
)
from dateline.model.mentions import MarkerKind
from dateline.model.vocab import Polarity
from dateline.text.prepare import prepare


def test_every_kind_of_marker_has_a_table() -> None:
    assert {kind for kind, _ in marker_tables()} == set(MarkerKind)


@pytest.mark.parametrize(
    ("name", "side"), [("Hezbollah", "Hezbollah"), ("IDF", "Israel"), ("the Kremlin", "Russia")]
)
def test_groups_and_bodies_lead_to_their_side(name: str, side: str) -> None:
    hit = group_table().at(prepare(name).tokens, 0)
    assert hit is not None
    assert hit.value == side


def test_forces_and_deeds_are_apart() -> None:
    soldiers, shelling = prepare("soldiers").tokens, prepare("shelling").tokens
    assert force_nouns().at(soldiers, 0)
    assert deed_nouns().at(shelling, 0)
    assert deed_nouns().at(soldiers, 0) is None
    assert force_nouns().at(shelling, 0) is None


def test_definite_phrases_that_point_back() -> None:
    assert anaphora_table().at(prepare("the attack").tokens, 0)
    assert anaphora_table().at(prepare("an attack").tokens, 0) is None


def test_verbs_of_a_stand_and_words_inside_are_apart() -> None:
    (is_verb, verbs), (is_inside, inside) = stand_tables()
    assert (is_verb, is_inside) == (True, False)
    verb = verbs.at(prepare("condemned").tokens, 0)
    content = inside.at(prepare("legitimate targets").tokens, 0)
    assert verb is not None
    assert content is not None
    assert (verb.value, content.value) == (Polarity.CONDEMNS, Polarity.JUSTIFIES)


def test_issue_words_in_both_numbers() -> None:
    assert issue_words().at(prepare("invasions").tokens, 0)
    assert issue_words().at(prepare("festival").tokens, 0) is None
