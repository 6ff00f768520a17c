"""Claims of a ledger, with the incident each belongs to."""

from dataclasses import dataclass

from dateline.incidents.json_shapes import Shape, claim_shape, report_shape
from dateline.ledger.store import Ledger
from dateline.ledger.values import ClaimFilter, ClaimRow
from dateline.views.incidents import incident, incidents


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim as it is shown in a list.

    Attributes:
        row: the claim and where it stands.
        incident: id of the incident its mention belongs to; None if a person rejected that mention.
    """

    row: ClaimRow
    incident: str | None


def claims(
    ledger: Ledger, where: ClaimFilter | None = None, *, of_incident: str | None = None
) -> tuple[ClaimLine, ...]:
    """The claims that match, in the order of their reports.

    Args:
        ledger: an open ledger.
        where: conditions; None for all.
        of_incident: only those of the incident with that id or beginning of one.

    Raises:
        UsageError: if there is no such incident, or several.
    """
    some = incidents(ledger) if of_incident is None else (incident(ledger, of_incident),)
    home = {m.id: i.id for i in some for m in (*i.mentions, *i.follow_ups)}
    lines = (ClaimLine(row=r, incident=home.get(r.event_id)) for r in ledger.claims(where))
    return tuple(line for line in lines if of_incident is None or line.incident is not None)


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
