"""One flat row a claim."""

from dataclasses import dataclass
from datetime import date

from dateline.incidents.figures import bounds
from dateline.ledger.values import ClaimRow
from dateline.model.claims import ClaimValue
from dateline.model.vocab import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimColumns:
    """A claim as one row.

    Attributes:
        id: ``c_…``.
        event_id: the event mention it is about.
        incident_id: the incident that mention belongs to; None where it was not given.
        report_id: the report it stands in.
        report_name: what its source calls that report.
        outlet: who published it.
        url: its address.
        published: day of publication.
        field: which field of the event.
        value: as printed or as the vocabulary has it; a range as ``low..high``.
        value_low: the least number the value allows; None where it is no count.
        value_high: the most.
        denied: the source denies the value.
        text: the words that carry it.
        start: where they start, in characters of the report.
        end: where they end, exclusive.
        source: who says so.
        source_kind: what kind of speaker.
        office: its office.
        side: whom it speaks for.
        stance: how the source holds it.
        hedged: whether it is weakened.
        reader: who read it.
    """

    id: str
    event_id: str
    incident_id: str | None
    report_id: str
    report_name: str
    outlet: str | None
    url: str | None
    published: date | None
    field: str
    value: str | None
    value_low: int | None
    value_high: int | None
    denied: bool
    text: str
    start: int
    end: int
    source: str
    source_kind: str
    office: str | None
    side: str | None
    stance: str
    hedged: bool
    reader: str


def claim_columns(row: ClaimRow, incident_id: str | None = None) -> ClaimColumns:
    """The row of one claim."""
    claim, report = row.claim, row.report
    low, high = bounds(claim.value) or (None, None)
    return ClaimColumns(
        id=row.id,
        event_id=row.event_id,
        incident_id=incident_id,
        report_id=report.id,
        report_name=report.name,
        outlet=report.outlet,
        url=report.url,
        published=report.published,
        field=claim.field.value,
        value=value_text(claim.value),
        value_low=low,
        value_high=high,
        denied=claim.stance is Stance.DENIED,
        text=claim.text,
        start=claim.span.start,
        end=claim.span.end,
        source=claim.source.name,
        source_kind=claim.source.kind.value,
        office=claim.source.office,
        side=claim.source.side,
        stance=claim.stance.value,
        hedged=claim.hedged,
        reader=row.reader,
    )


def value_text(value: ClaimValue) -> str | None:
    """A value as one word: ``true``, ``5``, ``5..``, ``..30``, ``4..6``, or its own words; None for None."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        low, high = value
        return f"{'' if low is None else low}..{'' if high is None else high}"
    return str(value)
