"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.errors import ReportError
from dateline.model.reports import Report
from dateline.reports.dates import parse_published
from dateline.reports.decode import decode
from dateline.reports.markup import strip_markup
from dateline.reports.opened import Opened
from dateline.reports.options import LoadOptions
from dateline.reports.record import Found, finish

_MARK = b"jsonfeed.org/version/"


def looks_like_json_feed(head: bytes) -> bool:
    """Whether the bytes open a JSON object that calls itself a JSON Feed."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and (
        _MARK in head or _MARK.replace(b"/", rb"\/") in head
    )


def read_json_feed(
    raw: bytes, opened: Opened, options: LoadOptions
) -> Iterator[Report | ReportError]:
    """The reports of the feed, an item each; an item's number stands as its line.

    The text is ``content_text``, else ``content_html`` without markup, else ``summary``, else the
    title.

    Raises:
        ReportError: if it is no JSON object with items.
    """
    try:
        feed = json.loads(decode(raw, opened.where, forced=options.encoding))
    except (ValueError, RecursionError) as error:
        raise ReportError(
            opened.where, f"the JSON Feed is broken: {error}.", "Fetch it again."
        ) from error
    items = feed.get("items") if isinstance(feed, Mapping) else None
    if not isinstance(items, list) or not items:
        raise ReportError(opened.where, "the JSON Feed has no items.", "Give a feed with items.")
    for number, item in enumerate(items, 1):
        try:
            yield _item(item, number, feed, opened, options)
        except ReportError as error:
            yield error


def _item(
    item: object,
    number: int,
    feed: Mapping[str, object],
    opened: Opened,
    options: LoadOptions,
) -> Report:
    where = replace(opened.where, line=number)
    if not isinstance(item, Mapping):
        raise ReportError(where, f"the item is a {type(item).__name__}.", "Give a JSON object.")
    title = strip_markup(_string(item, "title"))
    text = (
        _string(item, "content_text").strip()
        or strip_markup(_string(item, "content_html"))
        or _string(item, "summary").strip()
    )
    day, moment = parse_published(
        item.get("date_published"),
        where=replace(where, field="date_published"),
        now=options.now,
    )
    return finish(
        Found(
            text=text or title,
            name=_string(item, "id") or f"{opened.stem}#{number}",
            where=where,
            format="feed",
            published=day,
            published_at=moment,
            outlet=_string(feed, "title"),
            url=_string(item, "url") or _string(item, "external_url"),
            title=title if text else None,
            language=_string(item, "language") or _string(feed, "language"),
        ),
        options,
    )


def _string(record: Mapping[str, object], key: str) -> str:
    """The characters there; numbers as JSON Feed 1.1 asks of ids; nothing for what is neither."""
    value = record.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""
