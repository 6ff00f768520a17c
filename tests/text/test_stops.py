import pytest

from dateline.text.stops import Stop, ends_sentence
from dateline.text.tokens import tokenise


def ends(before: str, after: str, *, closers: str = "", gap: str = " ") -> bool:
    stop = Stop(
        before=tokenise(before)[-3:],
        closers=tokenise(closers),
        after=tokenise(after)[:8],
        gap=gap,
    )
    return ends_sentence(stop)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the depot burned.", "The governor"),
        ("the depot burned.", "“We know"),
        ("the depot burned.", "5 people"),
        ("the depot burned.", "then it rained"),
        ("back to the U.S.", "The minister"),
        ("in Oakland, Calif.", "Police said"),
        ("at 7 p.m.", "Police said"),
        ("it ended ...", "The talks"),
        ("did it end?", "The talks"),
        ("on Memphis St.", "The police"),
    ],
)
def test_ends(before: str, after: str) -> None:
    assert ends(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the U.S.", "President said"),
        ("the U.S.", "president said"),
        ("at 7 p.m.", "Sunday the"),
        ("at 7 p.m.", "Kyiv time"),
        ("on Jan.", "5 the"),
        ("Well...", "maybe"),
        ("Yahoo!", "said on"),
        ("he left (at 5 p.m.", ") and"),
        ("12.", "The depot"),
        ("U . S .", "Army troops"),
    ],
)
def test_goes_on(before: str, after: str) -> None:
    assert not ends(before, after)


def test_a_quoted_question_goes_on_with_its_verb_of_saying() -> None:
    assert not ends("“Why?", "Governor Marsh asked.", closers="”")
    assert ends("“Why?", "The governor did not answer", closers="”")


def test_a_missing_space_still_ends() -> None:
    assert ends("the talk ended.", "It lasted", gap="")
    assert ends("looks like?", "Marsh: we", gap="")
    assert not ends("U.S.", "Army", gap="")
