import pytest

from dateline.mentions.counts import find_counts, find_unclaimed
from dateline.model.vocab import Field
from dateline.text.prepare import prepare

KILLED, INJURED, DOWN = Field.KILLED, Field.INJURED, Field.INTERCEPTED


def counted(words: str) -> set[tuple[Field, object]]:
    return {(field, count.value) for count in find_counts(prepare(words)) for field in count.fields}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Three people were killed and seven wounded in the raid.", {(KILLED, 3), (INJURED, 7)}),
        ("The strike killed 12 soldiers.", {(KILLED, 12)}),
        ("A shell hit the market, killing at least five people.", {(KILLED, (5, None))}),
        ("More than twenty residents were injured.", {(INJURED, (20, None))}),
        ("Up to 30 fighters were killed.", {(KILLED, (None, 30))}),
        ("Dozens of people were wounded.", {(INJURED, (24, None))}),
        ("Several villagers were hurt.", {(INJURED, "some")}),
        ("Between 5 and 7 people died.", {(KILLED, (5, 7))}),
        ("No one was hurt.", {(INJURED, 0)}),
        ("Nobody was killed or injured.", {(KILLED, 0), (INJURED, 0)}),
        ("There were no casualties.", {(KILLED, 0), (INJURED, 0)}),
        ("The attack caused no deaths.", {(KILLED, 0)}),
        ("Air defences shot down 14 drones over the bay.", {(DOWN, 14)}),
        ("Nine of eleven missiles were intercepted.", {(DOWN, 9)}),
        ("All the drones were shot down.", {(DOWN, "all")}),
        ("Overnight 32 drones were destroyed.", {(DOWN, 32)}),
        ("The fleet destroyed four drones.", {(DOWN, 4)}),
        ("A woman was killed near the bridge.", {(KILLED, 1)}),
    ],
)
def test_counts_are_read(words: str, expected: set[tuple[Field, object]]) -> None:
    assert counted(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "A man aged 52 works there.",
        "The plant makes 300 tonnes a day.",
        "In 2014 the village had 800 people.",
        "The drought is killing crops.",
    ],
)
def test_what_counts_nobody_is_left_alone(words: str) -> None:
    assert counted(words) == set()


def test_silence_about_casualties_is_unknown_and_not_zero() -> None:
    found = list(find_counts(prepare("He confirmed the raid without mentioning any victims.")))
    assert [(c.unknown, c.value, set(c.fields)) for c in found] == [(True, None, {KILLED, INJURED})]


@pytest.mark.parametrize(
    "words",
    [
        "No group has claimed responsibility for the attack.",
        "Nobody has claimed the attack.",
        "It was not immediately clear who was behind the attack.",
        "There was no immediate claim of responsibility.",
    ],
)
def test_an_attack_that_nobody_owns_up_to(words: str) -> None:
    (count,) = find_unclaimed(prepare(words))
    assert (count.fields, count.value, count.unknown) == ((Field.ATTACKER,), None, True)


def test_an_attack_that_somebody_claims_is_claimed() -> None:
    assert list(find_unclaimed(prepare("A group claimed responsibility for the attack."))) == []
