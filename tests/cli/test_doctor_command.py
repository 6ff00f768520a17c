from pathlib import Path

import pytest

from dateline.cli import doctor_command
from tests.cli.calls import Call


def test_a_sound_installation_says_so(call: Call, ledger: Path) -> None:
    done = call("doctor", "--ledger", ledger)
    assert done.code == 0
    assert "AMISS" not in done.out
    assert "knows Kyiv, Ukraine" in done.out
    assert "3 reports" in done.out


def test_no_ledger_yet_is_not_amiss(call: Call, tmp_path: Path) -> None:
    done = call("doctor", "--json")
    checks = {check["name"]: check for check in done.json}
    assert done.code == 0
    assert checks["ledger"]["ok"]
    assert "dateline add makes one" in checks["ledger"]["found"]
    assert list(tmp_path.iterdir()) == []


def test_a_broken_ledger_is_amiss_with_what_to_do(call: Call, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all, but long enough to look like one" * 40)
    done = call("doctor", "--ledger", broken, "--json")
    amiss = [check for check in done.json if not check["ok"]]
    assert done.code == 5
    assert [check["name"] for check in amiss] == ["ledger"]
    assert str(broken) in amiss[0]["found"]


def test_a_reader_that_finds_nothing_is_amiss(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_command, "_PROBE", "It rained.")
    done = call("doctor")
    assert done.code == 5
    assert "the reader found 0 events" in done.out
