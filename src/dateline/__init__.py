"""Dateline: who said what happened, where and when, in dated news reports.

``dateline.read(text, published=…)`` reads one text; ``dateline.open(url)`` opens a ledger. See :mod:`dateline.api`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.api import Record, open, read  # noqa: A004 -- the word users of sqlite3, gzip and shelve know
    from dateline.errors import DatelineError
    from dateline.ledger.values import ClaimFilter, PositionFilter
    from dateline.reports.options import LoadOptions
    from dateline.views.incidents import IncidentFilter

__version__ = "0.1.0"
__all__ = [
    "ClaimFilter",
    "DatelineError",
    "IncidentFilter",
    "LoadOptions",
    "PositionFilter",
    "Record",
    "__version__",
    "open",
    "read",
]

_HOME = {
    "ClaimFilter": "dateline.ledger.values",
    "DatelineError": "dateline.errors",
    "IncidentFilter": "dateline.views.incidents",
    "LoadOptions": "dateline.reports.options",
    "PositionFilter": "dateline.ledger.values",
    "Record": "dateline.api",
    "open": "dateline.api",
    "read": "dateline.api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- whatever the public name stands for
    """The public names, their modules imported when first asked for, so that ``import dateline`` stays quick."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What there is, whether it was asked for yet or not."""
    return sorted({*globals(), *__all__})
