import pytest

from dateline.claims.answers import withheld
from dateline.model.vocab import Field, Stance
from tests.claims.world import find_all, read_invented

LED = "Drones hit the port of Northford on Monday, the ministry said. "


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("The army declined to comment.", Field.OCCURRENCE),
        ("The army did not respond to a request for comment.", Field.OCCURRENCE),
        ("The army declined to comment on the strike.", Field.OCCURRENCE),
        ("The army declined to say who was responsible.", Field.ATTACKER),
        ("The army would not say how many people were killed.", Field.KILLED),
        ("The army declined to say what the damage was.", Field.EFFECT),
        ("The army declined to comment on the budget.", None),
        ("The army refused to name its guests.", None),
        ("The army said so.", None),
    ],
)
def test_the_field_that_is_left_open(words: str, field: Field | None) -> None:
    found = find_all(words)
    assert [withheld(found.text, said) for said in found.spoken] == [field]


def test_a_refusal_is_a_claim_of_the_attack_told_before() -> None:
    (event,) = read_invented(LED + "Grenmark declined to comment.").events
    (claim,) = [c for c in event.claims if c.stance is Stance.UNKNOWN]
    assert (claim.field, claim.value, claim.source.name) == (Field.OCCURRENCE, None, "Grenmark")
    assert claim.text == "Grenmark declined to comment"


def test_a_refusal_without_an_attack_before_it_is_none() -> None:
    assert read_invented("Grenmark declined to comment. It rained on Monday.").events == ()
