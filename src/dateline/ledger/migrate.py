"""Brings a ledger's tables up to date, and refuses what this version can't know.

Alembic is imported only when there is something to migrate: opening a ledger that is up to date
costs one query.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from dateline.errors import LedgerError, LedgerTooNew
from dateline.ledger.engine import reading, use_log, writing
from dateline.ledger.schema import HEAD, VERSION_TABLE, metadata
from dateline.ledger.urls import Address

if TYPE_CHECKING:
    from alembic.config import Config


def revision(connection: Connection) -> str | None:
    """The revision the tables stand at; None where there is no ledger yet."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 -- a constant
    return found.scalar_one_or_none()


def ensure(engine: Engine, address: Address, *, create: bool, read_only: bool) -> None:
    """Makes or updates the tables; all of it or nothing is kept.

    Raises:
        LedgerTooNew: if a newer Dateline wrote them.
        LedgerError: if there is no ledger and none may be made, or the database is used by
            something else.
    """
    with reading(engine, address) as connection:
        found = revision(connection)
        if found == HEAD:
            return
        _check(connection, address, found, create=create, read_only=read_only)
    if found is None and address.path is not None:
        use_log(engine, address)
    with writing(engine, address, read_only=read_only) as connection:
        # Another process may have done it while this one waited for the lock.
        if revision(connection) != HEAD:
            upgrade(connection)


def _check(
    connection: Connection, address: Address, found: str | None, *, create: bool, read_only: bool
) -> None:
    if found is not None:
        if found not in known():
            raise LedgerTooNew(
                f"{address.shown} was written by a newer Dateline (its tables stand at revision "
                f"{found!r}; this one knows up to {HEAD!r}). Update: pip install -U dateline"
            )
        if read_only:
            raise LedgerError(
                f"{address.shown} was written by an older Dateline and is open for reading only. "
                "Open it once where it can be written, to bring its tables up to date."
            )
        return
    there = set(inspect(connection).get_table_names())
    foreign = there if address.dialect == "sqlite" else there & set(metadata.tables)
    if foreign:
        raise LedgerError(
            f"{address.shown} is a database of something else: it holds "
            f"{', '.join(sorted(foreign)[:5])}. Choose another path, or an empty database."
        )
    if read_only or not create:
        raise LedgerError(f"{address.shown} holds no ledger yet. Make one: dateline add REPORT…")
    if address.dialect == "postgresql":
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        if encoding != "UTF8":
            raise LedgerError(
                f"{address.shown} is encoded in {encoding}; a ledger needs UTF8: "
                "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0."
            )


def known() -> frozenset[str]:
    """All revisions this version can bring up to date."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 -- slow to import

    steps = ScriptDirectory.from_config(_config()).walk_revisions()
    return frozenset(step.revision for step in steps)


def upgrade(connection: Connection) -> None:
    """Runs the missing migrations inside the transaction of ``connection``."""
    from alembic.command import upgrade as run  # noqa: PLC0415 -- slow to import

    config = _config()
    config.attributes["connection"] = connection
    run(config, "head")


def _config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415 -- slow to import

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
