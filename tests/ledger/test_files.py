from pathlib import Path

import pytest

from dateline.errors import LedgerError, LedgerUnreachable
from dateline.ledger import files
from dateline.ledger.files import file_mode, readable_mode, sqlite_uri, writable
from dateline.ledger.store import Ledger
from dateline.ledger.urls import parse


def mode(path: Path, *, create: bool = True, read_only: bool = False) -> str:
    return file_mode(parse(path), path, create=create, read_only=read_only)


def test_a_file_is_made_written_or_read(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    assert mode(path) == "rwc"
    Ledger.open(path).close()
    assert mode(path) == "rw"
    assert mode(path, create=False) == "rw"
    assert mode(path, read_only=True) == "ro"


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnreachable, match="dateline add"):
        mode(tmp_path / "dateline.db", create=False)
    with pytest.raises(LedgerUnreachable, match="does not exist"):
        mode(tmp_path / "nowhere" / "dateline.db")
    with pytest.raises(LedgerUnreachable, match="is a folder"):
        mode(tmp_path)


def test_a_folder_that_cannot_be_written_takes_no_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "writable", lambda _path: False)
    with pytest.raises(LedgerError, match="can't be written to"):
        mode(tmp_path / "dateline.db")


def test_the_address_of_a_file_holds_its_name_and_mode(tmp_path: Path) -> None:
    assert sqlite_uri(tmp_path / "a b?.db", "ro").endswith("/a%20b%3F.db?mode=ro")
    assert sqlite_uri(tmp_path / "a.db", "immutable").endswith("/a.db?mode=ro&immutable=1")


def test_a_new_file_is_writable_where_its_folder_is(tmp_path: Path) -> None:
    assert writable(tmp_path / "dateline.db")
    assert not writable(tmp_path / "nowhere" / "dateline.db")


def test_a_file_that_is_no_database_has_no_mode(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes.\n" * 200, encoding="utf-8")
    with pytest.raises(LedgerError, match="not an SQLite database"):
        readable_mode(parse(path), path)
