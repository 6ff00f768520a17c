import pytest

from dateline.model.vocab import Polarity
from tests.claims.world import read_invented


def stands(words: str) -> list[tuple[str, Polarity]]:
    return [(p.source.name, p.polarity) for p in read_invented(words).positions]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Minister Lea Rand condemned the attack.", Polarity.CONDEMNS),
        ("Minister Lea Rand criticised the strikes.", Polarity.CONDEMNS),
        ("“It was a barbaric attack,” Minister Lea Rand said.", Polarity.CONDEMNS),
        ("Minister Lea Rand backed military aid.", Polarity.SUPPORTS),
        ("Minister Lea Rand called for more weapons.", Polarity.SUPPORTS),
        ("Minister Lea Rand opposed the offensive.", Polarity.OPPOSES),
        ("Minister Lea Rand warned against an escalation.", Polarity.OPPOSES),
        ("Minister Lea Rand justified the strikes.", Polarity.JUSTIFIES),
        ("“These are legitimate targets,” Minister Lea Rand said.", Polarity.JUSTIFIES),
        ("Minister Lea Rand said both sides need peace talks.", Polarity.NEUTRAL),
        ("Minister Lea Rand declined to comment on the strike.", Polarity.DECLINES),
        ("Minister Lea Rand refused to condemn the attack.", Polarity.DECLINES),
    ],
)
def test_each_polarity(words: str, polarity: Polarity) -> None:
    assert stands(words) == [("Lea Rand", polarity)]


@pytest.mark.parametrize(
    "words",
    [
        "“We do not support strikes inside Grenmark,” Minister Lea Rand said.",
        "Minister Lea Rand said she does not support attacks on Marwick.",
    ],
)
def test_a_negated_support_opposes(words: str) -> None:
    assert stands(words) == [("Lea Rand", Polarity.OPPOSES)]


@pytest.mark.parametrize(
    "words",
    [
        "Minister Lea Rand criticised the sanctions.",
        "Minister Lea Rand slammed the plan to send weapons.",
        "Minister Lea Rand denounced the aid package for the war.",
    ],
)
def test_criticism_of_a_measure_opposes_it(words: str) -> None:
    assert stands(words) == [("Lea Rand", Polarity.OPPOSES)]


@pytest.mark.parametrize(
    "words",
    [
        "Minister Lea Rand welcomed the festival.",
        "Minister Lea Rand said two people were hurt in the attack.",
        "Drones hit Northford on Monday.",
        "The attack was condemned.",
        "A video condemned by nobody shows little of the war.",
    ],
)
def test_what_is_no_stand_on_the_conflict(words: str) -> None:
    assert stands(words) == []


def test_a_stand_told_again_in_the_next_sentence_is_one() -> None:
    words = "Minister Lea Rand condemned the attack. She condemned the strikes again."
    assert stands(words) == [("Lea Rand", Polarity.CONDEMNS)]


def test_two_speakers_are_two_stands() -> None:
    words = "Minister Lea Rand condemned the attack. Governor Jana Brel condemned the attack."
    assert [name for name, _ in stands(words)] == ["Lea Rand", "Jana Brel"]


def test_the_issue_is_in_words_of_the_report() -> None:
    words = "Minister Lea Rand condemned the strikes on the old harbour of Northford."
    (position,) = read_invented(words).positions
    assert position.issue in " ".join(words.split())
    assert "strikes" in position.issue
    assert position.span.of(words) == position.text


@pytest.mark.parametrize(
    "words",
    [
        "Drones hit Northford. Minister Lea Rand would not say who sent them.",
        "Drones hit Northford. Minister Lea Rand did not reply to a request for comment.",
        "Drones hit Northford. Minister Lea Rand refused to be drawn on the cause.",
        "Drones hit Northford. Minister Lea Rand would neither confirm nor deny the strike.",
    ],
)
def test_who_will_not_speak_declines(words: str) -> None:
    assert stands(words) == [("Lea Rand", Polarity.DECLINES)]


@pytest.mark.parametrize(
    "words",
    [
        "Drones hit Northford. Minister Lea Rand did not know who sent them.",
        "Drones hit Northford. Minister Lea Rand gave no details.",
        "Drones hit Northford. Minister Lea Rand was unable to verify it.",
    ],
)
def test_not_to_know_is_no_stand(words: str) -> None:
    assert stands(words) == []


def test_deeds_of_war_are_condemned_by_whatever_name() -> None:
    words = "Drones hit Northford. Minister Lea Rand condemned “a cowardly deed”."
    assert stands(words) == [("Lea Rand", Polarity.CONDEMNS)]
