"""Rows of the views as JSON objects, in the manner of :mod:`dateline.incidents.json_shapes`.

Those of one view stand in its module and are gathered here.
"""

from dateline.incidents.json_shapes import Shape, report_shape
from dateline.ledger.values import Counts, Hit, ReadingHead
from dateline.model.runs import Run
from dateline.views.claims import claim_line_shape, claim_row_shape
from dateline.views.positions import position_line_shape, position_row_shape
from dateline.views.report_page import mark_shape, report_page_shape
from dateline.views.sources import source_page_shape, source_row_shape

__all__ = [
    "claim_line_shape",
    "claim_row_shape",
    "counts_shape",
    "hit_shape",
    "mark_shape",
    "position_line_shape",
    "position_row_shape",
    "reading_head_shape",
    "report_page_shape",
    "run_shape",
    "source_page_shape",
    "source_row_shape",
]


def hit_shape(hit: Hit) -> Shape:
    """Something found by its words; ``pieces`` are text and whether it was searched for."""
    return {
        "report": report_shape(hit.report),
        "claim_id": hit.claim_id,
        "event_id": hit.event_id,
        "pieces": [{"text": p.text, "found": p.found} for p in hit.pieces],
    }


def reading_head_shape(head: ReadingHead) -> Shape:
    """One reading of a report."""
    return {
        "id": head.id,
        "report_id": head.report_id,
        "reader": head.reader,
        "run_id": head.run_id,
        "events": head.events,
        "current": head.current,
    }


def counts_shape(counts: Counts) -> Shape:
    """How much the ledger holds."""
    return {
        "reports": counts.reports,
        "originals": counts.originals,
        "readings": counts.readings,
        "events": counts.events,
        "claims": counts.claims,
        "positions": counts.positions,
        "sources": counts.sources,
        "decisions": counts.decisions,
        "runs": counts.runs,
    }


def run_shape(run: Run) -> Shape:
    """What a stretch of work was done with."""
    return {
        "id": run.id,
        "started_at": run.started_at.isoformat(),
        "code_version": run.code_version,
        "lexicon_hash": run.lexicon_hash,
        "model_hash": run.model_hash,
        "reader": run.reader,
        "command": run.command,
    }
