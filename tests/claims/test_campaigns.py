import pytest

from dateline.model.vocab import Field
from tests.claims.world import read_invented, told

GENERAL = "The minister spoke of Grenmark's bombing campaign against Ruritanian refineries. "
STRIKE = "Two overnight strikes hit a refinery in Northford."


def sides(words: str) -> list[str | None]:
    return [a.side for e in read_invented(words).events for a in e.attackers]


def test_general_statements_name_the_attacker_of_a_strike_told_without_one() -> None:
    reading = read_invented(f"{GENERAL}\n\n{STRIKE}")
    assert [a.side for e in reading.events for a in e.attackers] == ["Grenmark"]
    assert {value for value, _, _ in told(reading, Field.ATTACKER)} == {"Grenmark"}


def test_general_statements_add_no_event_and_no_target() -> None:
    (event,) = read_invented(f"{GENERAL}\n\n{STRIKE}").events
    assert [t.text for t in event.targets] == ["a refinery"]
    assert [p.text for p in event.places] == ["Northford"]


@pytest.mark.parametrize(
    "words",
    [
        STRIKE,
        "The minister spoke of Ruritania's bombing campaign against Grenmarkian refineries. "
        + STRIKE,
        "The minister spoke of Grenmark's bombing campaign against Grenmarkian refineries. "
        + STRIKE,
    ],
)
def test_nobody_is_named_by_what_is_of_elsewhere(words: str) -> None:
    assert sides(words) == []


def test_a_named_attacker_is_not_replaced() -> None:
    words = f"{GENERAL}\n\nHezbollah hit a refinery in Northford with missiles overnight."
    assert sides(words) == ["Hezbollah"]
