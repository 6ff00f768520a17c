"""Column types that give back exactly what was put in, on both databases.

PostgreSQL refuses the character U+0000 in text, and no database takes a lone surrogate; both stand
in real downloads. They are stored as U+FDD0 (a code point Unicode keeps for a program's own use)
and four hex digits, and come back as they were. All other text is stored as it is.
"""

import json
import re
import struct
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

_ESCAPE = "\ufdd0"
_HOSTILE = re.compile("[\x00\ufdd0\ud800-\udfff]")
_ESCAPED = re.compile(f"{_ESCAPE}([0-9a-f]{{4}})")

SEQ = BigInteger().with_variant(Integer(), "sqlite")
"""Whole numbers given by the database, counting up."""


def to_storable(characters: str) -> str:
    """``characters`` in a form any database can keep; see the module's docstring."""
    return _HOSTILE.sub(lambda found: f"{_ESCAPE}{ord(found[0]):04x}", characters)


def from_storable(stored: str) -> str:
    """The characters :func:`to_storable` was given."""
    if _ESCAPE not in stored:
        return stored
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), stored)


class Characters(TypeDecorator[str]):
    """Any Python string."""

    impl = Text
    cache_ok = True

    # Not process_bind_param and process_result_value: most columns are text, and theirs is the
    # better part of the time of a long read.

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None]:  # noqa: ARG002 -- SQLAlchemy's signature
        """Value to column."""
        return _to_column

    def result_processor(
        self,
        dialect: Dialect,  # noqa: ARG002 -- SQLAlchemy's signature
        coltype: object,  # noqa: ARG002 -- SQLAlchemy's signature
    ) -> Callable[[str | None], str | None]:
        """Column to value."""
        return _from_column


def _to_column(value: str | None) -> str | None:
    return None if value is None else to_storable(value)


def _from_column(value: str | None) -> str | None:
    return value if value is None or _ESCAPE not in value else from_storable(value)


class Json(TypeDecorator[Any]):
    """A JSON value as text, readable in the database; ``None`` is NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002 -- any JSON
        """Value to column."""
        if value is None:
            return None
        return to_storable(json.dumps(value, ensure_ascii=False, sort_keys=True))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002 -- any JSON; SQLAlchemy's signature
        """Column to value."""
        return None if value is None else json.loads(from_storable(value))


class Moment(TypeDecorator[datetime]):
    """A moment with its own offset from UTC, as ISO 8601 text (databases forget the offset)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 -- SQLAlchemy's signature
        """Value to column."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 -- SQLAlchemy's signature
        """Column to value."""
        return None if value is None else datetime.fromisoformat(value)


class Signature(TypeDecorator[tuple[int, ...]]):
    """A MinHash signature: unsigned 64-bit numbers, little-endian, eight bytes each."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002 -- SQLAlchemy's signature
        """Value to column."""
        return None if value is None else struct.pack(f"<{len(value)}Q", *value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> tuple[int, ...] | None:  # noqa: ARG002 -- SQLAlchemy's signature
        """Column to value."""
        return None if value is None else struct.unpack(f"<{len(value) // 8}Q", value)
