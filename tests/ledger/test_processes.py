"""Several processes at once, and processes killed in the middle."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from dateline.ledger.store import Ledger
from tests.ledger import worker

ROOT = Path(__file__).resolve().parents[2]


def start(action: Any, url: str, first: Any, last: Any) -> Any:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.worker", action, url, str(first), str(last)],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def everything(ledger: Ledger) -> Any:
    """All a ledger holds, in the order it gives it."""
    return (
        ledger.report_heads(),
        ledger.mentions(),
        ledger.claims(),
        ledger.positions(),
        ledger.sources(),
        ledger.runs(),
        ledger.similar(("all",)),
        ledger.search("depot"),
        [ledger.reading(head.id) for head in ledger.report_heads()],
        ledger.counts(),
        *(
            ledger.sql(f"SELECT * FROM {view} ORDER BY 1")  # noqa: S608 -- constants
            for view in ("v_reports", "v_events", "v_claims", "v_positions", "report_bands, copies")
        ),
    )


@pytest.mark.slow
def test_a_killed_writer_leaves_whole_reports_and_running_again_ends_the_same(
    url: str, tmp_path: Path
) -> None:
    many = 24
    # Killed after so many lines and milliseconds: before, inside and after a transaction.
    for said, pause in ((1, 0), (3, 1), (3, 2), (5, 4), (2, 8)):
        process = start("write", url, 0, many)
        assert process.stdout is not None
        for _ in range(said):
            process.stdout.readline()
        time.sleep(pause / 1000)
        process.kill()
        process.communicate()
        with Ledger.open(url) as ledger:
            heads = ledger.report_heads()
            assert len(heads) >= said
            for head in heads:
                number = int(head.name.removeprefix("report-"))
                assert ledger.reading(head.id) == worker.many(number)
    assert start("write", url, 0, many).communicate()[1] == ""

    clean = f"sqlite:///{tmp_path / 'clean.db'}"
    worker.write(clean, 0, many)
    with Ledger.open(url) as ledger, Ledger.open(clean) as other:
        if url.startswith("sqlite"):
            assert everything(ledger) == everything(other)
        assert ledger.mentions() == other.mentions()
        assert ledger.report_heads() == other.report_heads()
        assert ledger.counts() == other.counts()


@pytest.mark.slow
def test_readers_see_whole_reports_while_one_writes(url: str) -> None:
    Ledger.open(url).close()
    readers = [start("read", url, 0, 30) for _ in range(2)]
    writer = start("write", url, 0, 30)
    assert writer.communicate()[1] == ""
    for reader in readers:
        said, complaints = reader.communicate(timeout=90)
        assert complaints == ""
        reports, torn, looks = (int(word) for word in said.split())
        assert (reports, torn) == (30, 0)
        assert looks > 0


@pytest.mark.slow
def test_writers_who_start_together_make_one_ledger_and_wait_for_each_other(url: str) -> None:
    writers = [start("write", url, first, first + 15) for first in (0, 10, 20)]
    for writer in writers:
        assert writer.communicate()[1] == ""
    with Ledger.open(url) as ledger:
        assert ledger.counts().reports == 35
        assert ledger.counts().runs == 1
        assert len(ledger.mentions()) == 35 * 8
