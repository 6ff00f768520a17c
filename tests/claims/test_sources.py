import pytest

from dateline.model.vocab import SourceKind, Stance
from tests.claims.world import read_invented, spoken_in


def speakers(words: str) -> list[str]:
    return [s.source.name for s in spoken_in(words)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Governor Jana Brel said so. She said more. Brel said most.", ["Jana Brel"] * 3),
        ("The ministry said so. It said more.", ["ministry"] * 2),
        ("Officials said so. They said more.", ["Officials"] * 2),
        ("Wang Lei said so. Wang said more.", ["Wang Lei"] * 2),
        ("Governor Jana Brel said so. The governor said more.", ["Jana Brel"] * 2),
        ("A source in the army said so. The source said more.", ["A source in the army"] * 2),
        ("The ministry said so. Governor Jana Brel said no. It said more.", ["ministry", "Jana Brel", "ministry"]),
    ],
)  # fmt: skip
def test_later_words_lead_to_the_first_introduction(words: str, names: list[str]) -> None:
    assert speakers(words) == names


def test_a_pronoun_goes_to_the_person_just_introduced_though_another_spoke_last() -> None:
    found = speakers(
        "Governor Jana Brel said a mill burned. Mayor Ann Vell was in her office. She said windows broke."
    )
    assert found == ["Jana Brel", "Ann Vell"]


def test_a_person_named_as_somebody_elses_contact_is_not_who_she_is() -> None:
    found = speakers(
        "Jana Brel said a mill burned. Brel called the mayor, Ann Vell, later. She said windows broke."
    )
    assert found[-1] == "Jana Brel"


def test_a_pronoun_that_points_to_nobody_is_no_source() -> None:
    assert speakers("It said more.") == []


def test_two_people_of_one_surname_stay_two() -> None:
    assert speakers("Jana Brel said so. Otto Brel said no.") == ["Jana Brel", "Otto Brel"]


def test_a_plural_they_is_no_single_witness() -> None:
    assert speakers("A witness said so. They said more.") == ["A witness"]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("The Ruritanian army said it burned.", "Ruritania"),
        ("Officials in Northford said it burned.", "Ruritania"),
        ("Jana Brel, governor of the Veldt region, said it burned.", "Ruritania"),
        ("Missiles hit Northford. The mayor said it burned.", "Ruritania"),
        ("Hezbollah said it burned.", "Hezbollah"),
        ("A witness said it burned.", None),
        ("Analysts said it burned.", None),
    ],
)
def test_the_side_a_source_speaks_for(words: str, side: str | None) -> None:
    assert spoken_in(words)[-1].source.side == side


def test_sources_of_a_reading_are_told_once_with_their_office() -> None:
    reading = read_invented("Governor Jana Brel said so. She said more. Witnesses said little.")
    assert [(s.name, s.kind, s.office) for s in reading.sources] == [
        ("Jana Brel", SourceKind.NAMED, "Governor"),
        ("Witnesses", SourceKind.ANONYMOUS, None),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The governor of Veldt said a mill burned. “It was one drone,” Jana Brel wrote.",
        "Its governor said a mill burned. A dam held. Governor Jana Brel said more.",
        "The regional governor said a mill burned, Jana Brel said it was a drone.",
    ],
)
def test_an_office_that_leads_stands_for_the_person_named_after_it(words: str) -> None:
    assert speakers(words) == ["Jana Brel", "Jana Brel"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("The governor said so. Mayor Ann Vell said no.", "governor"),
        ("A governor said so. Jana Brel said no.", "A governor"),
        ("The governor said so. It rained. It rained. It rained. Jana Brel said no.", "governor"),
        ("The governor said so. Jana Brel was not there.", "governor"),
        ("The ministry said so. Jana Brel said no.", "ministry"),
    ],
)
def test_an_office_stands_for_nobody_else(words: str, first: str) -> None:
    assert speakers(words)[0] == first


def test_who_is_silent_may_be_named_behind() -> None:
    found = spoken_in("There was no immediate comment from the Grenmarkian army.")
    assert [(s.source.name, s.stance) for s in found] == [("Grenmarkian army", Stance.UNKNOWN)]


@pytest.mark.parametrize("words", ["No group claimed the raid.", "No official said so."])
def test_nobody_is_no_source(words: str) -> None:
    assert speakers(words) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Governor Jana Brel said so. According to her, a mill burned.", ["Jana Brel"] * 2),
        ("Governor Jana Brel said so. According to her post, a mill burned.", ["Jana Brel"] * 2),
        ("Mayor Ann Vell said so. The ministry has more to tell. It said a mill burned.", ["Ann Vell", "ministry"]),
        ("Norvik Grid, the power company, said so. Governor Jana Brel was out. It said more.", ["Norvik Grid"] * 2),
        ("Three people reached by telephone said a mill burned.", ["Three people"]),
        ("Colonel Omar al-Faki said so. Al-Faki said more.", ["Omar al-Faki"] * 2),
    ],
)  # fmt: skip
def test_possessives_bodies_and_particles(words: str, names: list[str]) -> None:
    assert speakers(words) == names


def test_who_signs_a_report_does_not_speak_in_it() -> None:
    words = "Mill burns\n\nBy Otto Kern\n\nGovernor Jana Brel said a mill burned. He said so."
    assert "Otto Kern" not in speakers(words)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("The United Nations mission in Ruritania said it burned.", "United Nations"),
        ("In Marwick, the defence ministry said it burned.", "Grenmark"),
        ("Missiles hit Northford. The army said it burned.", "Ruritania"),
    ],
)
def test_sides_of_bodies_named_without_a_country(words: str, side: str) -> None:
    assert {s.source.side for s in spoken_in(words)} == {side}


def test_no_side_is_given_where_two_countries_are_told_of() -> None:
    words = "Missiles hit Northford and Marwick. The army said it burned."
    assert {s.source.side for s in spoken_in(words)} == {None}
