import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.normalise import normalise
from dateline.text.paragraphs import find_paragraphs

WRAPPED = """   NORTHPORT, 3 JAN 90 -- THE MINISTRY SAID TODAY THAT THE ATTACK ON
THE OLD BRIDGE OVER THE RIVER HAD CAUSED NO DAMAGE AND THAT TRAFFIC
HAD BEEN RESTORED.  A COLUMN OF TRUCKS CROSSED IT IN THE AFTERNOON.
SHORTLY AFTERWARDS THE GUARDS WERE RELIEVED BY A FRESH COMPANY FROM
THE CAPITAL.
   THE MAYOR THANKED THE DRIVERS, WHO HAD WAITED FOR THREE HOURS IN
THE RAIN."""


def cut(body: str) -> list[str]:
    return [span.of(body) for span in find_paragraphs(body)]


def test_blank_lines_part_paragraphs() -> None:
    assert cut("\n\n  One.  \n \n\nTwo\n\n") == ["One.", "Two"]


def test_line_ends_of_web_text_part_paragraphs() -> None:
    assert cut("Depot on fire\nA depot burned on Sunday.\nNo one was hurt.") == [
        "Depot on fire",
        "A depot burned on Sunday.",
        "No one was hurt.",
    ]


@pytest.mark.parametrize("characters", ["The depot\nburned on Sunday.", "In Kyiv,\nOdesa and Lviv"])
def test_a_line_that_goes_on_parts_nothing(characters: str) -> None:
    assert cut(characters) == [characters]


def test_hard_wrapped_text_parts_at_indents_only() -> None:
    found = cut(WRAPPED)
    assert len(found) == 2
    assert found[0].startswith("NORTHPORT")
    assert found[0].endswith("THE CAPITAL.")


@pytest.mark.law
@given(st.text(st.sampled_from("aB. ,\n\"'-"), max_size=120))
def test_paragraphs_are_in_order_and_hold_everything(characters: str) -> None:
    body, _ = normalise(characters)
    at = 0
    for span in find_paragraphs(body):
        assert span.start >= at
        assert not body[at : span.start].strip()
        assert span.of(body) == span.of(body).strip() != ""
        at = span.end
    assert not body[at:].strip()
