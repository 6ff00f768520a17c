from pathlib import Path

from tests.cli.calls import Call


def test_incidents_are_listed_with_what_differs(call: Call, ledger: Path) -> None:
    done = call("incidents", "--ledger", ledger)
    assert done.code == 0
    assert done.err == ""
    assert "Arvany, Belmark, Norland" in done.out
    assert "2 reports" in done.out
    assert "⚠ injured" in done.out
    assert "date not told" in done.out


def test_conditions_leave_out_the_rest(call: Call, ledger: Path) -> None:
    everything = call("incidents", "--ledger", ledger, "--json").json
    some = call("incidents", "--ledger", ledger, "--json", "--region", "zellmark").json
    assert len(everything) == 2
    assert [i["admin1"] for i in some] == ["Zellmark"]
    assert some[0] in everything


def test_the_record_can_be_shown_as_of_a_day(call: Call, ledger: Path) -> None:
    done = call("incidents", "--ledger", ledger, "--json", "--as-of", "2031-05-14")
    assert [i["admin1"] for i in done.json] == ["Belmark"]


def test_none_is_said_with_what_to_do(call: Call, ledger: Path) -> None:
    done = call("incidents", "--ledger", ledger, "--country", "Nowhere")
    assert done.code == 0
    assert "no incident fits" in done.out
    assert call("incidents", "--ledger", ledger, "--country", "Nowhere", "--json").json == []


def test_days_the_wrong_way_round_are_a_wrong_call(call: Call, ledger: Path) -> None:
    done = call("incidents", "--ledger", ledger, "--since", "2031-05-02", "--until", "2031-05-01")
    assert done.code == 2
    assert "swap them" in done.err


def test_a_ledger_that_is_not_there_is_named(call: Call, tmp_path: Path) -> None:
    done = call("incidents", "--ledger", tmp_path / "none.db")
    assert done.code == 3
    assert f"there is no ledger at {tmp_path / 'none.db'}" in done.err
    assert "dateline add" in done.err
    assert not (tmp_path / "none.db").exists()
