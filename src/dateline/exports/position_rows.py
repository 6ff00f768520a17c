"""One flat row a position."""

from dataclasses import dataclass
from datetime import date

from dateline.ledger.values import PositionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionColumns:
    """A position as one row.

    Attributes:
        id: ``p_…``.
        report_id: the report it stands in.
        report_name: what its source calls that report.
        outlet: who published it.
        url: its address.
        published: day of publication.
        source: who holds it.
        source_kind: what kind of speaker.
        office: its office.
        side: whom it speaks for.
        issue: about what.
        polarity: which way.
        said_from: first day it may have been said; None when not told.
        said_to: last day, included.
        text: the words it rests on.
        start: where they start, in characters of the report.
        end: where they end, exclusive.
        reader: who read it.
    """

    id: str
    report_id: str
    report_name: str
    outlet: str | None
    url: str | None
    published: date | None
    source: str
    source_kind: str
    office: str | None
    side: str | None
    issue: str
    polarity: str
    said_from: date | None
    said_to: date | None
    text: str
    start: int
    end: int
    reader: str


def position_columns(row: PositionRow) -> PositionColumns:
    """The row of one position."""
    position, report, said = row.position, row.report, row.position.said.interval
    return PositionColumns(
        id=row.id,
        report_id=report.id,
        report_name=report.name,
        outlet=report.outlet,
        url=report.url,
        published=report.published,
        source=position.source.name,
        source_kind=position.source.kind.value,
        office=position.source.office,
        side=position.source.side,
        issue=position.issue,
        polarity=position.polarity.value,
        said_from=said.start if said else None,
        said_to=said.last if said else None,
        text=position.text,
        start=position.span.start,
        end=position.span.end,
        reader=row.reader,
    )
