from dateline.times.determiners import DETERMINERS, part_of
from dateline.times.expressions import Anchor, Part


def test_the_story_is_meant_by_that_and_the_same() -> None:
    assert DETERMINERS["the same"] == (0, Anchor.NARRATIVE)
    assert DETERMINERS["last"] == (-1, Anchor.REPORT)


def test_part_of_a_word() -> None:
    assert part_of("dawn") is Part.MORNING
    assert part_of(None) is None
