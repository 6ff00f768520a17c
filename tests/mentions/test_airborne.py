import pytest

from dateline.mentions.airborne import shot_down, weapons_fell
from dateline.text.prepare import prepare


def at(words: str, word: str) -> tuple[bool, bool]:
    text = prepare(words)
    index = next(i for i, t in enumerate(text.tokens) if t.lower == word)
    return shot_down(text, index), weapons_fell(text, index)


@pytest.mark.parametrize(
    ("words", "down"),
    [
        ("Overnight 32 drones were destroyed: 14 over the bay.", True),
        ("Air defences destroyed 32 drones.", True),
        ("By duty means nine unmanned aerial vehicles have been destroyed.", True),
        ("Drones destroyed two mills.", False),
        ("Two mills were destroyed.", False),
        ("A mill was damaged but not destroyed in a drone attack.", False),
        ("Ships destroyed by drones sank.", False),
        ("They destroyed 14 of the 20 drones.", True),
        ("After the drone attack the mill was destroyed.", False),
        ("Six drones over the bay were destroyed.", True),
        ("A missile destroyed a depot of drones.", False),
    ],
)
def test_destroyed_is_shot_down_only_of_what_flies(words: str, down: bool) -> None:
    assert at(words, "destroyed")[0] is down


@pytest.mark.parametrize(
    ("words", "fell"),
    [
        ("Rockets fell on the market.", True),
        ("A drone fell on the roof.", True),
        ("Snow fell on the market.", False),
        ("The market fell on Monday.", False),
    ],
)
def test_weapons_fall(words: str, fell: bool) -> None:
    assert at(words, "fell")[1] is fell
