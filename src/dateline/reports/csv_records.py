"""Rows of a CSV file (RFC 4180), with the line each begins on; a broken row does not stop the rest.

The standard library's reader is not used: it swallows the rest of a file after a quotation mark
that is never closed, keeps its limit for the length of a field in a global, and does not tell
where a row begins.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import ReportError
from dateline.reports.lines import Line

QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        line: 1-based line where it begins.
        cells: its cells; none where it is broken.
        broken: what is wrong with it.
        error: the error of a line that can't be used, if that is what is wrong.
    """

    line: int
    cells: tuple[str, ...]
    broken: str | None = None
    error: ReportError | None = None


def rows(lines: Iterator[Line], delimiter: str, limit: int) -> Iterator[Row]:
    """The rows that are not blank.

    A cell that opens with a quotation mark runs to the next lone one, over lines if need be; a
    doubled one stands for itself. A mark inside an unquoted cell is a character like any other.
    Where a quoted cell does not close within ``limit`` characters, or something follows its
    closing mark, the row is broken and reading goes on at the line after the one it began on.
    """
    waiting: deque[Line] = deque()
    while True:
        first = waiting.popleft() if waiting else next(lines, None)
        if first is None:
            return
        if first.characters is None:
            yield Row(first.number, (), error=first.error)
        elif first.characters.strip():
            yield _row(first, first.characters, waiting, lines, (delimiter, limit))


def _row(
    first: Line, characters: str, waiting: deque[Line], lines: Iterator[Line], how: tuple[str, int]
) -> Row:
    """The row that begins on ``first``; lines taken in vain are put back in ``waiting``."""
    delimiter, limit = how
    taken: list[Line] = []
    while True:
        cells = _cells(characters, delimiter)
        if isinstance(cells, tuple):
            return Row(first.number, cells)
        broken = cells or _take_in(characters, taken, waiting, lines, limit)
        if isinstance(broken, str):
            waiting.extendleft(reversed(taken))
            return Row(first.number, (), broken=broken)
        characters = "".join((first.characters or "", *(line.characters or "" for line in taken)))


def _take_in(
    characters: str, taken: list[Line], waiting: deque[Line], lines: Iterator[Line], limit: int
) -> str | None:
    """Take lines up to the next one with a quotation mark; what is wrong if there is none."""
    size = len(characters)
    while True:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            return "a quotation mark is opened and never closed"
        taken.append(line)
        if line.characters is None:
            return "a line inside a quoted cell can't be read"
        size += len(line.characters)
        if size > limit:
            return f"a quoted cell does not close within {limit:,} characters"
        if QUOTE in line.characters:
            return None


def _cells(characters: str, delimiter: str) -> tuple[str, ...] | str | None:
    """The cells of a whole row; what is wrong with it; None if a quoted cell is still open."""
    characters = characters.removesuffix("\n").removesuffix("\r")
    cells: list[str] = []
    at = 0
    while True:
        if characters.startswith(QUOTE, at):
            end = _closing(characters, at + 1)
            if end is None:
                return None
            cells.append(characters[at + 1 : end].replace(QUOTE * 2, QUOTE))
            at = end + 1
            if at < len(characters) and not characters.startswith(delimiter, at):
                return f"after a closing quotation mark stands {characters[at : at + 10]!r}"
        else:
            end = characters.find(delimiter, at)
            end = len(characters) if end < 0 else end
            cells.append(characters[at:end])
            at = end
        if at >= len(characters):
            return tuple(cells)
        at += 1


def _closing(characters: str, at: int) -> int | None:
    """Where the next lone quotation mark stands."""
    while (at := characters.find(QUOTE, at)) >= 0:
        if not characters.startswith(QUOTE, at + 1):
            return at
        at += 2
    return None
