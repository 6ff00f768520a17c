"""What is wrong is told in one line, with what to do, and with its own exit code."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.stories.shell import ENVIRONMENT, Shell

NO_REPORTS = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "white space"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "picture.txt"),
    "broken.jsonl": (b'{"text": "Drones hit', "broken.jsonl"),
    "broken.gz": (b"\x1f\x8b\x08\x00garbage", "broken.gz"),
    "future.txt": (b"Date: 2999-01-01\n\nDrones hit a depot.", "future"),
    "wrong.txt": (b"Date: 2021-02-30\n\nDrones hit a depot.", "no date"),
}


@pytest.mark.parametrize("command", ["read", "add"])
def test_files_that_are_no_reports_are_refused_one_by_one(shell: Shell, command: str) -> None:
    for name, (content, _) in NO_REPORTS.items():
        (shell.folder / name).write_bytes(content)
    done = shell(command, *NO_REPORTS)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    for (name, (_, found)), line in zip(NO_REPORTS.items(), lines, strict=True):
        assert line.startswith(f"refused: {name}")
        assert found in line


def test_a_missing_file_is_named(shell: Shell) -> None:
    done = shell("read", "none.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "none.txt" in done.stderr


def test_a_ledger_of_a_newer_version_is_left_alone(shell: Shell) -> None:
    (shell.folder / "a.txt").write_text("Date: 2021-05-12\n\nDrones hit a depot in Sumy.")
    assert shell("add", "a.txt").returncode == 0
    with closing(sqlite3.connect(shell.folder / "dateline.db")) as db, db:
        db.execute("UPDATE dateline_version SET version_num = '9999'")
    before = (shell.folder / "dateline.db").read_bytes()
    for command in (("incidents",), ("add", "a.txt"), ("export", "csv")):
        done = shell(*command)
        assert (done.returncode, done.stdout) == (3, "")
        (line,) = done.stderr.splitlines()
        assert line.startswith("dateline: ")
        assert "newer" in line
    assert (shell.folder / "dateline.db").read_bytes() == before


def test_a_file_that_is_no_ledger_is_left_alone(shell: Shell) -> None:
    (shell.folder / "dateline.db").write_text("notes of the day " * 100)
    done = shell("incidents")
    assert done.returncode == 3
    assert "not an SQLite database" in done.stderr
    assert (shell.folder / "dateline.db").read_text() == "notes of the day " * 100


def test_a_server_that_does_not_answer_is_named_without_password(shell: Shell) -> None:
    done = shell("incidents", "--ledger", "postgresql://desk:s3cret@127.0.0.1:1/desk")
    assert (done.returncode, done.stdout) == (3, "")
    assert "can't be reached" in done.stderr
    assert "s3cret" not in done.stderr


@pytest.mark.parametrize("url", ["mysql://localhost/x", "sqlite://host/desk.db"])
def test_another_kind_of_address_is_a_wrong_call(shell: Shell, url: str) -> None:
    done = shell("incidents", "--ledger", url)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "sqlite:///" in line


@pytest.mark.parametrize(
    "line",
    [
        ("incidents", "--since", "spring"),
        ("incidents", "--type", "Rain"),
        ("claims", "--field", "colour"),
        ("read",),
        ("export", "pdf"),
        ("read", "--format", "doc", "x"),
        ("--predict",),
    ],
)
def test_a_wrong_call_is_told_with_what_is_allowed(shell: Shell, line: tuple[str, ...]) -> None:
    done = shell(*line)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: " in done.stderr
    assert "Error: " in done.stderr


def test_a_ledger_in_a_folder_that_is_not_there(shell: Shell) -> None:
    (shell.folder / "a.txt").write_text("Drones hit a depot in Sumy.")
    done = shell("add", "a.txt", "--ledger", Path("none") / "desk.db")
    assert done.returncode == 3
    assert "does not exist. Make it first" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", [("export", "csv"), ("incidents", "--json"), ("claims",)])
def test_a_full_disk_is_told_without_a_traceback(shell: Shell, command: tuple[str, ...]) -> None:
    (shell.folder / "a.txt").write_text("Date: 2021-05-12\n\nDrones hit a depot in Sumy.")
    assert shell("add", "a.txt").returncode == 0
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "dateline", *command],
            cwd=shell.folder,
            env=ENVIRONMENT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 6
    (line,) = done.stderr.splitlines()
    assert line == "dateline: the output can't be written: No space left on device"
