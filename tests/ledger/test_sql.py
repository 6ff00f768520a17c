from pathlib import Path
from typing import Any

import psycopg
import pytest

from dateline.errors import LedgerError, LedgerUnreachable, UsageError
from dateline.ledger import sql
from dateline.ledger.store import Ledger
from tests.ledger import factory


@pytest.fixture
def filled(ledger: Ledger) -> Any:
    factory.fill(ledger, factory.reading(0), factory.reading(1, reader="old"))
    factory.fill(ledger, factory.reading(1, events=2))
    return ledger


def test_columns_and_rows(filled: Ledger) -> None:
    columns, rows = filled.sql("SELECT report, field, value FROM v_claims WHERE value_low >= 2")
    assert columns == ("report", "field", "value")
    assert sorted(rows) == [("report-0", "killed", "2+")] + [("report-1", "killed", "2+")] * 2


def test_views_show_current_readings_only(filled: Ledger) -> None:
    for view, many in (("v_reports", 2), ("v_events", 3), ("v_claims", 9), ("v_positions", 2)):
        assert filled.sql(f"SELECT count(*) FROM {view}")[1] == ((many,),)  # noqa: S608 -- a constant


def test_the_documented_columns_are_the_views_columns(filled: Ledger) -> None:
    described = (sql.__doc__ or "").replace("\n", " ")
    for view in ("v_reports", "v_events", "v_claims", "v_positions"):
        columns, _ = filled.sql(f"SELECT * FROM {view}")  # noqa: S608 -- only constants are put in
        part = described.split(f"``{view}``")[1].split("``v_")[0]
        assert [name for name in columns if f"{name}" not in part] == []


def test_an_event_is_flat(filled: Ledger) -> None:
    _, rows = filled.sql(
        "SELECT date_from, date_to, places, attackers, targets, weapons, claims FROM v_events"
        " WHERE report = 'report-0'"
    )
    assert rows == (
        ("2031-05-03", "2031-05-04", "Vellmar", "Syldavia", "fuel storage", "drone", 3),
    )


def test_the_limit_holds(filled: Ledger) -> None:
    assert len(filled.sql("SELECT * FROM v_claims;", limit=2)[1]) == 2
    with pytest.raises(UsageError, match="1 or more"):
        filled.sql("SELECT 1", limit=0)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM reports",
        "UPDATE reports SET name = 'x'",
        "INSERT INTO cluster_state VALUES (1, 'x')",
        "WITH d AS (DELETE FROM cluster_state RETURNING 1) SELECT * FROM d",
        "DROP TABLE reports",
        "CREATE TEMP TABLE x (a int)",
        "SELECT 1; SELECT 2",
        "SELECT 1; DELETE FROM cluster_state",
        "COMMIT",
        "BEGIN",
        "ATTACH DATABASE 'other.db' AS other",
        "PRAGMA query_only = OFF",
        "SELECT load_extension('x')",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "SET TRANSACTION READ WRITE",
        "SELECT nextval('reports_seq_seq')",
        "VACUUM",
    ],
)
def test_all_but_one_reading_statement_is_refused(filled: Ledger, query: Any) -> None:
    before = filled.counts()
    with pytest.raises((LedgerError, UsageError)):
        filled.sql(query)
    assert filled.counts() == before
    factory.fill(filled, factory.reading(5))  # it can still be written


def test_the_databases_own_words_are_given(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"nowhere.*Only reading is allowed"):
        filled.sql("SELECT * FROM nowhere")


def test_nothing_asked_is_said(filled: Ledger) -> None:
    with pytest.raises(UsageError, match="there is no query"):
        filled.sql("  ")


def test_a_query_that_runs_on_is_stopped(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "SECONDS", 0.2)
    endless = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t"
    with pytest.raises(LedgerError, match="ask for less"):
        filled.sql(endless)
    assert filled.sql("SELECT 1")[1] == ((1,),)


def test_hostile_characters_come_back(ledger: Ledger) -> None:
    assert ledger.sql("SELECT 'a\x00\ud800b'")[1] == (("a\x00\ud800b",),)


def test_sums_and_means_are_numbers(filled: Ledger) -> None:
    query = "SELECT sum(value_low), avg(value_low) + 0.5, 'x' FROM v_claims"
    assert filled.sql(query)[1] == ((6, 2.5, "x"),)


@pytest.mark.postgres
def test_other_types_are_text(postgresql_ledger: str) -> None:
    with Ledger.open(postgresql_ledger) as ledger:
        assert ledger.sql("SELECT ARRAY[1, 2]")[1] == (("[1, 2]",),)


def test_bytes_are_given_as_hex(filled: Ledger) -> None:
    _, rows = filled.sql("SELECT signature FROM reports", limit=1)
    assert rows == (("01" + "00" * 7 + "02" + "00" * 7 + "ff" * 8,),)


def test_full_text_tables_can_be_asked(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "dateline.db") as ledger:
        factory.fill(ledger, factory.reading())
        query = "SELECT count(*) FROM report_search WHERE report_search MATCH 'depot'"
        assert ledger.sql(query)[1] == ((1,),)


def test_one_value_cannot_fill_the_memory(tmp_path: Path) -> None:
    with (
        Ledger.open(tmp_path / "dateline.db") as ledger,
        pytest.raises(LedgerError, match="too big"),
    ):
        ledger.sql("SELECT length(zeroblob(900000000))")


@pytest.mark.postgres
def test_a_lost_server_is_unreachable(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_args: Any, **_given: Any) -> None:
        raise psycopg.OperationalError("the connection is lost")

    with Ledger.open(postgresql) as ledger:
        monkeypatch.setattr(psycopg.Cursor, "fetchall", gone)
        with pytest.raises(LedgerUnreachable, match="the connection is lost"):
            ledger.sql("SELECT 1")


def test_the_fence_is_taken_down() -> None:
    with Ledger.open("sqlite://") as ledger:
        with pytest.raises(LedgerError):
            ledger.sql("DELETE FROM reports")
        factory.fill(ledger, factory.reading())
        assert ledger.counts().reports == 1
