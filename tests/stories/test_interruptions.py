"""A run that is killed leaves a ledger that the next run completes to the same record."""

import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.stories.generated import write_reports
from tests.stories.shell import Shell

REPORTS = 600


def added(ledger: Path) -> int:
    """How many reports stand in a ledger that another process writes."""
    if not ledger.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as db:
            count: int = db.execute("SELECT count(*) FROM reports").fetchone()[0]
            return count
    except sqlite3.Error:
        return 0


@pytest.mark.slow
def test_a_killed_run_is_completed_by_the_next(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", REPORTS)
    clean, torn = Shell(tmp_path / "clean"), Shell(tmp_path / "torn")
    for shell in (clean, torn):
        shell.folder.mkdir()
    assert clean("add", "../in").stdout.startswith(f"{REPORTS} added; ")

    for part in (REPORTS // 4, REPORTS // 2):
        running = torn.start("add", "../in")
        while added(torn.folder / "dateline.db") < part and running.poll() is None:
            time.sleep(0.005)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        assert running.returncode == -signal.SIGKILL, "it ended before it could be killed"
        assert part <= added(torn.folder / "dateline.db") < REPORTS

    done = torn("add", "../in")
    assert done.returncode == 0
    assert " known; the ledger holds " in done.stdout
    for form in ("jsonl", "csv"):
        assert torn("export", form).stdout == clean("export", form).stdout != ""


@pytest.mark.slow
def test_two_orders_of_arrival_give_one_record(tmp_path: Path) -> None:
    paths = write_reports(tmp_path / "in", 60, seed=11)
    forth, back = Shell(tmp_path / "forth"), Shell(tmp_path / "back")
    for shell, given in ((forth, paths), (back, paths[::-1])):
        shell.folder.mkdir()
        assert shell("add", *given).returncode == 0
    assert forth("export", "jsonl").stdout == back("export", "jsonl").stdout != ""


def test_ctrl_c_keeps_what_was_committed(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", REPORTS)
    shell = Shell(tmp_path)
    running = shell.start("add", "in")
    while added(tmp_path / "dateline.db") < 10 and running.poll() is None:
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate()
    assert running.returncode == 130
    assert err.strip().splitlines()[-1] == "interrupted; everything committed so far is kept"
    assert "Traceback" not in err
    assert 10 <= added(tmp_path / "dateline.db") < REPORTS
