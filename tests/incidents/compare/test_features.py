"""The features that only compare sets of words: type, side, targets, weapons, figures, copies."""

import pytest

from dateline.incidents.compare.copies import compare_copies, same_passage
from dateline.incidents.compare.event_type import compare_event_type
from dateline.incidents.compare.figures import compare_figures
from dateline.incidents.compare.side import bar_side, compare_side
from dateline.incidents.compare.targets import compare_targets
from dateline.incidents.compare.weapons import compare_weapons
from dateline.incidents.score import FEATURES
from dateline.lexicon.link_weights import levels
from dateline.model.claims import EventMention
from dateline.model.incidents import Mention
from dateline.model.vocab import EventType, Field, Stance, TargetType, WeaponType
from tests.factory import claim, event, head, mention, source

T, W = TargetType, WeaponType


def _two(left: EventMention, right: EventMention) -> tuple[Mention, Mention]:
    return mention(left, "a"), mention(right, "b")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (EventType.DRONE, EventType.DRONE, "same"),
        (EventType.DRONE, EventType.SHELLING, "akin"),
        (EventType.DRONE, EventType.ABDUCTION, "different"),
        (EventType.DRONE, EventType.OTHER, "unknown"),
    ],
)
def test_event_type(left: EventType, right: EventType, level: str) -> None:
    assert compare_event_type(*_two(event(type=left), event(type=right))).level == level


def test_differing_accusations_are_dissent_and_no_bar() -> None:
    torv, sell = source("Ilan Torv", side="Norland"), source("Mara Sell", side="Sudland")
    accuses = event(claims=[claim(Field.ATTACKER, "Sudland", torv, stance=Stance.ALLEGED)])
    answers = event(claims=[claim(Field.ATTACKER, "Norland", sell, stance=Stance.ALLEGED)])
    two = _two(accuses, answers)
    assert compare_side(*two).level == "told differently"
    assert bar_side(*two) is None


def test_two_outlets_own_words_on_two_sides_are_two_attacks() -> None:
    two = _two(event(sides=["Sudland"]), event(sides=["Norland"]))
    assert compare_side(*two).level == "different"
    assert bar_side(*two) == "different side"
    assert compare_side(*_two(event(sides=["Sudland"]), event())).weight == 0


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ([T.FUEL_STORAGE, T.RAIL], [T.RAIL], "type in common"),
        ([T.ENERGY], [T.FUEL_STORAGE], "akin"),
        ([T.HOSPITAL], [T.FUEL_STORAGE], "different"),
        ([T.OTHER], [T.FUEL_STORAGE], "unknown"),
    ],
)
def test_targets(left: list[TargetType], right: list[TargetType], level: str) -> None:
    assert compare_targets(*_two(event(targets=left), event(targets=right))).level == level


def test_weapons() -> None:
    mixed, drone = event(weapons=[W.DRONE, W.MISSILE]), event(weapons=[W.DRONE])
    assert compare_weapons(*_two(mixed, drone)).level == "in common"
    assert compare_weapons(*_two(event(weapons=[W.MINE]), drone)).level == "different"
    assert compare_weapons(*_two(event(), drone)).level == "unknown"


def test_figures() -> None:
    def dead(value: int | str) -> EventMention:
        return event(claims=[claim(Field.KILLED, value)])

    assert compare_figures(*_two(dead(4), dead(4))).level == "same number"
    assert compare_figures(*_two(dead(0), dead(0))).level == "compatible"
    assert compare_figures(*_two(dead(4), dead("some"))).level == "compatible"
    assert compare_figures(*_two(dead(4), dead(5))).level == "different"
    assert compare_figures(*_two(dead(4), event())).level == "unknown"


def test_a_passage_is_known_by_its_words_in_copies_only() -> None:
    original = mention(event(), "a")
    copy = mention(event(), head("b", copy_of="a"))
    assert same_passage(original, copy)
    assert compare_copies(original, copy).weight > 0
    assert not same_passage(original, mention(event(), "c"))
    assert not same_passage(original, mention(event(trigger="shelled"), head("d", copy_of="a")))


def test_unknown_weighs_nothing_in_every_feature() -> None:
    bare = event(type=EventType.OTHER, when=None, country=None, admin1=None)
    a, b = mention(bare, head("a", published=None)), mention(bare, head("b", published=None))
    for feature in FEATURES:
        result = feature(a, b)
        assert (result.level, result.weight) == ("unknown", 0.0)
        assert "unknown" in levels(result.feature)
