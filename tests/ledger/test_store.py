import os
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from dateline.errors import LedgerError, LedgerReadOnly, LedgerUnreachable, UsageError
from dateline.ledger import engine as engines
from dateline.ledger import files, store
from dateline.ledger.store import Ledger
from tests.ledger import factory
from tests.ledger.conftest import PASSWORD, run

Disk: TypeAlias = tuple[Path, Callable[..., Any]]


def filled(path: Any) -> Any:
    with Ledger.open(path) as ledger:
        factory.fill(ledger, factory.reading())
    return path


def test_a_ledger_in_memory() -> None:
    with Ledger.open("sqlite://") as ledger:
        factory.fill(ledger, factory.reading())
        assert ledger.counts().reports == 1
        assert ledger.shown == "sqlite://"
    with Ledger.open("sqlite://") as ledger:
        assert ledger.counts().reports == 0


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    filled(tmp_path / "dateline.db")
    assert [path.name for path in tmp_path.iterdir()] == ["dateline.db"]


def test_reading_only_reads(url: str) -> None:
    with Ledger.open(url) as ledger:
        factory.fill(ledger, factory.reading())
        assert not ledger.read_only
    with Ledger.open(url, read_only=True) as ledger:
        assert ledger.read_only
        assert len(ledger.mentions()) == 1
        assert ledger.sql("SELECT count(*) FROM v_claims")[1] == ((3,),)
        with pytest.raises(LedgerReadOnly, match="open for reading only"):
            factory.fill(ledger, factory.reading(1))
        with pytest.raises(LedgerReadOnly, match="open for reading only"):
            ledger.save_clusters([], "x")


def test_a_file_that_cannot_be_written_is_opened_for_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "dateline.db")
    monkeypatch.setattr(files, "writable", lambda _path: False)
    with Ledger.open(path) as ledger:
        assert ledger.read_only
        assert ledger.counts().reports == 1


def test_a_write_the_disk_refuses_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "dateline.db")
    monkeypatch.setattr(store, "file_mode", lambda *_args, **_given: "ro")
    with Ledger.open(path) as ledger:
        ledger._read_only = False  # nobody noticed before the write
        with pytest.raises(LedgerReadOnly, match="can only be read"):
            factory.fill(ledger, factory.reading(1))


