import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.calls import Call


def test_a_text_format_goes_to_standard_output(call: Call, ledger: Path) -> None:
    done = call("export", "csv", "--ledger", ledger)
    assert (done.code, done.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.out, newline="")))
    assert [row["admin1"] for row in rows] == ["Belmark", "Zellmark"]


def test_claims_name_their_incident(call: Call, ledger: Path) -> None:
    done = call("export", "csv", "--what", "claims", "--ledger", ledger)
    rows = list(csv.DictReader(io.StringIO(done.out, newline="")))
    assert len(rows) == 3
    assert len({row["incident_id"] for row in rows}) == 1


def test_conditions_hold_for_incidents_and_their_claims(call: Call, ledger: Path) -> None:
    where = ("--region", "Zellmark", "--ledger", ledger)
    assert len(call("export", "jsonl", *where).out.splitlines()) == 1
    assert len(call("export", "csv", "--what", "claims", *where).out.splitlines()) == 1


def test_jsonl_and_geojson_are_read_back(call: Call, ledger: Path) -> None:
    lines = call("export", "jsonl", "--ledger", ledger).out.splitlines()
    assert [len(json.loads(line)["mentions"]) for line in lines] == [2, 1]
    done = call("export", "geojson", "--ledger", ledger)
    assert [f["geometry"] is None for f in done.json["features"]] == [False, True]


@pytest.mark.parametrize("what", ["incidents", "claims", "positions"])
def test_parquet_needs_a_file(call: Call, ledger: Path, tmp_path: Path, what: str) -> None:
    import pyarrow.parquet as pq

    refused = call("export", "parquet", "--what", what, "--ledger", ledger)
    assert refused.code == 2
    assert "-o FILE.parquet" in refused.err
    to = tmp_path / "out.parquet"
    done = call("export", "parquet", "--what", what, "-o", to, "--ledger", ledger)
    rows = {"incidents": 2, "claims": 3, "positions": 1}[what]
    assert (done.code, done.out, done.err) == (0, "", f"{to}: {rows} written\n")
    assert pq.read_table(to).num_rows == rows


@pytest.mark.parametrize("form", ["csv", "jsonl", "geojson", "parquet"])
def test_the_same_record_gives_the_same_bytes(
    call: Call, ledger: Path, tmp_path: Path, form: str
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for to in (one, other):
        assert call("export", form, "-o", to, "--ledger", ledger).code == 0
    assert one.read_bytes() == other.read_bytes() != b""


def test_standard_output_and_file_are_the_same(call: Call, ledger: Path, tmp_path: Path) -> None:
    to = tmp_path / "out.csv"
    call("export", "csv", "-o", to, "--ledger", ledger)
    assert to.read_bytes().decode().replace("\r\n", "\n") == call(
        "export", "csv", "--ledger", ledger
    ).out.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "line", [("jsonl", "--what", "claims"), ("csv", "--what", "positions", "--since", "2031-05-01")]
)
def test_what_no_format_holds_is_a_wrong_call(
    call: Call, ledger: Path, line: tuple[str, ...]
) -> None:
    assert call("export", *line, "--ledger", ledger).code == 2


def test_a_failed_export_leaves_the_old_file(
    call: Call, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "out.jsonl"
    to.write_text("old")

    def broken(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.exports.json_lines.encode", broken)
    assert call("export", "jsonl", "-o", to, "--ledger", ledger).code == 130
    assert to.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if "part" in p.name] == []


def test_a_folder_that_is_not_there_is_named(call: Call, ledger: Path, tmp_path: Path) -> None:
    done = call("export", "csv", "-o", tmp_path / "none" / "out.csv", "--ledger", ledger)
    assert done.code == 2
    assert "can't write in" in done.err
