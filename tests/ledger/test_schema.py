from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from dateline.ledger.engine import reading
from dateline.ledger.schema import VERSION_TABLE, metadata
from dateline.ledger.store import Ledger

FULL_TEXT = ("report_search", "claim_search", "search_words", "ix_reports_sea", "ix_claims_sea")


def _ours(_thing: Any, name: Any, _kind: Any, _reflected: Any, _compared: Any) -> Any:
    return name != VERSION_TABLE and not str(name).startswith(FULL_TEXT)


def test_the_migrations_make_the_tables_the_code_knows(ledger: Ledger) -> None:
    with reading(ledger._engine, ledger._address) as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": _ours, "compare_type": False}
        )
        assert compare_metadata(context, metadata) == []


def test_every_row_can_be_led_back_to_its_report_and_run(ledger: Ledger) -> None:
    """Each table reaches ``reports`` by foreign keys, but for those that stand on their own."""
    with reading(ledger._engine, ledger._address) as connection:
        inspected = inspect(connection)
        leads = {
            name: {key["referred_table"] for key in inspected.get_foreign_keys(name)}
            for name in metadata.tables
        }
    reached = {"reports"}
    for _ in leads:
        reached |= {name for name, to in leads.items() if to & reached}
    assert set(leads) - reached == {"runs", "decisions", "cluster_state"}
    assert leads["readings"] == {"reports", "runs"}
