"""Plain text with a header block, with a sidecar, or with neither."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.errors import ReportError
from dateline.lexicon.columns import known_columns
from dateline.model.reports import Report
from dateline.reports.decode import decode, require_text
from dateline.reports.header import header_fields
from dateline.reports.opened import Opened, read_whole
from dateline.reports.options import LoadOptions
from dateline.reports.record import report_of

_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")
_TEXT = "text"


def read_text(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    """The one report of the file.

    A header block is a run of lines ``Name: value`` from the very first line on, closed by a blank
    line. The first of its names, and most of them, are those of columns
    (``resources/column_names.yml``); others ("Note:") are passed over. What the block tells stands
    over what a sidecar tells.

    Raises:
        ReportError: if there is no text, or a date of the header or the sidecar can't be used.
    """
    raw = read_whole(opened, options.max_bytes)
    characters = decode(raw, opened.where, forced=options.encoding)
    header, body = split_header(characters)
    require_text(body, replace(opened.where, field=_TEXT))
    record = {**dict(opened.sidecar), **header, _TEXT: body.rstrip("\r\n")}
    unmapped = replace(options, columns={k: v for k, v in options.columns.items() if k != _TEXT})
    yield report_of(
        record, where=opened.where, form="text", fallback_name=opened.stem, options=unmapped
    )


def split_header(characters: str) -> tuple[Mapping[str, str], str]:
    """The header block's fields and the text after it; no fields and all of it where there is none."""
    blank = _BLANK_LINE.search(characters)
    block = characters[: blank.start()] if blank else characters
    fields = header_fields(block)
    if blank is None or fields is None or not _is_header(tuple(fields)):
        return {}, characters
    return {k: v for k, v in fields.items() if k != _TEXT}, characters[blank.end() :].lstrip("\r\n")


def _is_header(names: tuple[str, ...]) -> bool:
    known = [name in known_columns() for name in names]
    return known[0] and 2 * sum(known) > len(known)
