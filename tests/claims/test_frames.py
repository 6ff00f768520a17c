import pytest

from dateline.model.mentions import MarkerKind
from tests.claims.world import frames_of


def test_each_speaker_of_a_sentence_has_a_frame_and_the_outlet_the_rest() -> None:
    _, frames = frames_of(
        "Drones hit a mill in Northford; a fire broke out there, the army said, and two people died."
    )
    assert {f.said for f in frames} >= {0}


def test_what_a_speaker_says_is_in_no_frame_of_the_outlet() -> None:
    _, frames = frames_of("The army said drones hit a mill in Northford.")
    assert [(f.said, len(f.triggers)) for f in frames] == [(0, 1)]


def test_a_sentence_without_mentions_has_no_frame() -> None:
    assert frames_of("It rained all day.")[1] == ()


@pytest.mark.parametrize(
    "words",
    [
        "Marwick was hit on Monday as Grenmarkian drones struck Northford.",
        "Ruritania hit Marwick on Monday and Grenmark shelled Northford.",
        "Drones hit Northford on Monday and missiles struck Oston.",
        "Missiles struck Oston while drones hit Northford on Monday.",
    ],
)
def test_two_clauses_that_tell_of_two_attacks_are_two_frames_of_one_day(words: str) -> None:
    _, frames = frames_of(words)
    assert [len(f.places) for f in frames] == [1, 1]
    assert frames[0].timexes == frames[1].timexes != ()


@pytest.mark.parametrize(
    "words",
    [
        "Drones hit Northford and Oston on Monday.",
        "Drones hit a mill in Northford and killed two people on Monday.",
        "Drones hit a mill in Northford as workers slept.",
        "Drones hit Northford and struck Oston on Monday.",
    ],
)
def test_one_attack_is_one_frame(words: str) -> None:
    assert len(frames_of(words)[1]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Drones from Marwick hit a mill.",
        "Drones hit a mill near the border with Grenmark.",
        "Drones hit a mill during his visit to Marwick.",
    ],
)
def test_a_place_something_came_from_is_not_where_it_happened(words: str) -> None:
    (frame,) = frames_of(words)[1]
    assert (frame.places, frame.countries) == ((), ())


def test_countries_and_places_are_apart() -> None:
    (frame,) = frames_of("Drones hit a mill in Northford, Ruritania.")[1]
    assert [t.text for t in frame.places] == ["Northford"]


def test_markers_of_the_frame_can_be_asked_for() -> None:
    (frame,) = frames_of("Drones reportedly hit a mill.")[1]
    assert frame.has(MarkerKind.HEDGE)
    assert not frame.has(MarkerKind.ACCIDENT)


def test_the_place_an_agency_reports_from_is_no_place_of_an_attack() -> None:
    (frame,) = frames_of("MARWICK, 2 April (AFP) — Drones hit a mill in Northford.")[1]
    assert [t.text for t in frame.places] == ["Northford"]
