from dataclasses import fields
from datetime import date
from io import BytesIO

import pyarrow as pa  # noqa: TID253 -- what is tested is its home
import pyarrow.parquet as pq  # noqa: TID253 -- the same

from dateline.exports.arrow import (
    claims_table,
    data_frame,
    incidents_table,
    positions_table,
    write_claims_parquet,
)
from dateline.exports.incident_rows import IncidentColumns, incident_of
from tests.exports.record import CLAIMS, INCIDENTS, POSITIONS, broken, record


def test_incidents_have_typed_columns() -> None:
    table = incidents_table(INCIDENTS)
    assert table.column_names == [f.name for f in fields(IncidentColumns)]
    assert table.schema.field("date_from").type == pa.date32()
    assert table.schema.field("killed_low").type == pa.int64()
    assert not table.schema.field("id").nullable
    row = table.to_pylist()[1]
    assert (row["date_from"], row["target_types"]) == (date(2031, 5, 14), ["fuel storage", "rail"])
    assert table.to_pylist()[2]["date_from"] is None


def test_claims_and_positions() -> None:
    claims = claims_table(CLAIMS, incident_of(INCIDENTS))
    assert claims.num_rows == len(CLAIMS)
    assert claims.schema.field("hedged").type == pa.bool_()
    assert positions_table(POSITIONS).to_pylist()[0]["polarity"] == "condemns"


def test_nothing_gives_an_empty_table_of_the_same_columns() -> None:
    assert incidents_table(()).schema == incidents_table(INCIDENTS).schema


def test_parquet_gives_back_the_table() -> None:
    out = BytesIO()
    assert write_claims_parquet(record(), out) == len(CLAIMS)
    assert pq.read_table(BytesIO(out.getvalue())).equals(
        claims_table(CLAIMS, incident_of(INCIDENTS))
    )


def test_a_broken_character_does_not_stop_an_export() -> None:
    assert claims_table(broken().claims).to_pylist()[0]["text"] == "a?"


def test_a_frame() -> None:
    frame = data_frame(incidents_table(INCIDENTS))
    assert list(frame["status"]) == [r["status"] for r in incidents_table(INCIDENTS).to_pylist()]
