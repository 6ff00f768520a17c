"""Identifiers made from content, so that the same thing read twice has the same name."""

import hashlib
import json
from typing import TypeAlias

Part: TypeAlias = (
    str | int | float | bool | list["Part"] | tuple["Part", ...] | dict[str, "Part"] | None
)


def content_id(prefix: str, *parts: Part) -> str:
    """``prefix`` + ``_`` + 16 hex digits of the SHA-256 of the parts in canonical JSON.

    Sixteen digits (64 bits) keep the chance of a clash under one in a million up to six million
    things of a kind.
    """
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}_{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
