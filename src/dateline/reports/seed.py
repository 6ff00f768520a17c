"""The plain form: ``date 2024-04-24`` and the text, all in one file."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.errors import ReportError
from dateline.model.reports import Report
from dateline.reports.dates import parse_published
from dateline.reports.decode import decode
from dateline.reports.opened import Opened, read_whole
from dateline.reports.options import LoadOptions
from dateline.reports.record import Found, finish

_HEADER = re.compile(r"\s*date[ \t]+(?P<day>\d{1,4}-\d{1,2}-\d{1,2})(?:[ \t]|\r?\n|$)")


def looks_like_seed(characters: str) -> bool:
    """Whether the text opens with ``date`` and a day."""
    return _HEADER.match(characters) is not None


def read_seed(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    """The one report of the file.

    Its text is what follows the header and one separating space, without line ends at its very end.

    Raises:
        ReportError: if there is no such header, the day is none, or no text follows.
    """
    raw = read_whole(opened, options.max_bytes)
    characters = decode(raw, opened.where, forced=options.encoding)
    header = _HEADER.match(characters)
    if header is None:
        raise ReportError(
            opened.where,
            f"it begins with {characters[:30]!r}.",
            "The plain form begins with 'date 2024-04-24' and a space, then the text.",
        )
    published, moment = parse_published(
        header["day"], where=replace(opened.where, field="date"), now=options.now
    )
    yield finish(
        Found(
            text=characters[header.end() :].rstrip("\r\n"),
            name=opened.stem,
            where=opened.where,
            format="seed",
            published=published,
            published_at=moment,
        ),
        options,
    )
