"""The table ``resources/sub_event_types.yml`` and its accessors."""

from collections import Counter

import pytest

from dateline.lexicon.event_types import event_types
from dateline.lexicon.sub_event_types import fold_label, sub_event_type, sub_event_types

SIZES = {
    "Battles": 3,
    "Protests": 3,
    "Riots": 2,
    "Explosions/Remote violence": 6,
    "Violence against civilians": 3,
    "Strategic developments": 8,
}
CODES = "ABDUCT_DISSAP AGREEMENT AIR_STRIKE ARM_CLASH ARREST ART_MISS_ATTACK ATTACK CHANGE_TO_GROUP_ACT CHEM_WEAP DISR_WEAP FORCE_AGAINST_PROTEST GOV_REGAINS_TERIT GRENADE HQ_ESTABLISHED MOB_VIOL NON_STATE_ACTOR_OVERTAKES_TER NON_VIOL_TERRIT_TRANSFER OTHER PEACE_PROTEST PROPERTY_DISTRUCT PROTEST_WITH_INTER REM_EXPLOS SEX_VIOL SUIC_BOMB VIOL_DEMONSTR"


def test_the_twenty_five_types_stand_under_acleds_event_types() -> None:
    assert len(sub_event_types()) == 25
    assert Counter(entry.event_type for entry in sub_event_types().values()) == SIZES


def test_the_codes_are_those_of_case_2021() -> None:
    assert sorted(entry.code for entry in sub_event_types().values()) == CODES.split()


def test_the_readers_event_types_are_among_them_under_the_same_event_type() -> None:
    for ours, entry in event_types().items():
        assert sub_event_types()[ours.value].event_type == entry.acled_event_type


def test_no_label_stands_for_two_types_or_twice_for_one() -> None:
    labels = Counter(
        fold_label(label)
        for entry in sub_event_types().values()
        for label in {fold_label(entry.name), fold_label(entry.code), *entry.aliases}
    )
    assert [label for label, count in labels.items() if count > 1] == []


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Air/drone strike", "Air/drone strike"),
        ("AIR_STRIKE", "Air/drone strike"),
        ("air drone STRIKE", "Air/drone strike"),
        (" abduct-dissap ", "Abduction/forced disappearance"),
        ("Excessive force against protestors", "Excessive force against protesters"),
        ("remote explosive / land-mine / i.e.d.", "Remote explosive/landmine/IED"),
        ("strike", None),
        ("", None),
        ("_", None),
    ],
)
def test_labels_are_matched_without_case_and_punctuation(label: str, name: str | None) -> None:
    assert sub_event_type(label) == name


def test_every_name_code_and_alias_leads_to_its_type() -> None:
    for entry in sub_event_types().values():
        labels = (entry.name, entry.code, *entry.aliases)
        assert {sub_event_type(label.upper()) for label in labels} == {entry.name}
