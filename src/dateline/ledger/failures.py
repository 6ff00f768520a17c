"""Turns what the databases raise into errors that say what happened and what to do next."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dateline.errors import LedgerError, LedgerReadOnly, LedgerUnreachable
from dateline.ledger.urls import Address

_READ_ONLY_STATES = {"25006", "42501"}  # read_only_sql_transaction, insufficient_privilege
_FULL_STATES = {"53100"}  # disk_full
_UNDONE = "Nothing of what was being written was kept; what was there before is whole."


@contextmanager
def translated(address: Address) -> Iterator[None]:
    """Raises a :class:`LedgerError` for every failure of the database inside the block.

    Raises:
        LedgerReadOnly: the database takes no writes.
        LedgerUnreachable: the file can't be opened or the server can't be reached.
        LedgerError: all else: full disk, long lock, broken file, a row that breaks a rule.
    """
    try:
        yield
    except DBAPIError as error:
        raise failure(error.orig, address, lost=error.connection_invalidated) from error.orig
    except SQLAlchemyError as error:
        raise LedgerError(f"{address.shown}: {_clean(error, address)}") from error
    except sqlite3.Error as error:
        raise failure(error, address) from error


def failure(error: BaseException | None, address: Address, *, lost: bool = False) -> LedgerError:
    """What to raise for ``error`` of a driver; ``lost`` if the connection broke with it."""
    if isinstance(error, sqlite3.Error):
        return _sqlite(error, address)
    return _postgresql(error, address, lost=lost)


def _sqlite(error: sqlite3.Error, address: Address) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", 0) or 0
    primary = code & 0xFF
    said = _clean(error, address)
    if primary == sqlite3.SQLITE_READONLY:
        return LedgerReadOnly(
            f"{address.shown} can only be read ({said}). "
            "Allow writing to the file and its folder, or work on a copy."
        )
    if primary == sqlite3.SQLITE_CANTOPEN:
        return LedgerUnreachable(
            f"{address.shown} can't be opened ({said}). "
            "Check that the folder is there and may be written to."
        )
    if primary == sqlite3.SQLITE_FULL:
        return LedgerError(
            f"{address.shown}: the disk is full ({said}). {_UNDONE} "
            "Free some space and run the same command again."
        )
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LedgerError(
            f"{address.shown}: another program has been writing for too long ({said}). {_UNDONE} "
            "Wait for it to end and run the same command again."
        )
    if primary in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
        return LedgerError(
            f"{address.shown} is not an SQLite database, or is broken ({said}). "
            "Choose another path, or bring the file back from a backup."
        )
    return LedgerError(f"{address.shown}: {said}")


def _postgresql(error: BaseException | None, address: Address, *, lost: bool) -> LedgerError:
    state = getattr(error, "sqlstate", None)
    said = _clean(error, address)
    if state in _READ_ONLY_STATES:
        return LedgerReadOnly(
            f"{address.shown} can only be read ({said}). "
            "Connect to the primary server as a user that may write."
        )
    if state in _FULL_STATES:
        return LedgerError(
            f"{address.shown}: the server's disk is full ({said}). {_UNDONE} "
            "Free some space there and run the same command again."
        )
    # Without a state the server never answered; classes 08 and 57P are lost connections, 28 and 3D
    # refused ones (PostgreSQL documentation, appendix A).
    refused = state is not None and state[:2] in {"08", "28", "3D"}
    if lost or refused or (state is None and type(error).__name__ == "OperationalError"):
        return LedgerUnreachable(
            f"{address.shown} can't be reached ({said}). "
            "Check that the server runs, and the host, port, database, user and password."
        )
    return LedgerError(f"{address.shown}: {said}")


def _clean(error: BaseException | None, address: Address) -> str:
    """The message on one line, without secrets."""
    words = " ".join(str(error).split()) or type(error).__name__
    for secret in address.secrets:
        words = words.replace(secret, "***")
    return words
