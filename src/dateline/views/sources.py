"""Speakers of a ledger, and all that one of them said."""

from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.incidents.facts import fold
from dateline.incidents.json_shapes import Shape
from dateline.ledger.store import Ledger
from dateline.ledger.values import (
    ClaimFilter,
    ClaimRow,
    PositionFilter,
    PositionRow,
    SourceRow,
)
from dateline.views.claims import claim_row_shape
from dateline.views.positions import position_row_shape


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """All that one speaker said.

    Attributes:
        row: who it is.
        claims: in the order of their reports.
        positions: in the order of their reports.
    """

    row: SourceRow
    claims: tuple[ClaimRow, ...]
    positions: tuple[PositionRow, ...]


def sources(ledger: Ledger, words: str | None = None) -> tuple[SourceRow, ...]:
    """The speakers, those in most reports first.

    Args:
        ledger: an open ledger.
        words: that all stand in the name, an office or a side, in any case; None for all speakers.
    """
    wanted = set(fold(words or "").split())
    return tuple(
        row
        for row in ledger.sources()
        if wanted <= set(fold(" ".join((row.name, *row.offices, *row.sides))).split())
    )


def source(ledger: Ledger, name: str) -> SourcePage:
    """All that the speaker of that id, beginning of an id (``s_…``) or name said.

    Raises:
        UsageError: if there is none, or several.
    """
    every = ledger.sources()
    found = [r for r in every if r.id == name or fold(r.name) == fold(name)]
    if not found and name.startswith("s_"):
        found = [r for r in every if r.id.startswith(name)]
    if not found:
        raise UsageError(f"there is no source {name!r} in the ledger; see: dateline sources")
    if len(found) > 1:
        some = ", ".join(f"{r.id} ({r.kind}: {r.name})" for r in found[:5])
        raise UsageError(f"{len(found)} sources are called {name!r}: {some}. Give one of the ids.")
    row = found[0]
    return SourcePage(
        row=row,
        claims=ledger.claims(ClaimFilter(source=row.name, kind=row.kind)),
        positions=ledger.positions(PositionFilter(source=row.name, kind=row.kind)),
    )


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
