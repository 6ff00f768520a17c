"""The Python interface: read a text, open a ledger."""
