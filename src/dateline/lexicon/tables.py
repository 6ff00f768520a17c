"""The generated tables, loaded once each.

They are compiled from ``resources/*.yml`` by ``scripts/build_lexicon.py``; a test fails when they are out
of date. Typed accessors stand beside this file, one subject each.
"""

import hashlib
import json
from functools import cache
from importlib import resources
from typing import Any

from dateline.errors import ResourceError

_HOME = resources.files("dateline.lexicon") / "_generated"


@cache
def table(name: str) -> dict[str, Any]:
    """The table compiled from ``resources/<name>.yml``; treat it as read-only.

    Raises:
        ResourceError: if the package does not carry it.
    """
    path = _HOME / f"{name}.json"
    try:
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(
            f"the table {name!r} is missing or broken ({error}); reinstall dateline, "
            "or in a checkout run: python scripts/build_lexicon.py"
        ) from error
    return loaded


_NOT_READ_WITH = frozenset(
    {"link_weights", "event_types", "column_names", "outlets", "sub_event_types"}
)


@cache
def lexicon_hash() -> str:
    """16 hex digits of the SHA-256 over all tables that a reading depends on, in order of their names."""
    names = sorted(
        path.name.removesuffix(".json") for path in _HOME.iterdir() if path.name.endswith(".json")
    )
    return tables_hash(*(name for name in names if name not in _NOT_READ_WITH))


@cache
def tables_hash(*names: str) -> str:
    """16 hex digits of the SHA-256 over the named tables, in the order given."""
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode())
        digest.update((_HOME / f"{name}.json").read_bytes())
    return digest.hexdigest()[:16]
