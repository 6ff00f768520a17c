import pytest

from dateline.model.vocab import Field, Stance
from tests.claims.world import read_invented, told

HIT = "Missiles hit a hospital in Northford on Monday. "


@pytest.mark.parametrize(
    ("words", "killed", "injured"),
    [
        ("The strike killed two people and wounded a child.", {2}, {1}),
        ("Two people were killed and a child was wounded.", {2}, {1}),
        ("It was a hard night, killing two people and wounding a child.", {2}, {1}),
        ("At least 12 people, including two children, were killed.", {(12, None)}, set()),
        ("Twelve people, two of them children, were hurt.", set(), {12}),
        ("Ann Vell, 30, was killed.", set(), set()),
        ("There were no casualties.", {0}, {0}),
        ("There were no reports of injuries.", set(), {0}),
        ("Between 5 and 7 people were killed.", {(5, 7)}, set()),
        ("Dozens of people were hurt.", set(), {(24, None)}),
        ("Several people were hurt.", set(), {"some"}),
        ("The strike killed a nurse.", {1}, set()),
        ("The death toll from the strike rose to 12.", {12}, set()),
        ("It left 3 dead and 7 injured.", {3}, {7}),
    ],
)
def test_casualties_passive_and_active(
    words: str, killed: set[object], injured: set[object]
) -> None:
    reading = read_invented(HIT + words)
    assert {value for value, _, _ in told(reading, Field.KILLED)} == killed
    assert {value for value, _, _ in told(reading, Field.INJURED)} == injured


def test_what_is_not_known_has_no_value() -> None:
    reading = read_invented(HIT + "It was not known whether anyone was hurt, the army said.")
    assert told(reading, Field.INJURED) == {(None, "army", Stance.UNKNOWN)}


def test_a_denied_target_denies_no_attack() -> None:
    reading = read_invented(HIT + "Residential areas were not targeted, the Grenmarkian army said.")
    assert ("residential", "Grenmarkian army", Stance.DENIED) in told(reading, Field.TARGET)
    assert told(reading, Field.OCCURRENCE) == {(True, "outlet", Stance.ASSERTED)}


def test_not_true_that_is_a_denial() -> None:
    reading = read_invented(
        HIT + "“It is not true that a hospital was hit,” Minister Lea Rand said."
    )
    assert ("hospital", "Lea Rand", Stance.DENIED) in told(reading, Field.TARGET)


def test_what_is_presupposed_is_no_claim_of_occurrence() -> None:
    reading = read_invented(HIT + "No one was hurt in the attack, Governor Jana Brel said.")
    assert told(reading, Field.OCCURRENCE) == {(True, "outlet", Stance.ASSERTED)}
    assert told(reading, Field.INJURED) == {(0, "Jana Brel", Stance.ASSERTED)}


def test_a_value_said_twice_by_one_speaker_is_one_claim() -> None:
    reading = read_invented(HIT + "Two people were hurt. In all, two people were hurt.")
    injured = [c for e in reading.events for c in e.claims if c.field is Field.INJURED]
    assert len(injured) == 1


def test_two_figures_by_one_speaker_are_two_claims() -> None:
    reading = read_invented(HIT + "Two people were hurt. In all, three people were hurt.")
    assert {value for value, _, _ in told(reading, Field.INJURED)} == {2, 3}


def test_people_are_a_target_only_if_aimed_at() -> None:
    aimed = read_invented("Grenmarkian drones carried out an attack on civilians in Northford.")
    merely_there = read_invented("Drones hit a mill in Northford, where civilians slept.")
    assert {value for value, _, _ in told(aimed, Field.TARGET)} == {"people"}
    assert {value for value, _, _ in told(merely_there, Field.TARGET)} == {"industry"}


def test_air_defences_that_act_are_no_target() -> None:
    reading = read_invented("Air defences shot down nine drones over Northford on Monday.")
    assert told(reading, Field.TARGET) == set()
    assert told(reading, Field.EFFECT) == set()


def test_other_figures_keep_their_print() -> None:
    reading = read_invented("Drones hit a depot in Northford that held 20,000 tonnes of fuel.")
    assert told(reading, Field.QUANTITY) == {("20,000 tonnes", "outlet", Stance.ASSERTED)}


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("The agency reported, citing officials, that missiles hit Northford.", "officials"),
        ("Missiles hit Northford, the agency reported, citing officials.", "officials"),
        ("The agency, citing officials, reported that missiles hit Northford.", "officials"),
    ],
)
def test_whoever_is_cited_is_the_source(words: str, source: str) -> None:
    reading = read_invented(words)
    assert {c.source.name for e in reading.events for c in e.claims} == {source}
    assert [a.via for a in reading.attributions] == [("agency",)]


def test_a_denial_carries_what_is_denied() -> None:
    reading = read_invented(HIT + "The operator denied that the plant was destroyed.")
    assert ("destroyed", "operator", Stance.DENIED) in told(reading, Field.EFFECT)


def test_a_denied_target_of_a_denial_denies_no_attack() -> None:
    reading = read_invented(HIT + "The army denied that a school was hit.")
    assert told(reading, Field.OCCURRENCE) == {(True, "outlet", Stance.ASSERTED)}
    assert ("school", "army", Stance.DENIED) in told(reading, Field.TARGET)


@pytest.mark.parametrize(
    "words",
    [
        "The army declined to comment on the strike.",
        "The army did not confirm the strike.",
    ],
)
def test_who_does_not_say_gives_no_value(words: str) -> None:
    reading = read_invented(HIT + words)
    held = [c for e in reading.events for c in e.claims if c.source.name == "army"]
    assert {(c.value, c.stance) for c in held} <= {(None, Stance.UNKNOWN)}
    assert {a.stance for a in reading.attributions} == {Stance.UNKNOWN}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Drones hit Northford on Monday. No group has claimed responsibility.", "outlet"),
        (
            "Drones hit Northford on Monday. Governor Jana Brel said nobody has claimed it.",
            "Jana Brel",
        ),
    ],
)
def test_an_attacker_whom_nobody_knows_is_a_claim_without_a_value(words: str, who: str) -> None:
    assert (None, who, Stance.UNKNOWN) in told(read_invented(words), Field.ATTACKER)
