import pytest

from dateline.claims.attribution import find_spoken
from dateline.claims.spoken import Spoken
from dateline.mentions.find import find_mentions
from dateline.model.texts import Text
from dateline.model.vocab import SourceKind, Stance
from dateline.text.prepare import prepare


def spoken(words: str) -> tuple[Text, tuple[Spoken, ...]]:
    text = prepare(words)
    return text, find_spoken(text, find_mentions(text, ()), ())


def said(words: str) -> list[tuple[str, Stance, str]]:
    """(speaker, stance, first stretch of content) of every attribution."""
    text, found = spoken(words)
    return [
        (s.source.name, s.stance, s.content[0].of(text.body) if s.content else "") for s in found
    ]


@pytest.mark.parametrize(
    ("words", "speaker", "stance", "content"),
    [
        (
            "Governor Jana Brel said two houses burned down.",
            "Jana Brel",
            Stance.ASSERTED,
            "two houses burned down.",
        ),
        (
            "Two houses burned down, Governor Jana Brel said.",
            "Jana Brel",
            Stance.ASSERTED,
            "Two houses burned down",
        ),
        (
            "“Two houses burned down,” said Jana Brel, the regional governor.",
            "Jana Brel",
            Stance.ASSERTED,
            "“Two houses burned down,”",
        ),
        (
            "According to the defence ministry, nine drones were shot down.",
            "defence ministry",
            Stance.ASSERTED,
            "nine drones were shot down.",
        ),
        (
            "Nine drones were shot down, according to the defence ministry.",
            "defence ministry",
            Stance.ASSERTED,
            "Nine drones were shot down",
        ),
        (
            "The army confirmed that the bridge was hit.",
            "army",
            Stance.CONFIRMED,
            "the bridge was hit.",
        ),
        (
            "An unnamed security official claimed the depot was destroyed.",
            "An unnamed security official",
            Stance.CLAIMED,
            "the depot was destroyed.",
        ),
        (
            "The ministry denied that any refinery was hit.",
            "ministry",
            Stance.DENIED,
            "any refinery was hit.",
        ),
        (
            "Mayor Oto Lind declined to comment on the blast.",
            "Oto Lind",
            Stance.UNKNOWN,
            "declined to comment on the blast.",
        ),
        (
            "A power line was cut, the operator wrote on Telegram.",
            "operator",
            Stance.ASSERTED,
            "A power line was cut",
        ),
        (
            "Oto Lind, 54, a retired pilot, told the newspaper he saw three explosions.",
            "Oto Lind",
            Stance.ASSERTED,
            "he saw three explosions.",
        ),
    ],
)
def test_source_stance_and_content(words: str, speaker: str, stance: Stance, content: str) -> None:
    assert said(words) == [(speaker, stance, content)]


def test_pronouns_and_surnames_lead_to_the_first_introduction() -> None:
    found = said(
        "Governor Jana Brel said a school was hit. She said no one was hurt. "
        "Brel added that windows were broken."
    )
    assert [speaker for speaker, _, _ in found] == ["Jana Brel"] * 3


def test_the_source_is_the_one_described_before() -> None:
    found = said(
        "A source in the coast guard confirmed to the agency that a tanker was hit. "
        "The source said the fire was out."
    )
    assert {speaker for speaker, _, _ in found} == {"A source in the coast guard"}
    assert found[0][1] is Stance.CONFIRMED


def test_whom_it_was_told_to_is_kept() -> None:
    _, found = spoken("A source in the coast guard told Reuters a tanker was hit.")
    assert found[0].via == ("Reuters",)
    assert found[0].source.kind is SourceKind.ANONYMOUS


def test_cited_officials_are_the_source_and_the_outlet_the_way_it_came() -> None:
    _, found = spoken("The agency, citing rescue officials, reported that a mill burned down.")
    assert [(s.source.name, s.via) for s in found] == [("rescue officials", ("agency",))]


def test_a_bare_quotation_goes_on_with_the_speaker_before() -> None:
    text, found = spoken(
        "“Our town was hit again,” Governor Jana Brel wrote on social media.\n\n"
        "“Fires broke out at the depot.”"
    )
    assert [s.source.name for s in found] == ["Jana Brel", "Jana Brel"]
    assert "Fires broke out" in found[1].content[0].of(text.body)


def test_words_in_quotation_marks_alone_are_no_speech() -> None:
    assert said("The so-called “people's bridge” was closed.") == []


def test_a_country_in_a_name_is_no_verb() -> None:
    assert said("The United States sent envoys.") == []
