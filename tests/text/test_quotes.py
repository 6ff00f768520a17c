import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.normalise import normalise
from dateline.text.paragraphs import find_paragraphs
from dateline.text.quotes import find_quotations


def quoted(body: str) -> list[str]:
    return [q.inner.of(body) for q in find_quotations(body, find_paragraphs(body))]


def closed(body: str) -> list[bool]:
    return [q.closed for q in find_quotations(body, find_paragraphs(body))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“We know,” he said. “No one was hurt.”", ["We know,", "No one was hurt."]),
        ('"We know," he said. "No one was hurt."', ["We know,", "No one was hurt."]),
        ("«We know», he said", ["We know"]),
        ("„We know“, he said", ["We know"]),
        ("„We know”, he said", ["We know"]),
        ("»We know«, he said", ["We know"]),
        ("‘We know,’ he said", ["We know,"]),
        ("'We know,' he said", ["We know,"]),
        ("''We know,'' he said. ''No one was hurt.''", ["We know,", "No one was hurt."]),
        ("`` We know , '' he said", [" We know , "]),
        ("‘The soldiers’ camp burned,’ he said", ["The soldiers’ camp burned,"]),
        ("“He told me ‘no’ twice,” she said", ["He told me ‘no’ twice,"]),
        ("“He said “no” to us,” she said", ["He said “no” to us,"]),
        ('"He said "no" to us," she said', ['He said "no" to us,']),
        ('It was "severe."Marsh also called it "huge".', ["severe.", "huge"]),
        ('He is 6\'2" tall and said "no" to a 12" gun', ["no"]),
        ("The soldiers’ camp and the drivers' trucks", []),
        ("the ’90s and rock ’n’ roll", []),
        ("no quotation at all", []),
    ],
)
def test_outermost_pairs(body: str, expected: list[str]) -> None:
    assert quoted(body) == expected
    assert all(closed(body))


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "«»"])
def test_each_further_paragraph_opens_anew_and_the_last_closes(marks: str) -> None:
    left, right = marks[0], marks[1]
    body = f"{left}First. Second.\n\n{left}Third.\n\n{left}Fourth,{right} she said.\n\nFifth."
    assert quoted(body) == [f"First. Second.\n\n{left}Third.\n\n{left}Fourth,"]
    assert closed(body) == [True]


@pytest.mark.parametrize("mark", ["“", '"', "«"])
def test_an_unbalanced_mark_ends_with_its_paragraph(mark: str) -> None:
    body = f"He said: {mark}We know. Then he left.\n\nThe fire burned on.\n\n“Yes,” she said."
    assert quoted(body) == ["We know. Then he left.", "Yes,"]
    assert closed(body) == [False, True]


def test_a_closing_mark_alone_is_left_out() -> None:
    assert quoted("no one was hurt,” he said. “Yes.”") == ["Yes."]


def test_a_long_quotation_left_open_ends_with_its_last_paragraph() -> None:
    body = "“First.\n\n“Second.\n\nThird."
    assert quoted(body) == ["First.\n\n“Second."]
    assert closed(body) == [False]


@pytest.mark.law
@given(st.text(st.sampled_from("aB. ,\n\"'“”‘’«»„`6"), max_size=80))
def test_quotations_are_in_order_disjoint_and_inside_the_body(characters: str) -> None:
    body, _ = normalise(characters)
    paragraphs = find_paragraphs(body)
    at = 0
    for quotation in find_quotations(body, paragraphs):
        assert at <= quotation.span.start < quotation.span.end <= len(body)
        assert quotation.span.contains(quotation.inner)
        assert quotation.closed or any(p.end == quotation.span.end for p in paragraphs)
        at = quotation.span.end
