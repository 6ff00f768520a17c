from pathlib import Path

from tests.cli.calls import Call


def test_speakers_stand_with_counts(call: Call, ledger: Path) -> None:
    done = call("sources", "--ledger", ledger)
    assert done.code == 0
    line = next(line for line in done.out.splitlines() if "Ilan Torv" in line)
    assert line.split() == ["Ilan", "Torv", "named", "governor", "Norland", "1", "1", "1"]


def test_words_narrow_the_list(call: Call, ledger: Path) -> None:
    found = call("sources", "governor", "norland", "--ledger", ledger, "--json").json
    assert [s["name"] for s in found] == ["Ilan Torv"]
    assert call("sources", "bishop", "--ledger", ledger).out == "no speaker fits\n"


def test_all_that_one_speaker_said(call: Call, ledger: Path) -> None:
    page = call("sources", "--all-of", "ilan torv", "--ledger", ledger, "--json").json
    assert (len(page["claims"]), len(page["positions"])) == (1, 1)
    done = call("sources", "--all-of", "Ilan Torv", "--ledger", ledger)
    assert "“struck”" in done.out
    assert "condemns" in done.out


def test_nobody_of_that_name_has_its_own_code(call: Call, ledger: Path) -> None:
    done = call("sources", "--all-of", "Nobody", "--ledger", ledger)
    assert done.code == 4
    assert "there is no source 'Nobody'" in done.err


def test_words_and_a_name_do_not_go_together(call: Call, ledger: Path) -> None:
    assert call("sources", "governor", "--all-of", "X", "--ledger", ledger).code == 2
