"""Connections: how each database is opened, and its reading and writing transactions.

SQLite: write-ahead log, so that readers never wait for the writer; ``synchronous=FULL``, so that
what was said to be written outlives a power cut; ``BEGIN IMMEDIATE`` for writes, so that a second
writer waits at the start and never fails half-way.
PostgreSQL: a read is one ``REPEATABLE READ, READ ONLY`` transaction; a write first takes one
advisory lock, so that the numbers a ledger counts by (``seq``) become visible in their order.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, text

from dateline.errors import LedgerReadOnly, LedgerUnreachable
from dateline.ledger.failures import translated
from dateline.ledger.files import sqlite_uri
from dateline.ledger.urls import Address

BUSY_SECONDS = 60
"""How long a writer waits for another before it gives up."""

CONNECT_SECONDS = 10
"""How long to wait for a server to answer."""

WRITE_LOCK = 0x6461_7465_6C69_6E65
"""Key of PostgreSQL's advisory lock: "dateline" in ASCII."""

_PAUSE_SECONDS = 0.02
_WRITES = "dateline_writes"


def make_engine(address: Address, mode: str) -> Engine:
    """An engine for ``address``; nothing is opened yet. ``mode`` as in :func:`dateline.ledger.files.sqlite_uri`.

    Raises:
        LedgerUnreachable: if the driver of PostgreSQL is not installed.
    """
    if address.dialect == "sqlite":
        return _sqlite_engine(address, mode)
    try:
        engine = create_engine(
            address.url,
            hide_parameters=True,
            pool_pre_ping=True,
            connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": "dateline"},
        )
    except ModuleNotFoundError as error:
        raise LedgerUnreachable(
            "a ledger on PostgreSQL needs the driver psycopg: pip install 'dateline[postgres]'."
        ) from error
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _sqlite_engine(address: Address, mode: str) -> Engine:
    path = address.path
    if path is None:
        engine = create_engine(
            "sqlite://",
            hide_parameters=True,
            poolclass=StaticPool,
            connect_args={"check_same_thread": False},
        )
    else:
        uri = sqlite_uri(path, mode)
        engine = create_engine(
            address.url,
            hide_parameters=True,
            creator=lambda: sqlite3.connect(
                uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False
            ),
        )
    event.listen(engine, "connect", _prepare_writer if mode.startswith("rw") else _prepare_reader)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_reader(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 -- SQLAlchemy's own
    # The transactions are begun by hand; Python's sqlite3 would begin them too late.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")


def _prepare_writer(connection: sqlite3.Connection, record: Any) -> None:  # noqa: ANN401 -- SQLAlchemy's own
    _prepare_reader(connection, record)
    connection.execute("PRAGMA synchronous = FULL")


def use_log(engine: Engine, address: Address) -> None:
    """Turns the write-ahead log of a new SQLite file on, for good.

    SQLite does not wait here for another program that does the same at the same moment.

    Raises:
        LedgerError: if the file stays locked.
    """
    end = time.monotonic() + BUSY_SECONDS
    with translated(address), engine.connect() as connection:
        while True:
            raw: Any = connection.connection.dbapi_connection
            try:
                raw.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                locked = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not locked or time.monotonic() > end:
                    raise
                time.sleep(_PAUSE_SECONDS)
            else:
                return


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES, False):
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITE_LOCK})
    else:
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))


@contextmanager
def reading(engine: Engine, address: Address) -> Iterator[Connection]:
    """One transaction that sees the ledger as it stood at its first statement.

    Raises:
        LedgerError: as :func:`dateline.ledger.failures.translated` does.
    """
    with translated(address), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, address: Address, *, read_only: bool) -> Iterator[Connection]:
    """One transaction that is kept whole or not at all; waits for another writer.

    Raises:
        LedgerReadOnly: if the ledger was opened for reading.
        LedgerError: as :func:`dateline.ledger.failures.translated` does.
    """
    if read_only:
        raise LedgerReadOnly(
            f"{address.shown} is open for reading only. "
            "Allow writing to the file and its folder, or work on a copy."
        )
    with (
        translated(address),
        engine.connect().execution_options(**{_WRITES: True}) as connection,
        connection.begin(),
    ):
        yield connection
