import pytest

from dateline.model.vocab import SourceKind
from tests.claims.world import find_all


def speakers(words: str) -> list[tuple[str, SourceKind]]:
    found = find_all(words)
    return [(s.span.of(found.text.body), s.kind) for s in found.mentions.speakers]


@pytest.mark.parametrize(
    ("words", "phrase", "kind"),
    [
        ("Jana Brel left.", "Jana Brel", SourceKind.NAMED),
        (
            "A source in the coast guard left.",
            "A source in the coast guard",
            SourceKind.ANONYMOUS,
        ),
        ("An unverified video spread.", "An unverified video", SourceKind.DOCUMENT),
        ("The police officials left.", "The police officials", SourceKind.ANONYMOUS),
        ("Officials left.", "Officials", SourceKind.ANONYMOUS),
        ("The defence ministry met.", "The defence ministry", SourceKind.ORGANISATION),
        ("Reuters met them.", "Reuters", SourceKind.ORGANISATION),
        ("Hezbollah met them.", "Hezbollah", SourceKind.ORGANISATION),
        ("Ruritania met them.", "Ruritania", SourceKind.ORGANISATION),
        ("A beekeeper said it burned.", "A beekeeper", SourceKind.ANONYMOUS),
        ("It burned, according to a beekeeper.", "a beekeeper", SourceKind.ANONYMOUS),
    ],
)
def test_what_can_speak(words: str, phrase: str, kind: SourceKind) -> None:
    assert (phrase, kind) in speakers(words)


def test_the_owner_does_not_speak_for_what_it_owns() -> None:
    assert "The operator" not in [s for s, _ in speakers("The operator's bakery burned.")]


def test_the_object_of_a_preposition_beside_said_is_no_speaker() -> None:
    assert all("lake" not in s for s, _ in speakers("Depots near the lake said little."))


def test_persons_win_over_head_nouns_where_both_fit() -> None:
    assert speakers("Governor Jana Brel left.") == [("Governor Jana Brel", SourceKind.NAMED)]


@pytest.mark.parametrize(
    ("words", "definite"),
    [
        ("The source left.", True),
        ("This official left.", True),
        ("A source left.", False),
        ("The source in the regional coast guard left.", True),
        ("The very old regional harbour source left.", False),
    ],
)
def test_definite_descriptions_point_back(words: str, definite: bool) -> None:
    (speaker,) = find_all(words).mentions.speakers
    assert speaker.definite is definite


def test_pronouns_are_kept_with_their_word() -> None:
    (speaker,) = find_all("She left.").mentions.speakers
    assert speaker.pronoun == "she"


def test_a_demonym_is_no_government() -> None:
    assert speakers("Ruritanian bread burned.") == []
