"""Rows of the views as JSON objects, in the manner of :mod:`dateline.incidents.json_shapes`."""

from dateline.incidents.json_shapes import (
    Shape,
    claim_shape,
    dating_shape,
    report_shape,
    span_shape,
)
from dateline.ledger.values import (
    ClaimRow,
    Counts,
    Hit,
    PositionRow,
    ReadingHead,
    SourceRow,
)
from dateline.model.runs import Run
from dateline.views.claims import ClaimLine
from dateline.views.coded import coded
from dateline.views.positions import PositionLine
from dateline.views.report_page import Mark, ReportPage
from dateline.views.sources import SourcePage


def claim_row_shape(row: ClaimRow) -> Shape:
    """A claim and where it stands."""
    return {
        "id": row.id,
        "event_id": row.event_id,
        "event_key": row.event_key,
        "report": report_shape(row.report),
        "reader": row.reader,
        **claim_shape(row.claim),
        "office": row.claim.source.office,
    }


def claim_line_shape(line: ClaimLine) -> Shape:
    """A claim with its incident."""
    return {"incident": line.incident, **claim_row_shape(line.row)}


def position_row_shape(row: PositionRow) -> Shape:
    """A position and where it stands."""
    position = row.position
    return {
        "id": row.id,
        "report": report_shape(row.report),
        "reader": row.reader,
        "source": position.source.name,
        "source_kind": str(position.source.kind),
        "office": position.source.office,
        "side": position.source.side,
        "issue": position.issue,
        "polarity": str(position.polarity),
        "text": position.text,
        **span_shape(position.span),
        "said": dating_shape(position.said),
    }


def position_line_shape(line: PositionLine) -> Shape:
    """A position with the day it is listed under."""
    return {
        "day": line.day.isoformat() if line.day else None,
        "day_assumed": line.day_assumed,
        **position_row_shape(line.row),
    }


def source_row_shape(row: SourceRow) -> Shape:
    """A speaker across reports."""
    return {
        "id": row.id,
        "name": row.name,
        "kind": str(row.kind),
        "offices": list(row.offices),
        "sides": list(row.sides),
        "claims": row.claims,
        "positions": row.positions,
        "reports": row.reports,
    }


def source_page_shape(page: SourcePage) -> Shape:
    """A speaker with all it said."""
    return {
        "source": source_row_shape(page.row),
        "claims": [claim_row_shape(c) for c in page.claims],
        "positions": [position_row_shape(p) for p in page.positions],
    }


def report_page_shape(page: ReportPage) -> Shape:
    """A report as coded, with its marks and where its events went."""
    return {
        **coded(page.reading),
        "origin": page.origin,
        "incidents": dict(sorted(page.incidents.items())),
        "marks": [mark_shape(m) for m in page.marks],
    }


def mark_shape(mark: Mark) -> Shape:
    """A mark over a report's text."""
    return {
        **span_shape(mark.span),
        "layer": str(mark.layer),
        "label": mark.label,
        "event": mark.event,
        "attribution": mark.attribution,
    }


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
