import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.prepare import prepare


def cut(characters: str) -> list[str]:
    text = prepare(characters)
    return [sentence.span.of(text.body) for sentence in text.sentences]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The depot burned.", "No one was hurt."],
        ["Gen. J. K. Orlov and Lt. Col. Marsh left the U.S. on Jan. 3.", "They flew at 7 a.m. local time."],
        ["It holds 26,000 cubic metres, or 3.5 per cent.", "That is all."],
        ["“We know.", "No one was hurt.”", "The fire burned on."],
        ['"We know."', '"No one was hurt," he said.'],
        ["''We know.''", "''No one was hurt,'' he said.", "`` Yes . ''", "`` No . ''"],
        ["(The depot burned.)", "The fire is out."],
        ["“Why?” the governor asked.", "“Who?” Marsh said."],
        ["See TVN24.pl or LB.ua for more.", "The rest is at https://example.org/a.B today."],
        ["THE BRIDGE WAS HIT.", "THE U.S. EMBASSY SAID GEN. ORLOV WAS SAFE."],
        ["Well... maybe.", "It ended…", "Then it rained!"],
        ["The first to go was No. 5 on St. Mary Street.", "It was hit by Acme Corp. trucks."],
    ],
)  # fmt: skip
def test_boundaries(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_missing_spaces_of_machine_translation() -> None:
    assert cut('Does it look bad?Marsh: it ended.It was "severe."Then he left.') == [
        "Does it look bad?",
        "Marsh: it ended.",
        'It was "severe."',
        "Then he left.",
    ]


def test_wrapped_lines_end_no_sentence() -> None:
    lines = [
        "THE MINISTRY SAID TODAY THAT THE ATTACK ON THE OLD BRIDGE OVER THE",
        "RIVER HAD CAUSED NO DAMAGE AND THAT TRAFFIC HAD BEEN RESTORED BEFORE",
        "NOON.  A COLUMN OF TRUCKS CROSSED IT.",
    ]
    assert len(cut("\n".join(lines))) == 2


def test_line_ends_of_web_text_end_sentences() -> None:
    assert cut("Depot on fire\nA depot burned.\nShare this") == ["Depot on fire", "A depot burned.", "Share this"]  # fmt: skip


def test_a_note_number_stays_with_its_sentence() -> None:
    assert cut("It burned.[17] The fire is out. [3] It rained.") == [
        "It burned.[17]",
        "The fire is out. [3]",
        "It rained.",
    ]


def test_the_dateline_opens_a_sentence_and_ends_none() -> None:
    assert cut("Depot burns. HUDSON, Mich., Oct. 4 (UPI) — A depot burned. It rained.") == [
        "Depot burns.",
        "HUDSON, Mich., Oct. 4 (UPI) — A depot burned.",
        "It rained.",
    ]


@pytest.mark.law
@given(st.text(st.sampled_from("aB.?!… ,\n\"'“”’()[]1:—"), max_size=100))
def test_sentences_hold_every_token_once_and_never_cross_paragraphs(characters: str) -> None:
    text = prepare(characters)
    at = 0
    for sentence in text.sentences:
        assert sentence.first_token == at < sentence.last_token
        at = sentence.last_token
        assert sentence.span.start == text.tokens[sentence.first_token].span.start
        assert sentence.span.end == text.tokens[at - 1].span.end
        assert text.paragraphs[sentence.paragraph].contains(sentence.span)
    assert at == len(text.tokens)
