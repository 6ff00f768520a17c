"""The elements of a JSON document one after the other, without holding the whole of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

BLANK = " \t\r\n\ufeff\x00"
"""What may stand round values without meaning anything."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A value.

    Attributes:
        line: 1-based line where it begins.
        value: what JSON holds there.
        of_array: an element of an array, not the only value of the file.
    """

    line: int
    value: object
    of_array: bool


@dataclass(frozen=True, slots=True)
class Broken:
    """Where the document can't be read on.

    Attributes:
        line: 1-based.
        reason: what the parser says.
    """

    line: int
    reason: str


class _Buffer:
    """Characters still to be read, with the number of the line they begin on."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks = chunks
        self.rest = ""
        self.line = 1

    def more(self, least: int) -> bool:
        """Take in ``least`` characters or more; whether there were any."""
        taken: list[str] = []
        size = 0
        while size < least and (chunk := next(self._chunks, "")):
            taken.append(chunk)
            size += len(chunk)
        self.rest += "".join(taken)
        return size > 0

    def drop(self, count: int) -> None:
        """Pass over ``count`` characters."""
        self.line += self.rest.count("\n", 0, count)
        self.rest = self.rest[count:]

    def skip_blank(self) -> str:
        """Pass over white space; the next character, or none at the end."""
        while True:
            self.drop(len(self.rest) - len(self.rest.lstrip(BLANK)))
            if self.rest or not self.more(1):
                return self.rest[:1]


def pieces(chunks: Iterator[str], limit: int) -> Iterator[Piece | Broken]:
    """The elements of the array that the chunks make up, or the one value they are.

    A :class:`Broken` is the last thing given.

    Args:
        chunks: of the file's characters, none of them empty.
        limit: characters one value may take.
    """
    buffer = _Buffer(chunks)
    mark = buffer.skip_blank()
    if mark != "[":
        if mark:
            yield _value(buffer, limit, of_array=False)
            if buffer.skip_blank():
                yield Broken(buffer.line, "something follows the object")
        return
    buffer.drop(1)
    if buffer.skip_blank() == "]":
        return
    while True:
        found = _value(buffer, limit, of_array=True)
        yield found
        if isinstance(found, Broken):
            return
        mark = buffer.skip_blank()
        if mark == "]":
            return
        if mark != ",":
            yield Broken(buffer.line, f"a comma or ']' is missing before {mark!r}")
            return
        buffer.drop(1)
        buffer.skip_blank()


def _value(buffer: _Buffer, limit: int, *, of_array: bool) -> Piece | Broken:
    """The next value; takes in twice as much each time it is not whole. Nothing is left of a broken one."""
    decoder = json.JSONDecoder()
    least = 1 << 16
    while True:
        try:
            value, end = decoder.raw_decode(buffer.rest)
        except (ValueError, RecursionError) as error:
            if not isinstance(error, json.JSONDecodeError):
                reason, at = "a number is too long or brackets nest too deep", 1
            elif len(buffer.rest) > limit:
                reason, at = f"no whole value in {limit:,} characters", 1
            elif buffer.more(least):
                least *= 2
                continue
            else:
                reason, at = error.msg, error.lineno
            broken = Broken(buffer.line + at - 1, reason)
            buffer.rest = ""
            return broken
        found = Piece(buffer.line, value, of_array)
        buffer.drop(end)
        return found
