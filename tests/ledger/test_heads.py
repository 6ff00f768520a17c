import itertools
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.ledger.store import Ledger
from tests.ledger import factory


def test_heads_are_ordered_by_publication_then_id(ledger: Ledger) -> None:
    readings = [factory.reading(n) for n in (3, 0, 2)] + [factory.reading(9, dated=False)]
    factory.fill(ledger, *readings)
    assert [head.name for head in ledger.report_heads()] == [
        "report-0",
        "report-2",
        "report-3",
        "report-9",
    ]
    assert all(head.origin == head.id for head in ledger.report_heads())


@pytest.mark.parametrize("order", list(itertools.permutations((0, 1, 2))))
def test_the_origin_of_copies_is_the_first_published_in_any_order_of_arrival(
    order: Any, tmp_path: Path
) -> None:
    with Ledger.open(tmp_path / "dateline.db") as ledger:
        ledger.begin_run(factory.RUN)
        before: list[str] = []
        for n in order:
            reading = factory.reading(n)
            ledger.append(
                reading,
                run_id=factory.RUN.id,
                signature=(n,),
                bands=("a",),
                copies=[(before[-1], 0.9)] if before else [],
            )
            before.append(reading.report.id)
        factory.fill(ledger, factory.reading(7))
        heads = {head.name: head.origin for head in ledger.report_heads()}
        first = factory.reading(0).report.id
        assert heads == {
            "report-0": first,
            "report-1": first,
            "report-2": first,
            "report-7": factory.reading(7).report.id,
        }
        assert ledger.counts().originals == 2


def test_a_report_is_found_by_id_beginning_and_name(ledger: Ledger) -> None:
    report = factory.reading(1).report
    factory.fill(ledger, factory.reading(0), factory.reading(1))
    assert ledger.report(report.id) == report
    assert ledger.report(report.id[:8]) == report
    assert ledger.report("report-1") == report


@pytest.mark.parametrize("name", ["report-5", "r_zzzz", "r_", "", "r_%", "\x00"])
def test_an_unknown_report_is_said_to_be_unknown(ledger: Ledger, name: Any) -> None:
    factory.fill(ledger, factory.reading(0))
    with pytest.raises(UsageError, match="no report"):
        ledger.report(name)


def test_a_name_of_several_reports_lists_them(ledger: Ledger) -> None:
    one, two = factory.reading(0), factory.reading(1)
    factory.fill(ledger, one, two)
    same = type(one.report)(
        id="r_other",
        name="report-0",
        text="x",
        published=None,
        provenance=one.report.provenance,
    )
    factory.fill(ledger, type(one)(report=same, reader="x"))
    with pytest.raises(UsageError, match="2 reports are called 'report-0': r_"):
        ledger.report("report-0")


def test_similar_reports_share_a_band(ledger: Ledger) -> None:
    ledger.begin_run(factory.RUN)
    for n, bands in enumerate([("a", "b"), ("b", "c"), ("d",)]):
        ledger.append(
            factory.reading(n), run_id=factory.RUN.id, signature=(n, 2**64 - 1), bands=bands
        )
    zero, one = (factory.reading(n).report.id for n in (0, 1))
    assert ledger.similar(("b", "x")) == tuple(
        sorted([(zero, (0, 2**64 - 1)), (one, (1, 2**64 - 1))])
    )
    assert ledger.similar(()) == ()
    assert ledger.similar(str(n) for n in range(12_000)) == ()
