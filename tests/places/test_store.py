import sqlite3
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.places import store
from dateline.places.build import Progress, write_entries
from dateline.places.entries import all_entries
from dateline.places.store import SqliteGazetteer, open_gazetteer


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Makes the building quick: no towns; lists where it was done."""
    built: list[Path] = []

    def build(path: Path, _progress: Progress | None = None) -> None:
        built.append(path)
        connection = sqlite3.connect(path)
        write_entries(connection, all_entries([]))
        connection.close()

    monkeypatch.setattr(store, "build_gazetteer", build)
    return built


def test_opens_a_given_file(small_file: Path) -> None:
    assert open_gazetteer(small_file).lookup("Kharkiv")


def test_file_that_is_no_gazetteer_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    with pytest.raises(ResourceError, match="can't be read"):
        open_gazetteer(path)
    path.write_text("not a database, but long enough to look like one" * 10, encoding="utf-8")
    with pytest.raises(ResourceError, match="delete it"):
        open_gazetteer(path)


def test_file_of_another_format_is_told(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE meta (key TEXT, value TEXT); INSERT INTO meta VALUES ('schema', '0')"
    )
    connection.close()
    with pytest.raises(ResourceError, match="format 0"):
        SqliteGazetteer(path)


def test_built_once_and_kept(
    tmp_path: Path, few: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "cache_folder", lambda: tmp_path / "cache")
    first = open_gazetteer()
    second = open_gazetteer()
    assert len(few) == 1
    assert first.country("RU") == second.country("RU")
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".sqlite"]


def test_broken_file_is_built_anew(
    tmp_path: Path, few: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "cache_folder", lambda: tmp_path)
    open_gazetteer()
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"half a file")
    assert open_gazetteer().country("UA") is not None
    assert len(few) == 2


def test_works_where_nothing_can_be_kept(
    tmp_path: Path, few: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setattr(store, "cache_folder", lambda: in_the_way / "cache")
    assert open_gazetteer().country("UA") is not None
    assert len(few) == 1
