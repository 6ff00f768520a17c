import pytest

from dateline.mentions.cues import find_cues
from dateline.model.mentions import CueKind
from dateline.model.vocab import Stance
from dateline.text.prepare import prepare


def cues(words: str) -> list[str]:
    text = prepare(words)
    return [c.span.of(text.body).lower() for c in find_cues(text)]


@pytest.mark.parametrize(
    ("words", "kind", "stance", "hedged"),
    [
        ("She said so.", CueKind.VERB, Stance.ASSERTED, False),
        ("She confirmed it.", CueKind.VERB, Stance.CONFIRMED, False),
        ("She claimed it.", CueKind.VERB, Stance.CLAIMED, False),
        ("She claimed responsibility.", CueKind.VERB, Stance.CLAIMED, False),
        ("She denied it.", CueKind.VERB, Stance.DENIED, False),
        ("She blamed them.", CueKind.VERB, Stance.ALLEGED, False),
        ("According to her, it burned.", CueKind.PREPOSITION, Stance.ASSERTED, False),
        ("It is believed to burn.", CueKind.IMPERSONAL, Stance.ASSERTED, True),
        ("She declined to comment.", CueKind.SILENCE, Stance.UNKNOWN, False),
    ],
)
def test_kind_and_stance_come_from_the_lexicon(
    words: str, kind: CueKind, stance: Stance, hedged: bool
) -> None:
    (cue,) = find_cues(prepare(words))
    assert (cue.kind, cue.stance, cue.hedged) == (kind, stance, hedged)


def test_a_participle_is_marked() -> None:
    assert [c.participle for c in find_cues(prepare("It burned, she said, adding little."))] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The report was long.",
        "Their claims were long.",
        "No estimates came.",
        "The United States sent envoys.",
        "Police look for the alleged gunmen.",
        "Two deaths were reported in town.",
        "They came to note little.",
        "A video published by the town spread.",
        "A picture posted by the town spread.",
    ],
)
def test_what_only_looks_like_a_cue(words: str) -> None:
    assert cues(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The claims were denied by the army.",
        "THE ARMY SAID IT BURNED.",
        "The fire was reported by the army.",
    ],
)
def test_passives_with_an_agent_and_capitals_stay_cues(words: str) -> None:
    assert cues(words)[-1] in {"denied", "said", "reported"}


def test_in_terms_of_is_no_saying() -> None:
    text = prepare("Rand sees the depot, in terms of range, as a threat.")
    assert [c.span.of(text.body) for c in find_cues(text)] == ["sees"]
