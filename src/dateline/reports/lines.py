"""Lines of a stream of bytes as characters, one after the other, however long the stream."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.errors import ReportError
from dateline.reports.decode import REMEDY_ENCODING, detect
from dateline.reports.opened import Opened, too_large
from dateline.reports.options import LoadOptions


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line.

    Attributes:
        number: 1-based.
        characters: with its line end; None when it can't be used.
        error: why it can't.
    """

    number: int
    characters: str | None
    error: ReportError | None = None


def read_lines(opened: Opened, options: LoadOptions) -> Iterator[Line]:
    """The lines of a stream, decoded by the encoding of its head; a bad line does not stop the rest.

    A line of more than ``options.max_bytes`` is given as an error and skipped to its end. UTF-16 and
    UTF-32 files, where a line end is no single byte, are recoded on the way.
    """
    encoding = detect(opened.head, opened.where, forced=options.encoding)
    if encoding.startswith(("utf-16", "utf-32")):
        yield from _recoded(opened, encoding, options)
        return
    number = 0
    while raw := opened.stream.readline(options.max_bytes + 1):
        number += 1
        if len(raw) > options.max_bytes and not raw.endswith(b"\n"):
            _skip_line(opened)
            where = replace(opened.where, line=number)
            yield Line(number, None, too_large(where, options.max_bytes, "max_bytes"))
            continue
        yield _decoded(raw, number, encoding, opened)


def _decoded(raw: bytes, number: int, encoding: str, opened: Opened) -> Line:
    if number > 1 and encoding == "utf-8-sig":
        encoding = "utf-8"  # the mark stands before the first line only
    try:
        return Line(number, raw.decode(encoding))
    except UnicodeDecodeError as error:
        where = replace(opened.where, line=number)
        found = f"byte {raw[error.start]:#04x} at column {error.start + 1} is not {encoding}."
        return Line(number, None, ReportError(where, found, REMEDY_ENCODING))


def _skip_line(opened: Opened) -> None:
    while (piece := opened.stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _recoded(opened: Opened, encoding: str, options: LoadOptions) -> Iterator[Line]:
    decoder = codecs.getincrementaldecoder(encoding)()
    number, rest = 0, ""
    while True:
        raw = opened.stream.read(1 << 16)
        try:
            rest += decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            where = replace(opened.where, line=number + 1)
            raise ReportError(where, f"this is not {encoding}: {error.reason}.", REMEDY_ENCODING) from error
        *whole, rest = rest.split("\n")
        for characters in whole:
            number += 1
            yield Line(number, characters + "\n")
        if len(rest) > options.max_bytes:
            raise too_large(replace(opened.where, line=number + 1), options.max_bytes, "max_bytes")
        if not raw:
            break
    if rest:
        yield Line(number + 1, rest)
