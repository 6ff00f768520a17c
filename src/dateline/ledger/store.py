"""The ledger: what was read, by whom, from which words; appended, never changed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from dateline.ledger import heads, lists, migrate, search, sql, urls, writer
from dateline.ledger import reader as stored
from dateline.ledger.engine import make_engine, reading, writing
from dateline.ledger.files import file_mode
from dateline.ledger.urls import Address
from dateline.ledger.values import (
    Appended,
    ClaimFilter,
    ClaimRow,
    Counts,
    Hit,
    Member,
    MentionFilter,
    PositionFilter,
    PositionRow,
    ReadingHead,
    SourceRow,
)
from dateline.model.claims import Reading
from dateline.model.incidents import Decision, Mention, ReportHead
from dateline.model.reports import Report
from dateline.model.runs import Run


class Ledger:
    """An open ledger; make one with :meth:`open` and use it as a context manager.

    Every method is one transaction: a read sees the ledger as it stood when it began, a write is
    kept whole or not at all, also when the process is killed. All lists are ordered by what they
    hold, never by when it was written. Several processes may read while one writes; a second
    writer waits. A ledger on a file or a server may be used by several threads; one in memory by
    one thread at a time.

    All methods raise :class:`dateline.errors.LedgerError` or one of its kinds when the database
    fails: full disk, lost server, broken file.
    """

    __slots__ = ("_address", "_engine", "_read_only")

    def __init__(self, address: Address, engine: Engine, *, read_only: bool) -> None:
        self._address = address
        self._engine = engine
        self._read_only = read_only

    @classmethod
    def open(cls, url: str | Path, *, create: bool = True, read_only: bool = False) -> Self:
        """Opens the ledger at ``url``, making it or bringing its tables up to date if need be.

        Args:
            url: a path, ``sqlite:///path``, ``sqlite://`` (in memory) or ``postgresql://…``.
            create: whether to make a ledger where there is none.
            read_only: whether to refuse all writes. A file that can't be written is opened so
                by itself; see :attr:`read_only`.

        Raises:
            UsageError: if ``url`` is neither a path nor such a URL.
            LedgerTooNew: if a newer Dateline wrote it.
            LedgerUnreachable: if the file or the server can't be opened, with what to do.
            LedgerError: if there is no ledger and none may be made, or something else is there.
        """
        address = urls.parse(url)
        mode = "rw"
        if address.path is not None:
            mode = file_mode(address, address.path, create=create, read_only=read_only)
        read_only = read_only or not mode.startswith("rw")
        engine = make_engine(address, mode)
        try:
            migrate.ensure(engine, address, create=create, read_only=read_only)
        except BaseException:
            engine.dispose()
            raise
        return cls(address, engine, read_only=read_only)

    def close(self) -> None:
        """Gives all connections back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def shown(self) -> str:
        """Where the ledger is, fit to show: without password."""
        return self._address.shown

    @property
    def read_only(self) -> bool:
        """Whether writes are refused."""
        return self._read_only

    # Writing

    def begin_run(self, run: Run) -> None:
        """Appends ``run``; readings name it. Twice is once."""
        with writing(self._engine, self._address, read_only=self._read_only) as connection:
            writer.add_run(connection, run)

    def append(
        self,
        reading: Reading,
        *,
        run_id: str,
        signature: tuple[int, ...],
        bands: tuple[str, ...],
        copies: Sequence[tuple[str, float]] = (),
    ) -> Appended:
        """Appends a report, if it is new, with its reading, if this reader has not read it yet.

        The reading becomes the report's current one; older ones stay.

        Args:
            reading: what was read, and all that was found.
            run_id: the run it was read in, begun by :meth:`begin_run`.
            signature: MinHash signature of the text, numbers from 0 to 2**64 - 1.
            bands: keys under which near copies are looked for.
            copies: ids of reports already in the ledger that this one is a near copy of, and how
                similar they are (0 to 1).

        Raises:
            LedgerError: if the run or a report in ``copies`` is not in the ledger, or two events
                of the reading share a key.
        """
        with writing(self._engine, self._address, read_only=self._read_only) as connection:
            return writer.append(
                connection,
                reading,
                run_id=run_id,
                signature=signature,
                bands=bands,
                copies=copies,
            )

    def decide(self, decision: Decision) -> bool:
        """Appends ``decision``; False if it stands already."""
        with writing(self._engine, self._address, read_only=self._read_only) as connection:
            return writer.add_decision(connection, decision)

    def save_clusters(self, members: Iterable[Member], watermark: str) -> None:
        """Replaces the cluster cache. ``watermark`` is that of the state it was computed from."""
        with writing(self._engine, self._address, read_only=self._read_only) as connection:
            writer.replace_clusters(connection, members, watermark)

    # Reports and readings

    def report_ids(self) -> frozenset[str]:
        """The ids of all reports."""
        with reading(self._engine, self._address) as connection:
            return heads.report_ids(connection)

    def report_heads(self) -> tuple[ReportHead, ...]:
        """All reports without text, by day of publication (undated ones last), then id."""
        with reading(self._engine, self._address) as connection:
            return heads.report_heads(connection)

    def report(self, name: str) -> Report:
        """The report of that id, beginning of an id, or name.

        Raises:
            UsageError: if there is none, or several.
        """
        with reading(self._engine, self._address) as connection:
            return heads.report(connection, name)

    def similar(self, bands: Iterable[str]) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Id and signature of all reports that share one of ``bands``, by id."""
        with reading(self._engine, self._address) as connection:
            return heads.similar(connection, bands)

    def has_reading(self, report_id: str, reader: str) -> bool:
        """Whether that reader has read that report."""
        with reading(self._engine, self._address) as connection:
            return stored.has_reading(connection, report_id, reader)

    def reading(self, report_id: str, reader: str | None = None) -> Reading:
        """The current reading of a report, or that reader's, equal to what was appended.

        Raises:
            UsageError: if there is none.
        """
        with reading(self._engine, self._address) as connection:
            return stored.reading(connection, report_id, reader)

    def readings_of(self, report_id: str) -> tuple[ReadingHead, ...]:
        """All readings of a report, oldest first; the last one is current."""
        with reading(self._engine, self._address) as connection:
            return stored.readings_of(connection, report_id)

    # What the current readings hold

    def mentions(self, where: MentionFilter | None = None) -> tuple[Mention, ...]:
        """Event mentions, by publication (undated reports last), report id, and key."""
        with reading(self._engine, self._address) as connection:
            return stored.mentions(connection, where)

    def mention_ids(self, where: MentionFilter | None = None) -> tuple[str, ...]:
        """The ids of :meth:`mentions`, in the same order."""
        with reading(self._engine, self._address) as connection:
            return stored.mention_ids(connection, where)

    def mentions_by_id(self, ids: Iterable[str]) -> tuple[Mention, ...]:
        """The mentions of those ids, ordered as in :meth:`mentions`; unknown ids are left out.

        Those of superseded readings are found too.
        """
        with reading(self._engine, self._address) as connection:
            return stored.mentions_by_id(connection, ids)

    def claims(self, where: ClaimFilter | None = None) -> tuple[ClaimRow, ...]:
        """Claims, ordered as their mentions."""
        with reading(self._engine, self._address) as connection:
            return lists.claim_rows(connection, where)

    def positions(self, where: PositionFilter | None = None) -> tuple[PositionRow, ...]:
        """Positions, ordered as their reports."""
        with reading(self._engine, self._address) as connection:
            return lists.position_rows(connection, where)

    def sources(self) -> tuple[SourceRow, ...]:
        """Speakers across reports, those in most reports first; the outlets are left out."""
        with reading(self._engine, self._address) as connection:
            return lists.source_rows(connection)

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Reports, then claims, that hold all of ``words``; at most ``limit`` of each.

        Words between double quotes stand next to each other. No input is an error.
        """
        with reading(self._engine, self._address) as connection:
            return search.search(connection, words, limit)

    # Decisions, clusters and the whole

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, by when they were taken."""
        with reading(self._engine, self._address) as connection:
            return lists.decision_rows(connection)

    def runs(self) -> tuple[Run, ...]:
        """All runs, by when they began."""
        with reading(self._engine, self._address) as connection:
            return lists.run_rows(connection)

    def watermark(self) -> str:
        """Up to where the ledger goes; changes with every reading and decision."""
        with reading(self._engine, self._address) as connection:
            return lists.watermark(connection)

    def clusters(self) -> tuple[tuple[Member, ...], str | None]:
        """The cluster cache and the watermark it was computed at; stale if that has moved on."""
        with reading(self._engine, self._address) as connection:
            return lists.clusters(connection)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with reading(self._engine, self._address) as connection:
            return lists.counts(connection)

    def sql(self, query: str, limit: int = 1000) -> sql.Table:
        """Names of the columns and the first ``limit`` rows of a SELECT; see :mod:`ledger.sql`.

        Raises:
            UsageError: if there is no query, or more than one statement.
            LedgerError: if it would write, runs too long, or the database refuses it.
        """
        return sql.run(self._engine, self._address, query, limit)
