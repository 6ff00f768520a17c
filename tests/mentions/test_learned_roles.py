from dateline.mentions.learned_roles import (
    learned_facilities,
    learned_weapons,
    linked_actors,
    weighed_facilities,
)
from dateline.model.mentions import (
    ActorMention,
    FacilityMention,
    Mentions,
    TriggerMention,
    WeaponMention,
)
from dateline.model.spans import Span
from dateline.model.vocab import EventType, TargetType, WeaponType
from tests.encoder.fake import FakeSignals, find


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


def test_a_side_that_the_encoder_links_to_an_attack_made_it() -> None:
    words = "Grenmark spoke of the raid that Ruritania suffered."
    raid = TriggerMention(span=find(words, "raid"), type=None)
    actors = tuple(
        ActorMention(span=find(words, name), side=name) for name in ("Grenmark", "Ruritania")
    )
    linked = FakeSignals(words, pairs={("attacker", "raid"): ["Grenmark"]})
    found = linked_actors(Mentions(actors=actors, triggers=(raid,)), linked)
    assert [(a.side, a.attacking) for a in found] == [("Grenmark", True), ("Ruritania", False)]
    silent = linked_actors(Mentions(actors=actors, triggers=(raid,)), FakeSignals(words))
    assert [a.attacking for a in silent] == [False, False]


def test_a_thing_that_the_encoder_takes_for_no_target_is_marked() -> None:
    words = "A lorry brought the shells that hit the mill."
    things = tuple(
        FacilityMention(span=find(words, w), head=find(words, w), type=TargetType.INDUSTRY)
        for w in ("lorry", "mill")
    )
    hit = TriggerMention(span=find(words, "hit"), type=None)
    signals = FakeSignals(words, pairs={("target", "hit"): ["mill"]})
    found = weighed_facilities(Mentions(facilities=things, triggers=(hit,)), signals)
    assert [f.aimed_at for f in found] == [False, True]
