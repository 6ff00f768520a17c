import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.csv_table import (
    cell,
    write_claims_csv,
    write_incidents_csv,
    write_positions_csv,
)
from tests.exports.record import broken, record


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode(), newline="")))


def test_incidents() -> None:
    out = BytesIO()
    assert write_incidents_csv(record(), out) == 3
    rows = _rows(out.getvalue())
    assert [r["date_from"] for r in rows] == ["2031-01-14", "2031-05-14", ""]
    assert rows[1]["target_types"] == "fuel storage; rail"
    assert (rows[1]["killed_low"], rows[1]["killed_high"]) == ("2", "5")
    assert not out.closed


def test_claims_name_their_incident_and_hold_no_formula() -> None:
    out = BytesIO()
    assert write_claims_csv(record(), out) == 5
    rows = _rows(out.getvalue())
    assert all(r["incident_id"].startswith("i_") for r in rows)
    assert rows[2]["text"] == "'=SUM(A1)"
    assert rows[4]["outlet"] == "'@desk"


def test_positions() -> None:
    out = BytesIO()
    assert write_positions_csv(record(), out) == 1
    assert _rows(out.getvalue())[0]["issue"] == "strikes on depots"


def test_a_broken_character_does_not_stop_an_export() -> None:
    out = BytesIO()
    assert write_claims_csv(broken(), out) == 1
    assert _rows(out.getvalue())[0]["text"] == "a?"


@pytest.mark.law
@given(st.text())
def test_no_words_start_a_formula(words: str) -> None:
    shown = cell(words)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert shown in {words, f"'{words}"}