@pytest.fixture
def disk(tmp_path: Path) -> Any:
    """A disk of 1 MiB that can be mounted again with other options."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(*options: Any) -> Any:
        return subprocess.run(
            ["mount", *options, "tmpfs", folder], capture_output=True, check=False
        )

    if os.geteuid() != 0 or mount("-t", "tmpfs", "-o", "size=1m").returncode:
        pytest.skip("only root may mount the small disk this test fills")
    yield folder, mount
    subprocess.run(["umount", folder], check=True)


def test_a_read_only_disk_is_read(disk: Disk) -> None:
    folder, mount = disk
    path = filled(folder / "dateline.db")
    assert mount("-o", "remount,ro").returncode == 0
    with Ledger.open(path) as ledger:
        assert ledger.read_only
        assert len(ledger.claims()) == 3
        assert ledger.search("depot")
        assert ledger.sql("SELECT 1")[1] == ((1,),)
        with pytest.raises(LedgerReadOnly):
            factory.fill(ledger, factory.reading(1))
    with pytest.raises(LedgerError, match="can't be made"):
        Ledger.open(folder / "other.db")


def test_writes_that_stand_only_in_the_log_are_not_passed_over(disk: Disk) -> None:
    folder, mount = disk
    path = folder / "dateline.db"
    with Ledger.open(path) as ledger:
        factory.fill(ledger, factory.reading())
        left = {name: (folder / name).read_bytes() for name in ("dateline.db", "dateline.db-wal")}
    for name, content in left.items():
        (folder / name).write_bytes(content)
    assert mount("-o", "remount,ro").returncode == 0
    with pytest.raises(LedgerUnreachable, match=r"not closed by its last writer.*dateline.db-wal"):
        Ledger.open(path)


def test_a_full_disk_keeps_nothing_half_written(disk: Disk) -> None:
    folder, _ = disk
    with Ledger.open(folder / "dateline.db") as ledger:
        kept = _fill_up(ledger)
        assert ledger.report_ids() == kept
    with Ledger.open(folder / "dateline.db") as ledger:
        assert {m.report.id for m in ledger.mentions()} == kept


def test_a_full_database_keeps_nothing_half_written(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "dateline.db") as ledger:
        raw = ledger._engine.raw_connection()
        raw.cursor().execute("PRAGMA max_page_count = 120")
        raw.close()  # back to the pool: the next write takes this connection again
        kept = _fill_up(ledger)
        assert ledger.report_ids() == kept


def _fill_up(ledger: Ledger) -> Any:
    ledger.begin_run(factory.RUN)
    kept: set[str] = set()

    def write_on() -> None:
        for n in range(500):
            reading = factory.reading(n, events=20)
            ledger.append(reading, run_id=factory.RUN.id, signature=(1,) * 128, bands=("a",))
            kept.add(reading.report.id)

    with pytest.raises(LedgerError, match=r"disk is full.*run the same command again"):
        write_on()
    assert kept
    return kept


def test_a_missing_file_or_folder_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    for given in ({"create": False}, {"read_only": True}):
        with pytest.raises(LedgerUnreachable, match=r"no ledger at .*dateline add"):
            Ledger.open(path, **given)
    with pytest.raises(LedgerUnreachable, match="does not exist"):
        Ledger.open(tmp_path / "nowhere" / "dateline.db")
    with pytest.raises(LedgerUnreachable, match="is a folder"):
        Ledger.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", [{}, {"read_only": True}])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, given: Any) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a database, but notes.\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not an SQLite database"):
        Ledger.open(path, **given)
    assert path.read_bytes() == before


def test_a_broken_ledger_says_so(tmp_path: Path) -> None:
    path = filled(tmp_path / "dateline.db")
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    path.write_bytes(content)

    def look() -> None:
        with Ledger.open(path) as ledger:
            ledger.mentions()

    with pytest.raises(LedgerError, match="is broken"):
        look()


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(UsageError, match="postgresql://"):
        Ledger.open("mysql://ann@db/news")


@pytest.mark.postgres
def test_an_unreachable_server_says_what_to_check_and_no_password(tmp_path: Path) -> None:
    url = f"postgresql://ann:s3cret@/news?host={tmp_path}"
    with pytest.raises(LedgerUnreachable, match="Check that the server runs") as caught:
        Ledger.open(url)
    assert "s3cret" not in _whole(caught.value)


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("old", "new"), [("hush-hush", "wrong-s3cret"), ("coder:", "nobody-s3cret:"), ("/t0", "/none")]
)
def test_a_refused_login_says_what_to_check_and_no_password(
    server: Callable[[str], str], old: Any, new: Any
) -> None:
    with pytest.raises(LedgerUnreachable, match="database, user and password") as caught:
        Ledger.open(server("t0").replace(old, new))
    assert PASSWORD not in _whole(caught.value)
    assert "wrong-s3cret" not in _whole(caught.value)


@pytest.mark.postgres
def test_a_user_who_may_not_write_is_told_so(postgresql: str) -> None:
    with Ledger.open(postgresql) as ledger:
        factory.fill(ledger, factory.reading())
    run(postgresql, "CREATE ROLE reader LOGIN PASSWORD 'look'")
    run(postgresql, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    with Ledger.open(postgresql.replace("coder:hush-hush%20word", "reader:look")) as ledger:
        assert len(ledger.mentions()) == 1
        with pytest.raises(LedgerReadOnly, match="may write"):
            factory.fill(ledger, factory.reading(1))
    run(postgresql, "DROP OWNED BY reader")
    run(postgresql, "DROP ROLE reader")


@pytest.mark.postgres
def test_a_server_that_goes_away_is_unreachable(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "CONNECT_SECONDS", 1)

    def broken_off(ledger: Ledger) -> None:
        with engines.reading(ledger._engine, ledger._address) as connection:
            run(postgresql, end)
            connection.exec_driver_sql("SELECT 1")

    end = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'dateline' AND datname = current_database()"
    )
    with Ledger.open(postgresql) as ledger:
        ledger.begin_run(factory.RUN)
        with pytest.raises(LedgerUnreachable):
            broken_off(ledger)
        assert ledger.runs() == (factory.RUN,)  # the next call connects again


def test_the_password_is_not_in_what_is_shown(url: str) -> None:
    with Ledger.open(url) as ledger:
        assert PASSWORD not in ledger.shown
        assert "hush" not in ledger.shown


def _whole(error: Any) -> Any:
    """Messages of the error and of all it came from."""
    said = []
    while error is not None:
        said.append(str(error))
        error = error.__cause__
    return "\n".join(said)


def test_python_and_sqlite_are_new_enough() -> None:
    assert sqlite3.sqlite_version_info >= (3, 35)
    assert Path(store.__file__).parent.joinpath("versions").is_dir()
