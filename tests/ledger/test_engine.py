from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from dateline.errors import LedgerError, LedgerReadOnly, LedgerUnreachable
from dateline.ledger import engine as engines
from dateline.ledger.engine import make_engine, reading, writing
from dateline.ledger.files import sqlite_uri
from dateline.ledger.store import Ledger
from dateline.ledger.urls import parse
from tests.ledger import factory


def pragma(ledger: Ledger, name: Any) -> Any:
    with reading(ledger._engine, ledger._address) as connection:
        return connection.execute(text(f"PRAGMA {name}")).scalar_one()


def test_sqlite_is_set_up_to_keep_what_it_says_it_kept(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "dateline.db") as ledger:
        assert pragma(ledger, "journal_mode") == "wal"
        assert pragma(ledger, "synchronous") == 2  # FULL
        assert pragma(ledger, "foreign_keys") == 1
        assert pragma(ledger, "busy_timeout") == engines.BUSY_SECONDS * 1000


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "100% of?it #1.db"
    assert "?" not in sqlite_uri(path, "ro").removesuffix("?mode=ro")
    with Ledger.open(path) as ledger:
        factory.fill(ledger, factory.reading())
    assert path.stat().st_size > 0
    with Ledger.open(str(path), read_only=True) as ledger:
        assert ledger.counts().reports == 1


def test_a_read_sees_one_state(url: str) -> None:
    with Ledger.open(url) as ledger, Ledger.open(url) as other:
        factory.fill(ledger, factory.reading(0))
        with reading(other._engine, other._address) as connection:
            count = text("SELECT count(*) FROM reports")
            assert connection.execute(count).scalar_one() == 1
            factory.fill(ledger, factory.reading(1))
            assert connection.execute(count).scalar_one() == 1
        assert other.counts().reports == 2


@pytest.mark.postgres
def test_a_read_cannot_write(postgresql_ledger: str) -> None:
    with Ledger.open(postgresql_ledger) as ledger:

        def write() -> None:
            with reading(ledger._engine, ledger._address) as connection:
                connection.execute(text("INSERT INTO cluster_state VALUES (1, 'x')"))

        with pytest.raises(LedgerReadOnly):
            write()


def test_a_write_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    def write() -> None:
        with writing(ledger._engine, ledger._address, read_only=False) as connection:
            connection.execute(text("INSERT INTO cluster_state VALUES (1, 'x')"))
            raise KeyError

    with pytest.raises(KeyError):
        write()
    assert ledger.clusters() == ((), None)


def test_a_writer_gives_up_on_another_that_never_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    path = tmp_path / "dateline.db"
    with (
        Ledger.open(path) as one,
        Ledger.open(path) as other,
        writing(one._engine, one._address, read_only=False),
        pytest.raises(LedgerError, match="another program has been writing"),
    ):
        other.begin_run(factory.RUN)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_args: Any, **_given: Any) -> None:
        raise ModuleNotFoundError("No module named 'psycopg'")

    monkeypatch.setattr(engines, "create_engine", missing)
    with pytest.raises(LedgerUnreachable, match=r"pip install 'dateline\[postgres\]'"):
        make_engine(parse("postgresql://db/news"), "rw")
