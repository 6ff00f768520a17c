import sqlite3
from typing import Any

import pytest
from sqlalchemy.exc import NoSuchTableError, OperationalError

from dateline.errors import LedgerError, LedgerReadOnly, LedgerUnreachable
from dateline.ledger.failures import failure, translated
from dateline.ledger.urls import parse

FILE = parse("dateline.db")
SERVER = parse("postgresql://ann:s3cret@db/news")


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("said so")
    error.sqlite_errorcode = code
    return error


class RefusedError(Exception):
    def __init__(self, said: str, sqlstate: str | None) -> None:
        super().__init__(said)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("code", "kind", "says"),
    [
        (sqlite3.SQLITE_READONLY_DIRECTORY, LedgerReadOnly, "can only be read"),
        (sqlite3.SQLITE_CANTOPEN, LedgerUnreachable, "can't be opened"),
        (sqlite3.SQLITE_FULL, LedgerError, "the disk is full.*run the same command again"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LedgerError, "another program"),
        (sqlite3.SQLITE_NOTADB, LedgerError, "not an SQLite database"),
        (sqlite3.SQLITE_CONSTRAINT, LedgerError, "said so"),
    ],
)
def test_sqlite_says_what_to_do(code: Any, kind: Any, says: Any) -> None:
    found = failure(sqlite_error(code), FILE)
    assert type(found) is kind
    with pytest.raises(kind, match=f"dateline.db.*{says}"):
        raise found


@pytest.mark.parametrize(
    ("state", "kind", "says"),
    [
        ("25006", LedgerReadOnly, "primary server"),
        ("42501", LedgerReadOnly, "may write"),
        ("53100", LedgerError, "disk is full"),
        ("28P01", LedgerUnreachable, "can't be reached"),
        ("3D000", LedgerUnreachable, "can't be reached"),
        ("22021", LedgerError, "said"),
    ],
)
def test_postgresql_says_what_to_do(state: Any, kind: Any, says: Any) -> None:
    found = failure(RefusedError("said s3cret", state), SERVER)
    assert type(found) is kind
    with pytest.raises(kind, match=says):
        raise found
    assert "s3cret" not in str(found)


def test_a_lost_connection_is_unreachable() -> None:
    assert isinstance(failure(RefusedError("gone", None), SERVER, lost=True), LedgerUnreachable)


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (OperationalError("SELECT 1", {}, sqlite_error(sqlite3.SQLITE_FULL)), LedgerError),
        (NoSuchTableError("reports"), LedgerError),
        (sqlite_error(sqlite3.SQLITE_READONLY), LedgerReadOnly),
    ],
)
def test_only_errors_of_the_ledger_leave_the_block(raised: Any, kind: Any) -> None:
    with pytest.raises(kind), translated(FILE):
        raise raised


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), translated(FILE):
        raise KeyError
