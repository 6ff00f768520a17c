from dataclasses import fields

import pytest

from dateline.exports.claim_rows import ClaimColumns, claim_columns, value_text
from dateline.exports.position_rows import PositionColumns, position_columns
from dateline.model.claims import ClaimValue
from tests.exports.record import CLAIMS, POSITIONS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        (True, "true"),
        (5, "5"),
        ((5, None), "5.."),
        ((None, 30), "..30"),
        ((4, 6), "4..6"),
        ("some", "some"),
    ],
)
def test_value_text(value: ClaimValue, text: str | None) -> None:
    assert value_text(value) == text


def test_a_claim_row() -> None:
    rows = [claim_columns(row, "i_1") for row in CLAIMS]
    killed = rows[1]
    assert (killed.value_low, killed.value_high, killed.source) == (2, 4, "Ilan Torv")
    assert [row.denied for row in rows] == [False, False, False, True, False]
    assert {row.incident_id for row in rows} == {"i_1"}


def test_a_position_row() -> None:
    row = position_columns(POSITIONS[0])
    assert (row.source, row.polarity, row.said_from) == ("Ilan Torv", "condemns", None)


@pytest.mark.parametrize("columns", [ClaimColumns, PositionColumns])
def test_every_column_is_explained(columns: type) -> None:
    assert all(f"{f.name}:" in (columns.__doc__ or "") for f in fields(columns))
