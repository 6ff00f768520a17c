"""RSS and Atom feeds, through feedparser; the only module that knows it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dateline.errors import ReportError
from dateline.model.reports import Report
from dateline.reports.dates import parse_published
from dateline.reports.decode import clean
from dateline.reports.json_feed import looks_like_json_feed, read_json_feed
from dateline.reports.markup import strip_markup
from dateline.reports.opened import Opened, read_whole
from dateline.reports.options import LoadOptions
from dateline.reports.record import Found, finish


def read_feed(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    """The reports of an RSS, Atom or JSON feed, an entry each.

    The text is the entry's content or else its summary, without markup; an entry that has neither
    is its headline. The outlet is the feed's title, the day the entry's ``published`` or else
    (Atom, Dublin Core) its ``updated``. An entry's number stands as its line.

    Raises:
        ReportError: if it is no feed or holds no entry. A feed that is broken half-way gives what
            could be
            read, and then an error.
    """
    raw = read_whole(opened, options.max_bytes)
    if looks_like_json_feed(opened.head):
        yield from read_json_feed(raw, opened, options)
        return
    import feedparser

    if options.encoding is not None:
        raw = raw.decode(options.encoding, "replace").encode("utf-8")
    # Bytes in a stream: feedparser would open a string as a file or an address.
    headers = {"content-type": "application/xml; charset=utf-8"} if options.encoding else {}
    try:
        parsed = feedparser.parse(io.BytesIO(raw), response_headers=headers, sanitize_html=False)
    except Exception as error:
        found = f"the feed can't be parsed: {type(error).__name__}: {error}."
        raise ReportError(opened.where, found, "Fetch it again.") from error
    problem = _problem(parsed)
    if not parsed.entries:
        found = f"no feed entries were found{f' ({problem})' if problem else ''}."
        raise ReportError(opened.where, found, "Give an RSS, Atom or JSON feed with entries.")
    for number, entry in enumerate(parsed.entries, 1):
        try:
            yield _entry(entry, number, parsed.feed, opened, options)
        except ReportError as error:
            yield error
    if problem:
        yield ReportError(
            opened.where,
            f"the feed is not well formed ({problem}); {len(parsed.entries)} entries could be read.",
            "Entries behind the broken place may be missing.",
        )


def _problem(parsed: Any) -> str | None:  # noqa: ANN401 -- feedparser has no types
    """Why the feed is broken; None if it is not, or only its declared encoding is wrong."""
    import feedparser

    error = parsed.get("bozo_exception") if parsed.get("bozo") else None
    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    return None if error is None or isinstance(error, harmless) else clean(str(error))


def _entry(
    entry: Any,  # noqa: ANN401 -- feedparser has no types
    number: int,
    feed: Any,  # noqa: ANN401
    opened: Opened,
    options: LoadOptions,
) -> Report:
    where = replace(opened.where, line=number)
    title = strip_markup(entry.get("title") or "")
    contents = [strip_markup(part.get("value") or "") for part in entry.get("content", ())]
    text = max([*contents, ""], key=len) or strip_markup(entry.get("summary") or "")
    field = "published" if dict.get(entry, "published") else "updated"
    day, moment = parse_published(
        dict.get(entry, field), where=replace(where, field=field), now=options.now
    )
    source = entry.get("source") or {}
    outlet = source.get("title") or feed.get("title") or ""
    return finish(
        Found(
            text=text or title,
            name=entry.get("id") or f"{opened.stem}#{number}",
            where=where,
            format="feed",
            published=day,
            published_at=moment,
            outlet=strip_markup(outlet) or None,
            url=entry.get("link"),
            title=title if text else None,
            language=feed.get("language"),
        ),
        options,
    )
