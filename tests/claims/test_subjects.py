import pytest

from tests.claims.world import said_in


def speakers(words: str) -> list[str]:
    return [name for name, _, _ in said_in(words)]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The army later also said a mill burned.", "army"),
        ("The army on Monday said a mill burned.", "army"),
        ("Jana Brel, the governor of a region, said a mill burned.", "Jana Brel"),
        ("Jana Brel, 44, a teacher from the valley, said a mill burned.", "Jana Brel"),
        ("A school was hit on Monday, said Jana Brel, governor of Veldt.", "Jana Brel"),
        ("A hospital in Northford was hit on Monday, said Jana Brel.", "Jana Brel"),
        ("“It burned,” said the governor.", "governor"),
        ("The army answered by saying a mill burned.", "army"),
        ("Drones struck a hospital in Northford on Monday, said Jana Brel.", "Jana Brel"),
        ("A video published by Reuters showed a mill burning.", "A video"),
        ("A video published by the town showed a mill burning.", "A video"),
        ("The mayor, Ann Vell, said a mill burned.", "Ann Vell"),
    ],
)
def test_the_speaker_of_a_cue(words: str, speaker: str) -> None:
    assert speakers(words) == [speaker]


def test_what_hangs_on_a_preposition_is_no_subject() -> None:
    assert speakers("The conflict between Ruritania and Grenmark shows little.") == []


def test_an_addressee_is_no_subject() -> None:
    assert speakers("The army told Reuters a mill burned.") == ["army"]


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    assert speakers("The army said a mill burned and added that it rained.") == ["army", "army"]


def test_a_participle_has_the_subject_of_the_sentence() -> None:
    assert speakers("A mill burned, the army said, adding that it rained.") == ["army", "army"]
