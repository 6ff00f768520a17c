"""The append-only ledger: SQLite in one file by default, PostgreSQL by URL for a team.

Start at :mod:`dateline.ledger.store`.
"""
