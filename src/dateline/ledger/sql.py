"""Read-only queries by people who know SQL.

Besides the tables of :mod:`dateline.ledger.schema`, four views hold the current readings flat:

``v_reports``
    report_id, name, published, outlet, title, url, language, text, reading_id, reader, run_id,
    events (how many).
``v_events``
    one row an event mention: event_id, event_key, report_id, report (its name), published, outlet,
    type, stage, date_from, date_to (last day, included), date_precision, country, admin1, places,
    attackers, targets, weapons (joined by "; "), trigger_words, follow_up, score, claims (how many).
``v_claims``
    one row a claim: claim_id, event_id, event_key, report_id, report, published, outlet, type,
    stage, date_from, date_to, country, admin1, field, value (``5``, ``5+``, ``0-5``, ``fire``),
    value_low, value_high (numbers), text, char_start, char_end, source, source_kind, office, side,
    stance, hedged.
``v_positions``
    one row a position: position_id, report_id, report, published, outlet, source, source_kind,
    office, side, issue, polarity, text, char_start, char_end, said_from, said_to.
"""

import sqlite3
import time
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, text

from dateline.errors import LedgerError, UsageError
from dateline.ledger.columns import from_storable, to_storable
from dateline.ledger.engine import reading
from dateline.ledger.failures import failure, translated
from dateline.ledger.urls import Address
from dateline.ledger.values import Cell

Table: TypeAlias = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]
"""Names of the columns, and the rows."""

SECONDS = 30
"""How long a query may run."""

_LONGEST_VALUE = 64 * 1024 * 1024  # bytes; a query can't fill the memory with one value
_INSTRUCTIONS = 10_000  # of SQLite's machine between two looks at the clock
_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
_FORBIDDEN_FUNCTIONS = {"load_extension", "fts3_tokenizer"}


def run(engine: Engine, address: Address, query: str, limit: int) -> Table:
    """The first ``limit`` rows of ``query``.

    Raises:
        UsageError: if there is no query, or more than one statement.
        LedgerError: if it would write, runs for longer than 30 seconds, or is refused by the
            database, with the database's own words.
    """
    query = to_storable(query.strip())
    if not query:
        raise UsageError("there is no query: give a SELECT, say SELECT * FROM v_claims.")
    if limit < 1:
        raise UsageError(f"a limit needs to be 1 or more, found {limit}.")
    if address.dialect == "sqlite":
        columns, rows = _sqlite(engine, address, query, limit)
    else:
        columns, rows = _postgresql(engine, address, query, limit)
    return tuple(columns), tuple(tuple(_cell(value) for value in row) for row in rows)


def _sqlite(
    engine: Engine, address: Address, query: str, limit: int
) -> tuple[list[str], list[Any]]:
    """Runs on a connection of the ledger's own, fenced in for the time of the query."""
    with translated(address), engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA query_only = ON")
        longest = raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        end = time.monotonic() + SECONDS
        raw.set_progress_handler(lambda: time.monotonic() > end, _INSTRUCTIONS)
        raw.set_authorizer(_authorize)
        try:
            cursor = raw.execute(query)
            return [str(c[0]) for c in cursor.description or ()], cursor.fetchmany(limit)
        except (sqlite3.Warning, sqlite3.ProgrammingError) as error:
            raise UsageError(f"one statement at a time: {error}") from error
        except sqlite3.Error as error:
            raise _refused(error) from error
        finally:
            raw.set_authorizer(None)
            raw.set_progress_handler(None, 0)
            raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
            raw.execute("PRAGMA query_only = OFF")


def _authorize(
    action: int, first: str | None, second: str | None, _base: str | None, _inside: str | None
) -> int:
    if action == sqlite3.SQLITE_FUNCTION and second in _FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    # The full text index looks at this number to see whether it has changed.
    if action == sqlite3.SQLITE_PRAGMA and first == "data_version":
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _postgresql(
    engine: Engine, address: Address, query: str, limit: int
) -> tuple[list[str], list[Any]]:
    """A cursor is declared for the query, which PostgreSQL allows for plain SELECT and VALUES only."""
    with reading(engine, address) as connection:
        connection.execute(text(f"SET LOCAL statement_timeout = {SECONDS * 1000}"))
        return _declared(connection, address, query, limit)


def _declared(
    connection: Connection, address: Address, query: str, limit: int
) -> tuple[list[str], list[Any]]:
    raw: Any = connection.connection.dbapi_connection
    declared = f"DECLARE dateline_query NO SCROLL CURSOR FOR {query.rstrip(';')}"
    with raw.cursor() as cursor:
        try:
            # Prepared statements are one statement: the server refuses a second one behind it.
            cursor.execute(declared.encode(), prepare=True)
            cursor.execute(f"FETCH {int(limit)} FROM dateline_query")
            return [str(c.name) for c in cursor.description or ()], cursor.fetchall()
        except raw.Error as error:
            if getattr(error, "sqlstate", None) is None:  # the server did not answer
                raise failure(error, address) from error
            raise _refused(error) from error


def _refused(error: Exception) -> LedgerError:
    said = " ".join(str(error).split())
    if said == "interrupted" or "statement timeout" in said:
        said = f"it ran for more than {SECONDS} seconds; ask for less"
    return LedgerError(f"the query can't be run: {said}. Only reading is allowed (SELECT).")


def _cell(value: Any) -> Cell:  # noqa: ANN401 -- whatever the database gives
    if isinstance(value, str):
        return from_storable(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):  # PostgreSQL's sums
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
