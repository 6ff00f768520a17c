"""SQLite's files: whether and how one can be opened."""

import os
import sqlite3
from pathlib import Path

from dateline.errors import LedgerError, LedgerUnreachable
from dateline.ledger.failures import translated
from dateline.ledger.urls import Address


def file_mode(address: Address, path: Path, *, create: bool, read_only: bool) -> str:
    """How to open the file at ``path``: ``rwc`` new, ``rw``, ``ro`` or ``immutable``.

    Raises:
        LedgerUnreachable: if it is not there and may not be made, or can't be opened.
        LedgerError: if it is not a database, or its folder can't be written to.
    """
    if path.is_dir():
        raise LedgerUnreachable(
            f"{path} is a folder. Give the path of a file in it: {path}/dateline.db"
        )
    if not path.exists():
        if read_only or not create:
            raise LedgerUnreachable(f"there is no ledger at {path}. Make one: dateline add REPORT…")
        if not path.parent.is_dir():
            raise LedgerUnreachable(
                f"{path} can't be made: the folder {path.parent} does not exist. Make it first."
            )
        if not writable(path):
            raise LedgerError(
                f"{path} can't be made: the folder can't be written to. Choose another path."
            )
        return "rwc"
    if read_only or not writable(path):
        return readable_mode(address, path)
    return "rw"


def sqlite_uri(path: Path, mode: str) -> str:
    """``file:`` address of ``path``; ``mode`` is ``rwc``, ``rw``, ``ro`` or ``immutable``."""
    ending = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    return f"{path.absolute().as_uri()}?{ending}"


def writable(path: Path) -> bool:
    """Whether the database and the log beside it can be written (a read-only disk says no)."""
    file = path if path.exists() else path.parent
    return os.access(file, os.W_OK) and os.access(path.parent, os.W_OK)


def readable_mode(address: Address, path: Path) -> str:
    """``ro``; ``immutable`` where SQLite can't make the files it shares with other readers.

    Raises:
        LedgerUnreachable: if the file can't be read, or holds writes that stand only in its log.
        LedgerError: if it is not a database.
    """
    with translated(address):
        try:
            _probe(sqlite_uri(path, "ro"))
        except sqlite3.OperationalError:
            log = path.with_name(path.name + "-wal")
            # Read as immutable, the last writes in the log would be passed over in silence.
            if log.exists() and log.stat().st_size:
                raise LedgerUnreachable(
                    f"{path} was not closed by its last writer and lies where nothing can be "
                    f"written. Copy it with {log.name} to a folder that can be written to."
                ) from None
            _probe(sqlite_uri(path, "immutable"))
            return "immutable"
    return "ro"


def _probe(uri: str) -> None:
    connection = sqlite3.connect(uri, uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
