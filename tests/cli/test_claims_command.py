from pathlib import Path

from tests.cli.calls import Call


def test_claims_stand_with_speaker_words_and_incident(call: Call, ledger: Path) -> None:
    done = call("claims", "--ledger", ledger)
    assert done.code == 0
    assert "Ilan Torv (Norland) asserted" in done.out
    assert "“struck”" in done.out
    assert "i_" in done.out


def test_claims_of_a_field_or_an_incident(call: Call, ledger: Path) -> None:
    injured = call("claims", "--ledger", ledger, "--json", "--field", "injured").json
    assert sorted(c["value"] for c in injured) == [0, 3]
    (incident,) = {c["incident"] for c in injured}
    of_one = call("claims", "--ledger", ledger, "--json", "--incident", incident).json
    assert len(of_one) == 3
    assert call("claims", "--ledger", ledger, "--json", "--incident", "i_nothing").code == 4


def test_none_is_said(call: Call, ledger: Path) -> None:
    assert call("claims", "--ledger", ledger, "--field", "killed").out == "no claim fits\n"
