import json
from dataclasses import fields

from dateline.ledger.store import Ledger
from dateline.ledger.values import ClaimRow, Counts, PositionRow, ReadingHead, SourceRow
from dateline.model.runs import Run
from dateline.views.claims import claims
from dateline.views.json_shapes import (
    claim_line_shape,
    counts_shape,
    hit_shape,
    position_line_shape,
    reading_head_shape,
    report_page_shape,
    run_shape,
    source_page_shape,
    source_row_shape,
)
from dateline.views.positions import positions
from dateline.views.report_page import report_page
from dateline.views.sources import source


def _names(kind: type, *without: str) -> set[str]:
    return {f.name for f in fields(kind)} - set(without)


def test_every_row_is_told_in_full(ledger: Ledger) -> None:
    claim, position = claims(ledger)[0], positions(ledger)[0]
    shown = {
        "claim": (claim_line_shape(claim), _names(ClaimRow, "claim")),
        "position": (position_line_shape(position), _names(PositionRow, "position")),
        "source": (source_row_shape(ledger.sources()[0]), _names(SourceRow)),
        "counts": (counts_shape(ledger.counts()), _names(Counts)),
        "run": (run_shape(ledger.runs()[0]), _names(Run)),
        "reading": (
            reading_head_shape(ledger.readings_of(claim.row.report.id)[0]),
            _names(ReadingHead),
        ),
    }
    for shape, names in shown.values():
        assert names <= shape.keys()
        assert json.loads(json.dumps(shape)) == shape


def test_pages(ledger: Ledger) -> None:
    page = report_page_shape(report_page(ledger, "first"))
    assert page["marks"]
    assert json.loads(json.dumps(page)) == page
    speaker = source_page_shape(source(ledger, "Ilan Torv"))
    assert json.loads(json.dumps(speaker)) == speaker


def test_hits_show_what_was_found(ledger: Ledger) -> None:
    shape = hit_shape(ledger.search("depot")[0])
    assert {"text": "depot", "found": True} in shape["pieces"]  # type: ignore[operator]
