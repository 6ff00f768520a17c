import pytest

from dateline.claims.modality import generic_reason, has_day, is_hypothetical, is_negated
from tests.claims.world import frames_of, read_invented


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Drones hit a mill on Monday.", True),
        ("Drones hit a mill overnight.", True),
        ("Drones hit a mill in 2020.", False),
        ("Drones hit a mill last month.", False),
        ("Drones hit a mill.", False),
    ],
)
def test_a_day_is_no_coarser_than_a_few_days(words: str, day: bool) -> None:
    (frame,) = frames_of(words)[1]
    assert has_day(frame) is day


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Grenmark regularly attacks mills.", "habitual or summed up"),
        ("Grenmark has stepped up attacks on mills.", "habitual or summed up"),
        ("Grenmark attacks mills every Monday.", "repeated"),
        (
            "Grenmark attacked mills in 2020.",
            "dated no finer than a month, and without a place",
        ),
        ("Grenmark regularly attacks mills, and did so on Monday.", None),
        ("Grenmark attacked a mill.", None),
        ("Grenmark attacked Northford in 2020.", None),
    ],
)
def test_why_a_frame_is_general(words: str, reason: str | None) -> None:
    assert generic_reason(frames_of(words)[1][0]) == reason


@pytest.mark.parametrize(
    ("words", "hypothetical"),
    [
        ("If Grenmark attacked Northford, all would leave.", True),
        ("Grenmark could launch attacks on Northford.", True),
        ("Grenmark is shelling Northford.", True),
        ("Grenmark is attacking Northford.", True),
        ("There is a risk of attacks on Northford.", True),
        ("Grenmark is shelling Northford on Monday.", False),
        ("Grenmark attacked Northford.", False),
        ("Grenmark, which could build ships, attacked Northford.", False),
        ("The shelling of Northford went on.", False),
    ],
)
def test_what_governs_a_trigger(words: str, hypothetical: bool) -> None:
    found, frames = frames_of(words)
    assert is_hypothetical(found.text, frames[0], frames[0].triggers[0]) is hypothetical


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("Grenmark did not attack Northford, but attacked Oston.", False),
        ("Drones did not hit Northford.", True),
        ("Mills were not targeted.", True),
        ("No attack came.", True),
        ("Drones hit Northford, not Oston.", False),
    ],
)
def test_a_denied_trigger(words: str, negated: bool) -> None:
    found, frames = frames_of(words)
    assert is_negated(found.text, frames[0].triggers[-1]) is negated


@pytest.mark.parametrize(
    "words",
    [
        "Grenmark is shelling Northford.",
        "Grenmarkian forces are shelling towns in the Veldt region.",
        "If Grenmark attacked Northford, all would leave.",
        "Drones did not hit Northford on Monday.",
        "Following Grenmarkian attacks, the town needs a new mill.",
    ],
)
def test_none_of_it_is_an_event(words: str) -> None:
    assert read_invented(words).events == ()
