from pathlib import Path

import pytest

from tests.cli.calls import Call


@pytest.fixture
def attack(call: Call, ledger: Path) -> str:
    found = call("incidents", "--ledger", ledger, "--json", "--region", "Belmark").json
    return str(found[0]["id"])


def test_values_stand_side_by_side_with_who_says_so(call: Call, ledger: Path, attack: str) -> None:
    done = call("incident", attack[:8], "--ledger", ledger)
    assert done.code == 0
    assert "injured: disputed" in done.out
    assert "Ilan Torv (Norland) asserted" in done.out
    assert "“Nobody was hurt”" in done.out
    assert "The Wire, 2031-05-14" in done.out


def test_json_holds_every_voice_and_with_links_their_reasons(
    call: Call, ledger: Path, attack: str
) -> None:
    plain = call("incident", attack, "--ledger", ledger, "--json").json
    fields = {f["field"]: f for f in plain["fields"]}
    assert {v["value"] for v in fields["injured"]["values"]} == {0, 3}
    linked = call("incident", attack, "--ledger", ledger, "--json", "--links").json
    (link,) = linked.pop("links")
    assert linked == plain
    assert link["comparisons"]


def test_links_are_shown_with_their_parts(call: Call, ledger: Path, attack: str) -> None:
    done = call("incident", attack, "--ledger", ledger, "--links")
    assert "Links, in bits" in done.out
    assert "first A" in done.out
    assert "second A" in done.out


def test_an_incident_that_is_not_there_has_its_own_code(call: Call, ledger: Path) -> None:
    done = call("incident", "i_nothing", "--ledger", ledger)
    assert done.code == 4
    assert done.out == ""
    assert "there is no incident 'i_nothing'" in done.err
