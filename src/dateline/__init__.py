"""Dateline: who said what happened, where and when, in dated news reports.

``dateline.read(text, published=…)`` reads one text; ``dateline.open(url)`` opens a ledger. See :mod:`dateline.api`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.api import Record, open, read  # noqa: A004 -- the word users of sqlite3, gzip and shelve know

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "open", "read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- whatever the public name stands for
    """The public names, their modules imported when first asked for, so that ``import dateline`` stays quick."""
    if name in {"Record", "open", "read"}:
        return getattr(import_module("dateline.api"), name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
