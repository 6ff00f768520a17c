from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.exports.atomic import replacing


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")

    def fail() -> None:
        with replacing(path) as out:
            out.write(b"half")
            raise RuntimeError("disk")

    with pytest.raises(RuntimeError):
        fail()
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_success_replaces_it(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    with replacing(path) as out:
        out.write(b"new")
    assert path.read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"), replacing(tmp_path):
        pass
    with pytest.raises(UsageError, match="exists"), replacing(tmp_path / "no" / "out.csv"):
        pass
