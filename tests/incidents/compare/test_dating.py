from datetime import timedelta

import pytest

from dateline.incidents.compare.dating import bar_dating, compare_dating
from dateline.model.times import UNDATED, Dating, Precision
from tests.factory import DAY, dating, event, head, mention

ONE = timedelta(days=1)
NIGHT = dating(DAY - ONE, DAY)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (NIGHT, NIGHT, "same days"),
        (NIGHT, dating(DAY), "day in common"),
        (NIGHT, dating(DAY, DAY + ONE), "apart"),
        (dating(DAY), dating(DAY + ONE), "apart"),
        (dating(DAY), dating(DAY - 6 * ONE, DAY, Precision.WEEK), "overlap"),
        (dating(DAY), dating(DAY - 30 * ONE, DAY, Precision.MONTH), "wide overlap"),
        (dating(DAY + 2 * ONE), dating(DAY - 6 * ONE, DAY, Precision.WEEK), "touching"),
        (dating(DAY + 3 * ONE), dating(DAY - 6 * ONE, DAY, Precision.WEEK), "apart"),
    ],
)
def test_levels_of_dated_mentions(left: Dating, right: Dating, level: str) -> None:
    a, b = mention(event(when=left), "a"), mention(event(when=right), "b")
    assert compare_dating(a, b).level == compare_dating(b, a).level == level
    assert (bar_dating(a, b) is not None) is (level == "apart")


@pytest.mark.parametrize(
    ("published_after", "level"),
    [(0, "published close"), (7, "unknown"), (40, "published apart"), (-2, "apart")],
)
def test_an_undated_mention_lies_before_its_publication(published_after: int, level: str) -> None:
    dated = mention(event(when=DAY), "a")
    undated = mention(
        event(when=UNDATED), head("b", published=DAY + timedelta(days=published_after))
    )
    assert compare_dating(dated, undated).level == level


def test_unknown_weighs_nothing() -> None:
    dated = mention(event(when=DAY), "a")
    undated = mention(event(when=UNDATED), head("b", published=None))
    assert compare_dating(dated, undated).weight == 0


def test_a_follow_up_may_be_dated_later_but_not_earlier() -> None:
    attack = mention(event(when=DAY), "a")
    after = mention(event(when=DAY + 5 * ONE, follow_up=True), "b")
    before = mention(event(when=DAY - 5 * ONE, follow_up=True), "c")
    assert compare_dating(attack, after).level == "aftermath"
    assert compare_dating(attack, before).level == "apart"
