from pathlib import Path

from tests.cli.calls import Call


def test_positions_stand_with_day_speaker_and_words(call: Call, ledger: Path) -> None:
    done = call("positions", "--ledger", ledger)
    assert done.code == 0
    line = next(line for line in done.out.splitlines() if "condemns" in line)
    assert line.startswith("(2031-05-14)")
    assert "Ilan Torv" in line
    assert "strikes on depots" in line


def test_positions_about_something(call: Call, ledger: Path) -> None:
    found = call("positions", "--ledger", ledger, "--json", "--about", "Depots").json
    assert [(p["source"], p["polarity"], p["day_assumed"]) for p in found] == [
        ("Ilan Torv", "condemns", True)
    ]
    assert call("positions", "--ledger", ledger, "--about", "grain").out == "no position fits\n"
