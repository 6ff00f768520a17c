"""The Python interface: read a text, open a ledger.

::

    import dateline

    reading = dateline.read("Drones hit a depot in …", published="2024-04-24")
    with dateline.open("desk.db") as record:
        record.add(["reports/"])
        for incident in record.incidents():
            print(incident.type, incident.admin1, incident.status)
        frame = record.table("claims").to_pandas()
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dateline.errors import UsageError
from dateline.exports import arrow
from dateline.exports.formats import export as write_file
from dateline.exports.incident_rows import incident_of
from dateline.exports.record import Record as Rows
from dateline.ledger.store import Ledger
from dateline.ledger.values import (
    ClaimFilter,
    ClaimRow,
    Hit,
    PositionFilter,
    PositionRow,
    SourceRow,
)
from dateline.model.claims import Reading
from dateline.model.incidents import Incident, ReportHead
from dateline.model.reports import Provenance, make_report
from dateline.pipeline.adding import Step, add_reports, link, new_run
from dateline.pipeline.reading import encoder_of, read_report
from dateline.reports.load import load
from dateline.reports.options import LoadOptions
from dateline.settings import DEFAULT_LEDGER, DEFAULT_READER
from dateline.views.incidents import ALL, IncidentFilter
from dateline.views.incidents import incident as find_incident
from dateline.views.incidents import incidents as list_incidents

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Record", "open", "read", "rows_of"]

_TABLES: dict[str, Callable[[Rows], "pa.Table"]] = {
    "incidents": lambda rows: arrow.incidents_table(rows.incidents),
    "claims": lambda rows: arrow.claims_table(rows.claims, rows.incident_of),
    "positions": lambda rows: arrow.positions_table(rows.positions),
}


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    reader: str = DEFAULT_READER,
) -> Reading:
    """Read one text; nothing is stored.

    Args:
        text: the report's text.
        published: day of publication, as a date or ``YYYY-MM-DD``; without it relative dates stay open.
        outlet: who published it.
        title: its headline, if it is kept apart from the text.
        url: its address.
        reader: ``learned`` or ``rules``.

    Raises:
        UsageError: if ``published`` is no date, the text is empty, or there is no such reader.
    """
    if not text.strip():
        raise UsageError("the text is empty: give the characters of a report")
    report = make_report(
        text,
        name="text",
        provenance=Provenance(path="-", format="api"),
        published=_day(published),
        outlet=outlet,
        title=title,
        url=url,
    )
    return read_report(report, encoder=encoder_of(reader))


def _day(given: date | str | None) -> date | None:
    if given is None or isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(
            f"published={given!r} is no date: give YYYY-MM-DD, or a datetime.date"
        ) from error


def open(url: str | Path = DEFAULT_LEDGER, *, read_only: bool = False) -> "Record":  # noqa: A001 -- the word users of sqlite3, gzip and shelve know
    """Open a ledger; it is made if it is not there.

    Args:
        url: a path (SQLite) or a ``postgresql://`` address.
        read_only: refuse every change, and don't make it.

    Raises:
        LedgerError: if it can't be opened.
    """
    return Record(Ledger.open(url, create=not read_only, read_only=read_only))


def rows_of(ledger: Ledger, where: IncidentFilter = ALL) -> Rows:
    """What exports and tables are made from: the incidents that match, their claims, and all positions.

    The order is that of the record itself, so that the same ledger always gives the same rows.

    Args:
        ledger: an open ledger.
        where: which incidents; claims are those of their mentions. Positions belong to no incident and are all given.

    Raises:
        LedgerError: if the database fails.
    """
    found = list_incidents(ledger, where)
    home = incident_of(found)
    claims = ledger.claims()
    if where != ALL:
        claims = tuple(claim for claim in claims if claim.event_id in home)
    return Rows(incidents=found, claims=claims, positions=ledger.positions(), incident_of=home)


@dataclass(frozen=True, slots=True)
class Record:
    """A ledger opened from Python; use it in a ``with`` block or :meth:`close` it."""

    ledger: Ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.ledger.close()

    def add(
        self,
        paths: Sequence[str | Path],
        options: LoadOptions | None = None,
        *,
        reader: str = DEFAULT_READER,
    ) -> tuple[Step, ...]:
        """Read files, folders or addresses into the ledger and link incidents anew.

        Adding the same again changes nothing. What can't be read stops nothing.

        Args:
            paths: files, folders, archives, feed addresses.
            options: columns, defaults, forced format and encoding.
            reader: ``learned`` or ``rules``.

        Returns:
            What became of each report, in order: ``step.outcome`` is ``added``, ``read again``, ``known`` or
            ``refused`` (then ``step.error`` says why).

        Raises:
            LedgerError: if the ledger can't be written.
        """
        encoder = encoder_of(reader)
        run = new_run("api", encoder)
        self.ledger.begin_run(run)
        items = load([str(path) for path in paths], options or LoadOptions())
        steps = tuple(add_reports(self.ledger, items, run_id=run.id, encoder=encoder))
        link(self.ledger)
        return steps

    def incidents(self, where: IncidentFilter = ALL) -> Iterator[Incident]:
        """The incidents that match, by time (undated ones last)."""
        yield from list_incidents(self.ledger, where)

    def incident(self, name: str) -> Incident:
        """The incident of that id, or of that beginning of an id.

        Raises:
            UsageError: if there is none, or several.
        """
        return find_incident(self.ledger, name)

    def claims(self, where: ClaimFilter | None = None) -> Iterator[ClaimRow]:
        """The claims of current readings that match, in the order of their reports."""
        yield from self.ledger.claims(where)

    def positions(self, where: PositionFilter | None = None) -> Iterator[PositionRow]:
        """The positions of current readings that match, in the order of their reports."""
        yield from self.ledger.positions(where)

    def sources(self) -> Iterator[SourceRow]:
        """Every speaker, those in most reports first."""
        yield from self.ledger.sources()

    def reports(self) -> Iterator[ReportHead]:
        """Every report, without its text."""
        yield from self.ledger.report_heads()

    def reading(self, report: str) -> Reading:
        """The current reading of a report, by id, beginning of an id, or name.

        Raises:
            UsageError: if there is none, or several.
        """
        return self.ledger.reading(self.ledger.report(report).id)

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Reports, then claims, that hold all the words; at most ``limit`` of each."""
        return self.ledger.search(words, limit)

    def table(self, name: str, where: IncidentFilter = ALL) -> "pa.Table":
        """``incidents``, ``claims`` or ``positions`` as an Arrow table with typed columns; ``.to_pandas()`` makes a data frame.

        Args:
            name: which table.
            where: which incidents, or the claims of which.

        Raises:
            UsageError: for another name.
        """
        make = _TABLES.get(name)
        if make is None:
            raise UsageError(f"no table {name!r}; there are: {', '.join(_TABLES)}")
        return make(rows_of(self.ledger, where))

    def export(self, name: str, to: str | Path, where: IncidentFilter = ALL) -> int:
        """Write the record to a file, whole or not at all; the same record gives the same bytes.

        Args:
            name: ``csv``, ``claims-csv``, ``positions-csv``, ``jsonl``, ``geojson``, ``parquet``, ``claims-parquet`` or
                ``positions-parquet``.
            to: the file; one that is there is replaced.
            where: which incidents.

        Returns:
            How many rows, lines or features were written.

        Raises:
            UsageError: if there is no such format, or the file can't be written.
        """
        return write_file(name, rows_of(self.ledger, where), Path(to))
