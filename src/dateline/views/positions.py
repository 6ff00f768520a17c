"""Positions of a ledger: what speakers hold about issues of the conflict."""

from dataclasses import dataclass
from datetime import date

from dateline.incidents.facts import fold
from dateline.incidents.json_shapes import Shape, dating_shape, report_shape, span_shape
from dateline.ledger.store import Ledger
from dateline.ledger.values import PositionFilter, PositionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """A position as it is shown in a list.

    Attributes:
        row: the position and where it stands.
        day: the first day it may have been said; that of publication where the report does not tell; None undated.
        day_assumed: whether that day is only the report's.
    """

    row: PositionRow
    day: date | None
    day_assumed: bool


def positions(
    ledger: Ledger, where: PositionFilter | None = None, *, about: str | None = None
) -> tuple[PositionLine, ...]:
    """The positions that match, by day (undated ones last), speaker and id.

    Args:
        ledger: an open ledger.
        where: conditions; None for all.
        about: words that all stand in the issue, in any case.
    """
    wanted = set(fold(about or "").split())
    lines = (
        _line(row)
        for row in ledger.positions(where)
        if wanted <= set(fold(row.position.issue).split())
    )
    return tuple(
        sorted(lines, key=lambda p: (p.day or date.max, fold(p.row.position.source.name), p.row.id))
    )


def _line(row: PositionRow) -> PositionLine:
    said = row.position.said.interval
    return PositionLine(
        row=row,
        day=said.start if said else row.report.published,
        day_assumed=said is None,
    )


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
