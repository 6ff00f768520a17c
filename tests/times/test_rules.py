import re

from dateline.text.prepare import prepare
from dateline.times.rules import Found, rule


def test_found_looks_around_itself() -> None:
    text = prepare("It fell on the 24th of  May, he said.")
    match = re.compile(r"(?P<day>24th) of +(?P<month>May)(?P<year>x)?").search(text.body)
    assert match is not None
    found = Found(text, 4, match)
    assert (found.number("day"), found.number("year")) == (24, None)
    assert (found.piece("month"), found.piece("year")) == ("may", None)
    assert (found.before(), found.before(9), found.after()) == ("the", "", ",")
    assert not found.opens_sentence()


def test_end_of_text_has_nothing_after_it() -> None:
    text = prepare("May")
    match = re.compile("May").match(text.body)
    assert match is not None
    found = Found(text, 0, match)
    assert found.after() == ""
    assert found.opens_sentence()


def test_starts_are_cut_at_hyphens() -> None:
    assert rule("x", {"mid-May"}, lambda _: None).starts == frozenset({"mid"})
