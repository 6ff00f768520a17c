import pytest

from dateline.mentions.find import find_mentions
from dateline.mentions.learned import with_signals
from dateline.model.mentions import Mentions
from dateline.model.vocab import Effect, EventType, Field, Stage
from dateline.text.prepare import prepare
from tests.encoder.fake import FakeSignals


def refined(words: str, **told: object) -> Mentions:
    text = prepare(words)
    return with_signals(text, find_mentions(text, ()), FakeSignals(text.body, **told))  # type: ignore[arg-type]


def triggers(words: str, found: Mentions) -> list[str]:
    return [t.span.of(words) for t in found.triggers]


def test_a_trigger_the_encoder_does_not_see_is_left_out() -> None:
    words = "The strike of the dock workers went on."
    assert triggers(words, refined(words, layers={"trigger": [("strike", "attack", 0.9)]})) == [
        "strike"
    ]
    assert triggers(words, refined(words)) == []


def test_words_outside_the_lexicon_become_a_trigger_with_type_and_stage() -> None:
    words = "The company lost two pumping stations overnight."
    found = refined(
        words,
        layers={"trigger": [("lost", "attack", 0.8)]},
        classes={
            ("event_type", "lost"): {"Air/drone strike": 0.7, "Other": 0.3},
            ("stage", "lost"): {"attempted": 0.8, "accomplished": 0.2},
        },
    )
    (trigger,) = found.triggers
    assert (trigger.type, trigger.stage) == (EventType.DRONE, Stage.ATTEMPTED)
    unsure = refined(words, layers={"trigger": [("lost", "attack", 0.55)]})
    assert unsure.triggers == ()


@pytest.mark.parametrize(
    ("kind", "sure", "type_"),
    [("Attack", 0.7, EventType.ATTACK), ("Attack", 0.5, None), ("Air/drone strike", 0.9, None)],
)
def test_a_bare_trigger_takes_a_sure_type_that_no_weapon_settles(
    kind: str, sure: float, type_: EventType | None
) -> None:
    words = "The raid came at dawn."
    found = refined(
        words,
        layers={"trigger": [("raid", "attack", 0.9)]},
        classes={("event_type", "raid"): {kind: sure}},
    )
    assert [t.type for t in found.triggers] == [type_]


@pytest.mark.parametrize(("chance", "general"), [(0.9, 1), (0.6, 0)])
def test_a_trigger_of_attacks_in_general_is_marked(chance: float, general: int) -> None:
    words = "Drones struck the port."
    found = refined(
        words,
        layers={"trigger": [("struck", "attack", 0.9)]},
        classes={("specific", "struck"): {"generic": chance}},
    )
    assert sum(t.general for t in found.triggers) == general


@pytest.mark.parametrize(
    ("words", "stretch", "value"),
    [
        ("The blaze claimed the lives of seven clerks.", "the lives of seven clerks", 7),
        ("It cost a shepherd his life.", "a shepherd his life", 1),
        ("The raid left mothers in mourning.", "mothers in mourning", "some"),
        ("They were spared, not one lost.", "not one lost", 1),
    ],
)
def test_the_dead_in_other_words_are_counted(words: str, stretch: str, value: int | str) -> None:
    found = refined(words, layers={"figure": [(stretch, "killed", 0.9)]})
    assert [(c.fields, c.value) for c in found.counts] == [((Field.KILLED,), value)]


def test_an_effect_in_other_words_has_the_likeliest_value() -> None:
    words = "The roof is gone."
    told = {"figure": [("is gone", "effect", 0.9)]}
    sure = refined(words, layers=told, classes={("effect", "is gone"): {"destroyed": 0.8}})
    assert [e.value for e in sure.effects] == [Effect.DESTROYED]
    assert (
        refined(words, layers=told, classes={("effect", "is gone"): {"destroyed": 0.4}}).effects
        == ()
    )


def test_damage_that_the_rules_read_in_the_sentence_is_not_told_twice() -> None:
    words = "The sites were burning and a blaze lit the quay. Flames took the mill."
    told = {
        "layers": {"figure": [("lit the quay", "effect", 0.9), ("took the mill", "effect", 0.9)]},
        "classes": {
            ("effect", "lit the quay"): {"fire": 0.9},
            ("effect", "took the mill"): {"destroyed": 0.9},
        },
    }
    found = [(e.span.of(words), e.value) for e in refined(words, **told).effects]
    assert ("lit the quay", Effect.FIRE) not in found
    assert ("took the mill", Effect.DESTROYED) in found
