import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.ledger.store import Ledger
from dateline.model.spans import Span
from dateline.views.incidents import incidents
from dateline.views.report_page import Layer, Mark, marks_of, report_page, stretches
from tests.views.ledgers import TEXT, first


def test_a_page_leads_to_its_incidents(ledger: Ledger) -> None:
    page = report_page(ledger, "first")
    assert page.reading.report.text == TEXT
    assert page.incidents == {"A": incidents(ledger)[0].id}
    assert page.origin == page.reading.report.id
    with pytest.raises(UsageError):
        report_page(ledger, "nothing of the kind")


def test_marks_are_of_every_layer_found() -> None:
    layers = {m.layer for m in marks_of(first())}
    told = {Layer.SOURCE, Layer.CUE, Layer.CONTENT, Layer.TRIGGER, Layer.TIME, Layer.PLACE}
    assert layers == told | {Layer.TARGET, Layer.CLAIM, Layer.POSITION, Layer.NOT_INCIDENT}


def test_a_layer_can_be_shown_by_itself() -> None:
    marks = marks_of(first())
    shown = stretches(TEXT, marks, {Layer.CUE})
    assert [s.text for s in shown if s.marks] == ["said"]


_spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda p: Span(min(p), max(p)))


@pytest.mark.law
@given(st.lists(_spans, max_size=8))
def test_stretches_are_the_text_and_carry_all_marks(spans: list[Span]) -> None:
    text = "abcdefghijklmnopqrst"
    marks = [Mark(span=s, layer=Layer.CLAIM, label=str(n)) for n, s in enumerate(spans)]
    found = stretches(text, marks)
    assert "".join(s.text for s in found) == text
    for mark in marks:
        covered = "".join(s.text for s in found if mark in s.marks)
        assert covered == mark.span.of(text)


def test_an_empty_text_has_no_stretches() -> None:
    assert stretches("", []) == ()
