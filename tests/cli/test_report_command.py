from pathlib import Path

from tests.cli.calls import Call
from tests.views.ledgers import TEXT


def test_the_text_stands_with_its_marks_and_a_legend(call: Call, ledger: Path) -> None:
    done = call("report", "first", "--ledger", ledger)
    assert done.code == 0
    assert "⟦said⟧cue" in done.out
    assert "trigger" in done.out
    assert "marks: source, cue, content" in done.out
    assert "event A: incident i_" in done.out
    assert "! a warning" in done.out


def test_one_layer_leaves_the_rest_unmarked(call: Call, ledger: Path) -> None:
    done = call("report", "first", "--ledger", ledger, "--layer", "positions")
    assert TEXT.replace("Drones", "⟦Drones⟧position") in done.out
    assert "marks: position\n" in done.out


def test_marks_can_be_listed(call: Call, ledger: Path) -> None:
    done = call("report", "first", "--ledger", ledger, "--layer", "attributions", "--list")
    line = next(line for line in done.out.splitlines() if line.startswith("65-69"))
    assert line.split()[1:] == ["cue", "“said”", "asserted"]


def test_json_holds_text_marks_and_reading(call: Call, ledger: Path) -> None:
    page = call("report", "first", "--ledger", ledger, "--json").json
    assert page["text"] == TEXT
    cue = next(m for m in page["marks"] if m["layer"] == "cue")
    assert TEXT[cue["start"] : cue["end"]] == "said"
    assert set(page["incidents"]) == {"A"}


def test_a_report_that_is_not_there_has_its_own_code(call: Call, ledger: Path) -> None:
    done = call("report", "nothing", "--ledger", ledger)
    assert (done.code, done.out) == (4, "")
    assert "nothing" in done.err
