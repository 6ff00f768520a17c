"""Alembic runs this file to run the migrations on the connection :mod:`migrate` gives it."""

from alembic import context

from dateline.ledger.schema import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
