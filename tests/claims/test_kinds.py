import pytest

from dateline.model.vocab import EventType, Stage
from tests.claims.world import only


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Drones hit a mill in Northford on Monday.", EventType.DRONE),
        ("Missiles hit a mill in Northford on Monday.", EventType.SHELLING),
        ("Missiles and drones hit a mill in Northford on Monday.", EventType.DRONE),
        ("An air strike hit a mill in Northford on Monday.", EventType.DRONE),
        ("Glide bombs hit a mill in Northford on Monday.", EventType.DRONE),
        ("Himars hit a mill in Northford on Monday.", EventType.SHELLING),
        ("A strike hit a mill in Northford on Monday.", EventType.SHELLING),
        ("Explosions rocked Northford on Monday, killing two people.", EventType.OTHER),
        ("A blast hit a mill in Northford on Monday.", EventType.OTHER),
        ("A car bomb exploded in Northford on Monday.", EventType.IED),
        ("A suicide bombing killed two people in Northford on Monday.", EventType.SUICIDE),
        ("A grenade attack killed two people in Northford on Monday.", EventType.GRENADE),
        ("Two men were kidnapped in Northford on Monday.", EventType.ABDUCTION),
        ("Gunmen ambushed a convoy in Northford on Monday.", EventType.ATTACK),
        ("Hezbollah attacked Northford on Monday.", EventType.ATTACK),
        ("Grenmark attacked Northford on Monday.", EventType.SHELLING),
        ("Troops opened fire on a crowd in Northford on Monday.", EventType.ATTACK),
        ("Rebels torched a mill in Northford on Monday.", EventType.PROPERTY),
        ("Air defences shot down two drones over Northford on Monday.", EventType.DISRUPTED),
    ],
)
def test_type_by_weapon_and_words(words: str, kind: EventType) -> None:
    assert only(words).type is kind


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("Drones hit Northford on Monday.", Stage.ACCOMPLISHED),
        ("Drones attacked Northford on Monday.", Stage.ATTEMPTED),
        ("Drones attacked Northford on Monday, killing two people.", Stage.ACCOMPLISHED),
        ("Drones attacked Northford on Monday. A mill burned.", Stage.ATTEMPTED),
        ("Drones attacked Northford on Monday and damaged a mill.", Stage.ACCOMPLISHED),
        ("Drones attacked Northford on Monday. There was no damage.", Stage.ATTEMPTED),
        ("All drones over Northford were shot down on Monday.", Stage.INTERCEPTED),
        (
            "Two drones over Northford were shot down on Monday and a third hit a mill, which was damaged.",
            Stage.ACCOMPLISHED,
        ),
        ("Rebels tried to hit a mill in Northford on Monday.", Stage.ATTEMPTED),
        ("Grenmark threatened to strike Northford on Friday.", Stage.THREATENED),
        ("Rebels planned to kidnap a judge in Northford on Friday.", Stage.PLANNED),
        ("The army denied that missiles hit Northford on Monday.", Stage.DENIED),
    ],
)
def test_stage_by_the_strongest_account(words: str, stage: Stage) -> None:
    assert only(words).stage is stage


def test_an_interception_with_damage_is_no_mere_interception() -> None:
    event = only(
        "Air defences shot down two drones over Northford on Monday; debris damaged a mill."
    )
    assert (event.type, event.stage) == (EventType.DRONE, Stage.ACCOMPLISHED)
