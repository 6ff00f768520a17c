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


@cache
def lexicon_hash() -> str:
    """16 hex digits of the SHA-256 over all tables, in order of their names."""
    digest = hashlib.sha256()
    for path in sorted(_HOME.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".json"):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
