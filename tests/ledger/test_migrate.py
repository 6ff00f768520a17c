import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from dateline.errors import LedgerError, LedgerTooNew
from dateline.ledger import migrate
from dateline.ledger.engine import reading, writing
from dateline.ledger.schema import HEAD
from dateline.ledger.store import Ledger
from tests.ledger import factory
from tests.ledger.conftest import run


def execute(url: str, statement: Any) -> None:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def tables(url: str) -> Any:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    every = "SELECT name FROM sqlite_master"
    if url.startswith("postgresql"):
        every = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    with engine.connect() as connection:
        found = set(connection.execute(text(every)).scalars())
    engine.dispose()
    return found


def test_the_last_migration_is_the_one_the_code_writes(ledger: Ledger) -> None:
    assert HEAD in migrate.known()
    with reading(ledger._engine, ledger._address) as connection:
        assert migrate.revision(connection) == HEAD


def test_opening_again_keeps_all(url: str) -> None:
    with Ledger.open(url) as ledger:
        factory.fill(ledger, factory.reading())
    with Ledger.open(url) as ledger:
        assert ledger.counts().reports == 1


def test_a_newer_ledger_is_left_alone(url: str) -> None:
    with Ledger.open(url):
        pass
    execute(url, "UPDATE dateline_version SET version_num = '9999'")
    with pytest.raises(LedgerTooNew, match=r"newer Dateline.*'9999'.*pip install -U"):
        Ledger.open(url)


def test_an_older_ledger_is_brought_up_to_date_but_not_when_read_only(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(url):
        pass
    monkeypatch.setattr(migrate, "HEAD", "9998")
    with pytest.raises(LedgerError, match="older Dateline"):
        Ledger.open(url, read_only=True)
    ran: list[Any] = []
    monkeypatch.setattr(migrate, "upgrade", ran.append)
    with Ledger.open(url):
        assert len(ran) == 1


def test_a_failed_migration_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade = migrate.upgrade

    def fails(connection: Any) -> None:
        upgrade(connection)
        connection.execute(text("SELECT * FROM nowhere"))

    with monkeypatch.context() as patched:
        patched.setattr(migrate, "upgrade", fails)
        with pytest.raises(LedgerError, match="nowhere"):
            Ledger.open(url)
    assert tables(url) == set()
    with Ledger.open(url) as ledger:
        assert ledger.counts().reports == 0


def test_a_database_of_something_else_is_left_alone(url: str) -> None:
    execute(url, "CREATE TABLE reports (x int)")
    file = Path(url.removeprefix("sqlite:///"))
    before = file.read_bytes() if file.is_file() else b""
    with pytest.raises(LedgerError, match="database of something else: it holds reports"):
        Ledger.open(url)
    assert (file.read_bytes() if file.is_file() else b"") == before
    assert tables(url) == {"reports"}


def test_no_ledger_and_none_may_be_made(url: str, tmp_path: Path) -> None:
    if url.startswith("sqlite"):
        sqlite3.connect(tmp_path / "dateline.db").execute("PRAGMA user_version = 0").close()
        (tmp_path / "dateline.db").touch()
    for given in ({"create": False}, {"read_only": True}):
        with pytest.raises(LedgerError, match=r"no ledger.*dateline add"):
            Ledger.open(url, **given)
    assert tables(url) == set()


@pytest.mark.postgres
def test_a_server_of_another_encoding_is_refused(server: Callable[[str], str]) -> None:
    run(server("postgres"), "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(LedgerError, match=r"encoded in LATIN1.*ENCODING 'UTF8'"):
        Ledger.open(server("latin"))


def test_a_ledger_made_by_another_while_waiting_is_not_made_twice(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    @contextmanager
    def after_another(*args: Any, **given: Any) -> Iterator[Any]:
        if not made:
            made.append(url)
            Ledger.open(url).close()
        with writing(*args, **given) as connection:
            yield connection

    monkeypatch.setattr(migrate, "writing", after_another)
    with Ledger.open(url) as ledger:
        assert made == [url]
        assert ledger.counts().reports == 0
