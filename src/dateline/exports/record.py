"""What an export is made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.ledger.values import ClaimRow, PositionRow
from dateline.model.incidents import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Values to write, in the order in which they are to stand; each is gone through once at most.

    Attributes:
        incidents: the incidents.
        claims: the claims.
        positions: the positions.
        incident_of: incident ids by mention id, so that claims can name theirs
            (:func:`dateline.exports.incident_rows.incident_of`).
    """

    incidents: Iterable[Incident] = ()
    claims: Iterable[ClaimRow] = ()
    positions: Iterable[PositionRow] = ()
    incident_of: Mapping[str, str] = field(default_factory=dict)
