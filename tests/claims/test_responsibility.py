import pytest

from dateline.model.vocab import Field, Stage, Stance
from tests.claims.world import read_invented, told

HIT = "Missiles hit a hospital in Northford on Monday. "


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Grenmark claimed responsibility.", Stance.CLAIMED),
        ("Grenmark claimed responsibility for the strike.", Stance.CLAIMED),
        ("Grenmark denied responsibility.", Stance.DENIED),
        ("Grenmark denied any involvement in the strike.", Stance.DENIED),
        ("Grenmark denied carrying out the attack.", Stance.DENIED),
        ("The Grenmarkian army claimed responsibility.", Stance.CLAIMED),
        ("Grenmark took responsibility for it.", Stance.CLAIMED),
        ("Grenmark claimed the attack.", Stance.CLAIMED),
        ("Grenmark rejected the accusation.", Stance.DENIED),
        ("Grenmark denied that it had any part in it.", Stance.DENIED),
        ("Grenmark denied bombing the hospital.", Stance.DENIED),
    ],
)
def test_owning_up_and_denying_name_the_attacker(words: str, stance: Stance) -> None:
    found = told(read_invented(HIT + words), Field.ATTACKER)
    assert {(value, held) for value, _, held in found} == {("Grenmark", stance)}


def test_a_denial_of_responsibility_denies_no_attack() -> None:
    reading = read_invented(HIT + "Grenmark denied responsibility for the strike.")
    assert told(reading, Field.OCCURRENCE) == {(True, "outlet", Stance.ASSERTED)}
    assert reading.events[0].stage is Stage.ACCOMPLISHED
    assert reading.events[0].attackers == ()


def test_nobody_owns_up_without_an_attack_told_before() -> None:
    assert read_invented("Grenmark claimed responsibility.").events == ()


def test_a_denial_of_something_else_is_none_of_this() -> None:
    assert told(read_invented(HIT + "Grenmark denied the visa."), Field.ATTACKER) == set()


@pytest.mark.parametrize(
    "words",
    [
        "The Ruritanian army said it had struck an airbase in Marwick on Monday.",
        "The Ruritanian army said its drones destroyed an airbase in Marwick on Monday.",
        "“We hit an airbase in Marwick on Monday,” the Ruritanian army said.",
        "“Our forces shelled an airbase in Marwick on Monday,” the Ruritanian army said.",
    ],
)
def test_an_own_deed_is_claimed_by_its_doer(words: str) -> None:
    reading = read_invented(words)
    assert told(reading, Field.ATTACKER) == {("Ruritania", "Ruritanian army", Stance.CLAIMED)}
    assert {c.stance for c in reading.events[0].claims} == {Stance.CLAIMED}


@pytest.mark.parametrize(
    "words",
    [
        "The Ruritanian army said it was attacked in Northford on Monday.",
        "The Ruritanian army said it had not struck an airbase in Marwick on Monday.",
        "The Ruritanian army said it had shot down nine drones over Northford on Monday.",
        "A witness said it hit a school in Northford on Monday.",
    ],
)
def test_who_suffers_denies_or_defends_is_no_attacker(words: str) -> None:
    assert told(read_invented(words), Field.ATTACKER) == set()


@pytest.mark.parametrize(
    "words",
    [
        "The ministry accused Grenmark.",
        "The ministry said it was the work of Grenmark.",
        "The ministry said that Grenmark was responsible.",
        "The ministry said the blame on Grenmark was just.",
    ],
)
def test_whom_a_speaker_blames_is_an_alleged_attacker(words: str) -> None:
    found = told(read_invented(HIT + words), Field.ATTACKER)
    assert found == {("Grenmark", "ministry", Stance.ALLEGED)}


def test_a_party_tells_of_its_own_deeds_in_its_own_report() -> None:
    words = "Our forces hit the port of Northford on Monday."
    reading = read_invented(words, outlet="Armed Forces of Grenmark")
    assert told(reading, Field.ATTACKER) == {("Grenmark", "outlet", Stance.CLAIMED)}
    assert told(read_invented(words, outlet="The Northford Post"), Field.ATTACKER) == set()


def test_who_bears_no_arms_tells_of_no_deed_of_a_side() -> None:
    words = (
        "“We hit the floor when a shell fell on a school in Northford on Monday,” residents said."
    )
    assert told(read_invented(words), Field.ATTACKER) == set()
