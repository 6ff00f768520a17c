import pytest

from dateline.model.vocab import Effect, Field, Stance
from tests.claims.world import areas, read_invented, told


def test_a_lead_without_area_is_completed_by_officials_of_two_regions() -> None:
    reading = read_invented(
        "Grenmark launched drones at Ruritania overnight.\n\n"
        "Officials in Veldt and Oston said the strikes damaged depots."
    )
    assert [e.admin1 for e in reading.events] == ["Veldt", "Oston"]
    intervals = {e.dating.interval for e in reading.events}
    assert len(intervals) == 1
    assert None not in intervals


def test_an_account_without_a_place_goes_on_with_the_event_before() -> None:
    reading = read_invented("Drones hit a mill in Northford on Monday. Two people were hurt.")
    assert told(reading, Field.INJURED) == {(2, "outlet", Stance.ASSERTED)}


def test_another_attack_elsewhere_is_another_event() -> None:
    assert areas("Drones struck Northford on Monday. Another attack hit Oston.") == [
        "Veldt",
        "Oston",
    ]


def test_two_days_in_one_region_are_two_events() -> None:
    assert areas("Drones hit Northford on Monday. Missiles hit Northford on Tuesday.") == [
        "Veldt",
        "Veldt",
    ]


def test_two_places_of_one_region_and_day_are_one_event() -> None:
    (event,) = read_invented("Drones hit Northford on Monday. Missiles hit Veldt, too.").events
    assert [p.text for p in event.places] == ["Northford", "Veldt"]


def test_local_officials_speak_of_their_own_area() -> None:
    assert areas("According to officials in Northford, drones hit a mill on Monday.") == ["Veldt"]


def test_officials_of_elsewhere_move_nothing() -> None:
    assert areas("Drones hit Northford on Monday, officials in Oston said.") == ["Veldt"]
    assert areas(
        "Drones hit Northford on Monday. Officials in Oston said the attack killed two people."
    ) == ["Veldt"]


def test_the_place_before_the_speaker_is_where_it_happened() -> None:
    assert areas("In Northford, the governor said drones hit a mill on Monday.") == ["Veldt"]


def test_nights_told_together_are_one_night() -> None:
    first, second = read_invented(
        "Drones hit Northford overnight. Fires broke out.\n\nIn Oston, drones hit a mill."
    ).events
    assert second.dating.interval == first.dating.interval


def test_what_the_outlet_trails_behind_a_speaker_is_no_second_account() -> None:
    reading = read_invented(
        "Drones hit a mill in Northford on Monday, the army said, in the latest attack of the war."
    )
    assert told(reading, Field.OCCURRENCE) == {(True, "army", Stance.ASSERTED)}


def test_blame_right_after_an_attack_names_its_attacker() -> None:
    reading = read_invented(
        "Grenmarkian missiles hit a school in Northford on Monday. "
        "“This is the true face of Grenmark,” Minister Lea Rand said."
    )
    assert ("Grenmark", "Lea Rand", Stance.ALLEGED) in told(reading, Field.ATTACKER)


def test_a_weapon_told_later_belongs_to_the_attack_before() -> None:
    (event,) = read_invented(
        "A strike hit a mill in Northford on Monday. A quadcopter is thought to have been used."
    ).events
    assert [w.text for w in event.weapons] == ["quadcopter"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Grenmark has stepped up attacks on mills.", "habitual or summed up"),
        ("If Grenmark attacks Northford, all leave.", "not said to have happened"),
        (
            "Following Grenmarkian attacks, the town needs mills.",
            "attacks in the plural, with neither place nor day",
        ),
        ("In the drill a mock bomb went off in Northford on Monday.", "an exercise"),
        ("A gas cylinder exploded in Northford on Monday.", "an accident"),
    ],
)
def test_what_is_left_out_has_its_reason(words: str, reason: str) -> None:
    reading = read_invented(words)
    assert reading.events == ()
    assert [n.reason for n in reading.not_incidents] == [reason]


def test_a_fire_told_by_another_speaker_is_of_the_same_event() -> None:
    reading = read_invented(
        "Drones hit an oil depot in Northford on Monday.\n\n“A fire broke out,” Governor Jana Brel said."
    )
    assert told(reading, Field.EFFECT) == {(Effect.FIRE.value, "Jana Brel", Stance.ASSERTED)}
    assert len(reading.events) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Missiles hit a base in Northford during an exercise on Monday, killing two soldiers.",
        "A drone exploded in Northford on Monday and set off gas cylinders.",
    ],
)
def test_what_really_struck_is_no_exercise_and_no_accident(words: str) -> None:
    assert len(read_invented(words).events) == 1
