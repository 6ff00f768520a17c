import pytest

from dateline.model.vocab import EventType, Stage
from tests.claims.world import find_all


def triggers(words: str) -> list[tuple[str, EventType | None, Stage | None]]:
    found = find_all(words)
    return [(t.span.of(found.text.body), t.type, t.stage) for t in found.mentions.triggers]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Missiles hit a mill.", ("hit", None, None)),
        ("A drone attack began.", ("drone attack", EventType.DRONE, None)),
        ("An air strike began.", ("air strike", EventType.DRONE, None)),
        ("The shelling went on.", ("shelling", EventType.SHELLING, None)),
        ("A suicide bombing shook it.", ("suicide bombing", EventType.SUICIDE, None)),
        ("A bomb exploded.", ("exploded", EventType.OTHER, None)),
        ("Gunmen kidnapped him.", ("kidnapped", EventType.ABDUCTION, None)),
        ("Rebels launched two missiles.", ("launched", None, None)),
        (
            "They shot down two drones.",
            ("shot down", EventType.DISRUPTED, Stage.INTERCEPTED),
        ),
        ("Rebels tried to hit a mill.", ("hit", None, Stage.ATTEMPTED)),
        ("Rebels tried to blow up a mill.", ("blow up", EventType.IED, Stage.ATTEMPTED)),
        ("Rebels threatened to bomb it.", ("bomb", None, Stage.THREATENED)),
        ("Rebels planned to kidnap him.", ("kidnap", EventType.ABDUCTION, Stage.PLANNED)),
        ("Rebels burned down a mill.", ("burned down", EventType.PROPERTY, None)),
        ("Rebels opened fire on a crowd.", ("opened fire on", EventType.ATTACK, None)),
        ("Drones target a mill.", ("target", None, None)),
        ("Northford came under fire.", ("came under fire", None, None)),
        ("Northford came under shelling again.", ("came under shelling", None, None)),
        ("Rockets fell on a mill.", ("fell on", None, None)),
        ("Drones came down on a mill.", ("came down on", None, None)),
        (
            "They destroyed nine drones.",
            ("destroyed", EventType.DISRUPTED, Stage.INTERCEPTED),
        ),
    ],
)
def test_words_that_tell_of_an_attack(
    words: str, expected: tuple[str, EventType | None, Stage | None]
) -> None:
    assert expected in triggers(words)


@pytest.mark.parametrize(
    "words",
    [
        "He had a heart attack.",
        "They would hit a mill.",
        "They want to hit a mill.",
        "The firm launched a website.",
        "He fired two clerks.",
        "They carried out repairs.",
        "They intercepted a letter.",
        "The plan is aimed at peace.",
        "Their target is peace.",
        "A mill burned down.",
        "A mill burned down in town.",
        "He spoke of strike capability.",
        "It burned, killing three.",
        "They planned to launch a website.",
        "They tried to sleep.",
        "A hunger strike began.",
    ],
)
def test_what_is_no_trigger(words: str) -> None:
    assert triggers(words) == []


def test_nouns_keep_number_and_definiteness() -> None:
    found = find_all("The attacks went on. An attack began.")
    assert [(t.plural, t.definite) for t in found.mentions.triggers] == [
        (True, True),
        (False, False),
    ]


def test_a_killing_is_one_only_with_its_object() -> None:
    assert triggers("The killing of a priest shocked them.") == [
        ("killing", EventType.ATTACK, None)
    ]
