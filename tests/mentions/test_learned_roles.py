import pytest

from dateline.mentions.learned_roles import learned_actors, learned_facilities, learned_weapons
from dateline.model.mentions import (
    ActorMention,
    FacilityMention,
    Mentions,
    TriggerMention,
    WeaponMention,
)
from dateline.model.spans import Span
from dateline.model.vocab import EventType, TargetType, WeaponType
from dateline.text.prepare import prepare
from tests.encoder.fake import FakeSignals, find


def actors(
    words: str, told: str, *known: ActorMention, score: float = 0.9
) -> list[tuple[str, str, bool]]:
    text = prepare(words)
    signals = FakeSignals(text.body, layers={"role": [(told, "attacker", score)]})
    found = learned_actors(text, Mentions(actors=known), (), signals)
    return [(a.span.of(words), a.side, a.attacking) for a in found]


def test_a_side_the_rules_know_attacks_where_the_encoder_says_so() -> None:
    words = "Soldiers of Veldt took aim at the town, and Torvia looked on."
    known = [ActorMention(span=find(words, name), side=name) for name in ("Veldt", "Torvia")]
    assert actors(words, "Soldiers of Veldt", *known) == [
        ("Veldt", "Veldt", True),
        ("Torvia", "Torvia", False),
    ]
    assert actors(words, "Soldiers of Veldt", *known, score=0.4)[0] == ("Veldt", "Veldt", False)


def test_what_the_rules_take_for_an_attacker_stays_one() -> None:
    words = "Shells of Veldt hit the town."
    known = ActorMention(span=find(words, "Veldt"), side="Veldt", attacking=True)
    assert actors(words, "the town", known) == [("Veldt", "Veldt", True)]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("fighters of the Sand Column", "Sand Column"),
        ("the Army of the Two Rivers", "Army of the Two Rivers"),
        ("the SCO", "SCO"),
        ("gunmen", None),
        ("a dozen men with rifles", None),
    ],
)
def test_a_name_no_table_holds_is_a_side_of_its_own(told: str, name: str | None) -> None:
    words = f"Early on Friday {told} stormed the mill."
    assert actors(words, told) == ([(name, name, True)] if name else [])
    assert actors(words, told, score=0.5) == []


def test_a_capital_that_may_be_the_sentences_is_no_name() -> None:
    assert actors("Bandits stormed the mill.", "Bandits") == []
    assert actors("SCO stormed the mill.", "SCO") == [("SCO", "SCO", True)]
    assert actors("Sand Column men came.", "Sand Column men") == [
        ("Sand Column", "Sand Column", True)
    ]


def test_where_all_is_in_capitals_nothing_is_told_to_be_a_name() -> None:
    assert actors("THE SAND COLUMN STORMED THE MILL.", "THE SAND COLUMN") == []


def test_targets_and_weapons_need_a_type_that_is_sure() -> None:
    words = "The loitering munition fell on the grain elevator."
    told = {
        "role": [("grain elevator", "target", 0.8), ("loitering munition", "weapon", 0.8)],
    }
    sure = FakeSignals(
        words,
        layers=told,
        classes={
            ("target_type", "grain elevator"): {"industry": 0.7, "port": 0.3},
            ("weapon_type", "loitering munition"): {"drone": 0.9},
        },
    )
    (facility,) = learned_facilities(Mentions(), sure)
    assert (facility.span.of(words), facility.type) == ("grain elevator", TargetType.INDUSTRY)
    (weapon,) = learned_weapons(Mentions(), sure)
    assert (weapon.span.of(words), weapon.type) == ("loitering munition", WeaponType.DRONE)
    unsure = FakeSignals(
        words,
        layers=told,
        classes={
            ("target_type", "grain elevator"): {"industry": 0.5},
            ("weapon_type", "loitering munition"): {"drone": 0.5},
        },
    )
    assert list(learned_facilities(Mentions(), unsure)) == []
    assert list(learned_weapons(Mentions(), unsure)) == []


def test_what_the_rules_read_already_is_not_read_twice() -> None:
    words = "The drone strike hit a mill."
    signals = FakeSignals(
        words,
        layers={"role": [("a mill", "target", 0.9), ("drone", "weapon", 0.9)]},
        classes={
            ("target_type", "a mill"): {"industry": 0.9},
            ("weapon_type", "drone"): {"drone": 0.9},
        },
    )
    mill, strike = find(words, "mill"), find(words, "drone strike")
    known = Mentions(
        facilities=(FacilityMention(span=mill, head=mill, type=TargetType.INDUSTRY),),
        triggers=(TriggerMention(span=strike, type=EventType.DRONE),),
    )
    assert list(learned_facilities(known, signals)) == []
    assert list(learned_weapons(known, signals)) == []
    weapon = Mentions(weapons=(WeaponMention(span=Span(4, 9), type=WeaponType.DRONE),))
    assert list(learned_weapons(weapon, signals)) == []
