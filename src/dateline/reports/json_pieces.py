"""The elements of a JSON document one after the other, without holding the whole of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import ReportError
from dateline.reports.lines import Line

_SPACE = " \t\r\n\ufeff\x00"


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
        error: the error of a line that can't be decoded, if that is the reason.
    """

    line: int
    reason: str
    error: ReportError | None = None


class _Buffer:
    """Characters still to be read, with the number of the line they begin on."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self.rest = ""
        self.line = 1
        self.error: ReportError | None = None

    def more(self, least: int) -> bool:
        """Take in ``least`` characters or more; whether there were any."""
        taken: list[str] = []
        size = 0
        while size < least:
            line = next(self._lines, None)
            if line is None:
                break
            if line.characters is None:
                self.error = line.error
                break
            taken.append(line.characters)
            size += len(line.characters)
        self.rest += "".join(taken)
        return size > 0

    def drop(self, count: int) -> None:
        self.line += self.rest.count("\n", 0, count)
        self.rest = self.rest[count:]

    def skip_space(self) -> str:
        """Pass over white space; the next character, or none at the end."""
        while True:
            self.drop(len(self.rest) - len(self.rest.lstrip(_SPACE)))
            if self.rest or not self.more(1):
                return self.rest[:1]


def pieces(lines: Iterator[Line], limit: int) -> Iterator[Piece | Broken]:
    """The elements of the array that the lines make up, or the one value they are.

    Args:
        lines: of the file, from the first.
        limit: characters one value may take.
    """
    buffer = _Buffer(lines)
    of_array = buffer.skip_space() == "["
    if of_array:
        buffer.drop(1)
    if not buffer.skip_space() or (of_array and buffer.rest[0] == "]"):
        if of_array and not buffer.rest:
            yield Broken(buffer.line, "the array is not closed", buffer.error)
        return
    while True:
        found = _value(buffer, limit, of_array=of_array)
        yield found
        if isinstance(found, Broken):
            return
        mark = buffer.skip_space()
        if not of_array or mark == "]":
            if not of_array and mark:
                yield Broken(buffer.line, "something follows the object")
            return
        if mark != ",":
            yield Broken(buffer.line, f"a comma or ']' is missing before {mark!r}", buffer.error)
            return
        buffer.drop(1)
        buffer.skip_space()


def _value(buffer: _Buffer, limit: int, *, of_array: bool) -> Piece | Broken:
    """The next value; takes in twice as much each time it is not whole."""
    decoder = json.JSONDecoder()
    least = 1 << 16
    while True:
        try:
            value, end = decoder.raw_decode(buffer.rest)
        except (ValueError, RecursionError) as error:
            if isinstance(error, RecursionError):
                return Broken(buffer.line, "it is nested too deep")
            if len(buffer.rest) > limit:
                return Broken(buffer.line, f"no whole value in {limit:,} characters")
            if buffer.more(least):
                least *= 2
                continue
            line, reason = buffer.line, str(error)
            if isinstance(error, json.JSONDecodeError):
                line, reason = line + error.lineno - 1, error.msg
            return Broken(line, reason, buffer.error)
        # A number at the end of the buffer may go on; objects and strings close themselves.
        found = Piece(buffer.line, value, of_array)
        buffer.drop(end)
        return found
