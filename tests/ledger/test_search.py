from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.ledger.search import phrases
from dateline.ledger.store import Ledger
from dateline.ledger.values import Piece
from dateline.model.reports import Provenance, make_report
from tests.ledger import factory


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("fuel depot", ("fuel", "depot")),
        ('"fuel depot" Vellmar', ("fuel depot", "Vellmar")),
        ('"open end', ("open end",)),
        ("a-b* OR (x:y)", ("a b", "OR", "x y")),
        ('"" - " ', ()),
        ("", ()),
    ],
)
def test_phrases(words: Any, found: Any) -> None:
    assert phrases(words) == found


def test_reports_come_before_claims_and_are_marked(ledger: Ledger) -> None:
    factory.fill(ledger, factory.reading(0), factory.reading(1))
    hits = ledger.search("DEPOTS")
    assert [(h.report.name, h.claim_id is None) for h in hits] == (
        [("report-0", True), ("report-1", True)]
        + [("report-0", False)] * 3
        + [("report-1", False)] * 3
    )
    assert Piece("depot", found=True) in hits[0].pieces
    assert "fuel <b>depot</b> in Vellmar" in hits[0].marked("<b>", "</b>")
    claim = ledger.claims()[0]
    assert (hits[2].claim_id, hits[2].event_id) == (claim.id, claim.event_id)
    assert hits[2].marked() == "hit a fuel [depot]"


def test_all_words_must_be_there_and_phrases_stand_together(ledger: Ledger) -> None:
    factory.fill(ledger, factory.reading(0))
    assert ledger.search("vellmar marchetti")
    assert not ledger.search("vellmar strasbourg")
    assert ledger.search('"fuel depot"')
    assert not ledger.search('"depot fuel"')


def test_titles_are_searched(ledger: Ledger) -> None:
    report = make_report(
        "Text.", name="n", title="Zeppelin seen", provenance=Provenance(path="-", format="text")
    )
    factory.fill(ledger, replace(factory.reading(), report=report, events=()))
    assert [hit.report.name for hit in ledger.search("zeppelin")] == ["n"]


def test_marks_in_a_text_do_no_harm(ledger: Ledger) -> None:
    report = make_report(
        "a \x02 zeppelin \x03 b \x02",
        name="n",
        provenance=Provenance(path="-", format="text"),
    )
    factory.fill(ledger, replace(factory.reading(), report=report, events=()))
    (hit,) = ledger.search("zeppelin")
    assert "zeppelin" in hit.marked("", "")


def test_superseded_claims_are_not_found(ledger: Ledger) -> None:
    factory.fill(ledger, factory.reading(), replace(factory.reading(reader="new"), events=()))
    assert [hit.claim_id for hit in ledger.search("depot")] == [None]


def test_the_limit_holds_for_each_kind(ledger: Ledger) -> None:
    factory.fill(ledger, *(factory.reading(n) for n in range(4)))
    hits = ledger.search("depot", limit=2)
    assert [hit.claim_id is None for hit in hits] == [True, True, False, False]
    assert ledger.search("depot", limit=0) == ()


def test_a_long_report_is_kept_and_found(ledger: Ledger) -> None:
    words = " ".join(f"word{n}x" for n in range(200_000))
    report = make_report(words, name="long", provenance=Provenance(path="-", format="text"))
    factory.fill(ledger, replace(factory.reading(), report=report, events=()))
    assert [hit.report.name for hit in ledger.search("word17x")] == ["long"]
    assert ledger.report("long") == report


@pytest.mark.law
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.text(max_size=20) | st.text(st.sampled_from("\"'*()-:^+&|!<>\\ aAND\x00\ud800"), max_size=12)
)
def test_no_input_is_an_error(ledger: Ledger, words: Any) -> None:
    if not ledger.report_ids():
        factory.fill(ledger, factory.reading(0))
    assert isinstance(ledger.search(words), tuple)
