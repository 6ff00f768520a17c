import pytest

from dateline.mentions.markers import find_markers, find_stands
from dateline.model.mentions import MarkerKind
from dateline.model.vocab import Polarity
from dateline.text.prepare import prepare


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("They regularly came.", MarkerKind.GENERIC),
        ("If they came, fine.", MarkerKind.HYPOTHETICAL),
        ("They reportedly came.", MarkerKind.HEDGE),
        ("They allegedly came.", MarkerKind.DOUBT),
        ("They never came.", MarkerKind.NEGATION),
        ("The fire was extinguished.", MarkerKind.FOLLOW_UP),
        ("They tried to come.", MarkerKind.ATTEMPT),
        ("They threatened to come.", MarkerKind.THREAT),
        ("They planned to come.", MarkerKind.PLAN),
        ("They wrote on Telegram.", MarkerKind.CHANNEL),
        ("A bus crashed.", MarkerKind.ACCIDENT),
        ("It is not true that they came.", MarkerKind.DENIAL),
    ],
)
def test_every_kind_has_its_words(words: str, kind: MarkerKind) -> None:
    assert kind in {m.kind for m in find_markers(prepare(words))}


def test_a_word_of_doubt_is_a_hedge_too() -> None:
    kinds = {m.kind for m in find_markers(prepare("They allegedly came."))}
    assert kinds == {MarkerKind.HEDGE, MarkerKind.DOUBT}


def test_plain_words_carry_none() -> None:
    assert list(find_markers(prepare("Missiles hit a mill on Monday."))) == []


@pytest.mark.parametrize(
    ("words", "polarity", "cue"),
    [
        ("She condemned it.", Polarity.CONDEMNS, True),
        ("She backed it.", Polarity.SUPPORTS, True),
        ("She rejected it.", Polarity.OPPOSES, True),
        ("She declined to comment.", Polarity.DECLINES, True),
        ("They are legitimate targets.", Polarity.JUSTIFIES, False),
        ("It was barbaric.", Polarity.CONDEMNS, False),
        ("Both sides lose.", Polarity.NEUTRAL, False),
    ],
)
def test_stands_of_verbs_and_of_words_inside(words: str, polarity: Polarity, cue: bool) -> None:
    assert (polarity, cue) in {(s.polarity, s.cue) for s in find_stands(prepare(words))}


@pytest.mark.parametrize(
    ("words", "modal"),
    [
        ("It may strike.", True),
        ("May it strike?", True),
        ("It struck on May 27.", False),
        ("It struck on 27 May.", False),
        ("It struck in May and June.", False),
        ("IT STRUCK ON MAY 27.", False),
    ],
)
def test_the_month_of_may_allows_nothing(words: str, modal: bool) -> None:
    kinds = {m.kind for m in find_markers(prepare(words))}
    assert (MarkerKind.HYPOTHETICAL in kinds) is modal
