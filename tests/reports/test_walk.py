import os
from pathlib import Path

import pytest

from dateline.errors import ReportError
from dateline.reports.walk import find_files


def walk(path: Path) -> tuple[list[str], list[ReportError]]:
    found = list(find_files(str(path)))
    return (
        [str(f.relative_to(path)) for f in found if isinstance(f, Path)],
        [f for f in found if isinstance(f, ReportError)],
    )


def test_files_come_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".git/x", "C.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert walk(tmp_path) == (["C.txt", "a/z.txt", "a.txt", "b.txt"], [])


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one.txt").write_text("x")
    (tmp_path / "a/again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a/one.txt")
    files, (error,) = walk(tmp_path)
    assert files == ["a/one.txt", "link.txt"]
    assert "read already" in str(error)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert len(walk(tmp_path)[1]) == 2


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "missing")
    os.mkfifo(tmp_path / "pipe")
    files, errors = walk(tmp_path)
    assert files == []
    assert "No such file" in str(errors[0])
    assert "no regular file" in str(errors[1])


@pytest.mark.parametrize("name", ["missing.txt", "a\x00b"])
def test_a_missing_path_is_told(tmp_path: Path, name: str) -> None:
    _, (error,) = walk(tmp_path / name)
    assert "can't be read" in str(error)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    files, (error,) = walk(tmp_path)
    assert files == []
    assert "holds no files" in str(error)


def test_a_folder_that_can_not_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("x")

    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    _, (error,) = walk(tmp_path)
    assert "Permission denied" in str(error)
