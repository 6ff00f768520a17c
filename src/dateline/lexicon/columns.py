"""Names under which tables and records keep the fields of a report."""

import re
from functools import cache

from dateline.lexicon.tables import table

_NOT_COMPARED = re.compile(r"[\s_\-]+")


def fold_column(name: str) -> str:
    """The form column names are compared in: lower case, no spaces, hyphens and underscores."""
    return _NOT_COMPARED.sub("", name).casefold()


@cache
def column_names(field: str) -> tuple[str, ...]:
    """The folded names for a field of a report, best first.

    Args:
        field: ``name``, ``text``, ``published``, ``outlet``, ``title``, ``url`` or ``language``.
    """
    names: list[str] = table("column_names")[field]["words"]
    return tuple(names)


@cache
def known_columns() -> frozenset[str]:
    """All of them, folded; what a header line is recognised by."""
    rows = table("column_names")
    return frozenset(word for key in rows if key != "about" for word in rows[key]["words"])
