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

    A line of more than ``options.max_bytes`` is given as an error and skipped to its end. UTF-16
    and UTF-32 files, where a line end is no single byte, are recoded on the way.
    """
    encoding = detect(opened.head, opened.where, forced=options.encoding)
    if encoding.startswith(("utf-16", "utf-32")):
        yield from _recoded(opened, options)
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


def read_chunks(opened: Opened, options: LoadOptions) -> Iterator[str]:
    """The characters of a stream in pieces of some ten thousand.

    Raises:
        ReportError: at the first byte that is not of the encoding, naming its line.
    """
    encoding = detect(opened.head, opened.where, forced=options.encoding)
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    while True:
        raw = opened.stream.read(1 << 16)
        try:
            characters = decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            line += error.object[: error.start].count(b"\n")
            found = f"this is not {encoding}: {error.reason}."
            raise ReportError(replace(opened.where, line=line), found, REMEDY_ENCODING) from error
        line += characters.count("\n")
        if characters:
            yield characters
        if not raw:
            return


def _recoded(opened: Opened, options: LoadOptions) -> Iterator[Line]:
    number, rest = 0, ""
    for characters in read_chunks(opened, options):
        *whole, rest = (rest + characters).split("\n")
        for line in whole:
            number += 1
            yield Line(number, line + "\n")
        if len(rest) > options.max_bytes:
            raise too_large(replace(opened.where, line=number + 1), options.max_bytes, "max_bytes")
    if rest:
        yield Line(number + 1, rest)
