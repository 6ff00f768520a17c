from pathlib import Path

from tests.cli.calls import Call


def test_what_is_found_is_marked(call: Call, ledger: Path) -> None:
    done = call("search", "depot", "--ledger", ledger)
    assert done.code == 0
    assert "⟦depot⟧" in done.out
    assert "first" in done.out


def test_json_tells_report_and_pieces(call: Call, ledger: Path) -> None:
    found = call("search", "hurt", "--ledger", ledger, "--json").json
    assert {hit["report"]["name"] for hit in found} == {"first"}
    assert {hit["claim_id"] is None for hit in found} == {True, False}
    assert [p["text"] for p in found[0]["pieces"] if p["found"]] == ["hurt"]


def test_nothing_found_is_no_error(call: Call, ledger: Path) -> None:
    assert call("search", "submarine", "--ledger", ledger).out == "nothing found\n"
    assert call("search", '"(((*', "--ledger", ledger).code == 0
