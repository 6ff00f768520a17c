from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.ledger.store import Ledger
from dateline.model.runs import Run
from tests.cli.calls import Call, calling
from tests.views.ledgers import first, second, third

RUN = Run(
    id="run1",
    started_at=datetime(2031, 6, 1, tzinfo=UTC),
    code_version="0",
    lexicon_hash="0",
    reader="test 1",
)


@pytest.fixture
def call(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Call:
    """Runs a command in an empty folder with no settings in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_LEDGER", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    return calling(capfd, monkeypatch)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger in a file: two reports of one attack, one of an undated other."""
    path = tmp_path / "desk.db"
    with Ledger.open(path) as store:
        store.begin_run(RUN)
        for n, reading in enumerate((first(), second(), third())):
            store.append(reading, run_id=RUN.id, signature=(n, n + 1), bands=(f"b{n}",))
    return path
