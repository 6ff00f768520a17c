import pytest

from dateline.model.spans import Span
from dateline.text.prepare import prepare
from dateline.times.tense import Tense, tense_at


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Talks will start on Friday.", Tense.FUTURE),
        ("Talks are due to start on Friday.", Tense.FUTURE),
        ("It was due to a fire on Friday.", Tense.PAST),
        ("They agreed to meet on Friday.", Tense.FUTURE),
        ("THEY AGREED TO MEET ON Friday.", Tense.FUTURE),
        ("They agreed to Ilen Torv on Friday.", Tense.PAST),
        ("They asked it to answer on Friday.", Tense.FUTURE),
        ("They managed to hit it on Friday.", Tense.PAST),
        ("It must be repaired by Friday.", Tense.OPEN),
        ("Talks are due on Friday.", Tense.FUTURE),
        ("Talks are set to start on Friday.", Tense.FUTURE),
        ("They set fire to it on Friday.", Tense.OPEN),
        ("Talks are expected on Friday.", Tense.FUTURE),
        ("They'll meet on Friday.", Tense.FUTURE),
        ("A drone exploded on Friday.", Tense.PAST),
        ("A drone struck a depot on Friday.", Tense.PAST),
        ("It didn't fall on Friday.", Tense.PAST),
        ("On Friday, talks will start.", Tense.FUTURE),
        ("On Friday, a drone struck.", Tense.PAST),
        ("He said talks will start on Friday.", Tense.FUTURE),
        ("They will look at Friday's ruling.", Tense.OPEN),
        ("The United envoys on Friday.", Tense.OPEN),
        ("It fell. Talks on Friday.", Tense.OPEN),
        ("The proposed deal on Friday.", Tense.OPEN),
    ],
)
def test_words_around_tell(body: str, expected: Tense) -> None:
    text = prepare(body)
    at = text.body.index("Friday")
    assert expected is tense_at(text, Span(at, at + 6))


def test_text_without_tokens_tells_nothing() -> None:
    assert tense_at(prepare(""), Span(0, 1)) is Tense.OPEN
