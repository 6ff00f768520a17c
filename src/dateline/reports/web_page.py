"""Saved web pages, through trafilatura; the only module that knows it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from dateline.errors import ReportError
from dateline.model.reports import Report
from dateline.reports.dates import AHEAD, Moment, parse_published
from dateline.reports.decode import decode
from dateline.reports.opened import Opened, read_whole
from dateline.reports.options import LoadOptions
from dateline.reports.page_head import PageHead, read_head
from dateline.reports.record import Found, finish

_SHORTEST_LINE = 40  # characters; menus and buttons have only shorter ones
_NO_ARTICLE = (
    "Save the page of the article itself (not a list, a log-in or a cookie page), or its text."
)


def read_page(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    """The one report of the page: the article's words, paragraphs parted by blank lines.

    The day of publication is the one a tag of the page gives for it, with its time zone; failing
    that what htmldate finds in markup and address, never a date out of the running text.

    Raises:
        ReportError: if the page has no article, or its date can't be used.
    """
    from trafilatura import bare_extraction

    page = decode(read_whole(opened, options.max_bytes), opened.where, forced=options.encoding)
    head = read_head(page)
    address = head.canonical or (opened.where.path if _is_address(opened.where.path) else None)
    latest = ((options.now or datetime.now(UTC)) + AHEAD).strftime("%Y-%m-%d")
    try:
        document = bare_extraction(
            page,
            url=address,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": latest,
            },
        )
    except Exception as error:
        found = f"the page can't be parsed: {type(error).__name__}: {error}."
        raise ReportError(opened.where, found, _NO_ARTICLE) from error
    text = getattr(document, "text", None)
    if not text or max(map(len, text.split("\n"))) < _SHORTEST_LINE:
        raise ReportError(
            replace(opened.where, field="text"), "the page holds no article.", _NO_ARTICLE
        )
    published, moment = _published(head, getattr(document, "date", None), opened, options)
    host = getattr(document, "sitename", None)
    yield finish(
        Found(
            text="\n\n".join(line for line in text.split("\n") if line.strip()),
            name=opened.stem,
            where=opened.where,
            format="html",
            published=published,
            published_at=moment,
            outlet=head.site or (host if host and not _is_domain(host) else None),
            url=address if address and _is_address(address) else None,
            title=getattr(document, "title", None),
            language=head.language,
        ),
        options,
    )


def _published(head: PageHead, found: str | None, opened: Opened, options: LoadOptions) -> Moment:
    if head.published is not None:
        where = replace(opened.where, field=head.published_tag)
        return parse_published(head.published, where=where, now=options.now)
    where = replace(opened.where, field="date")
    return parse_published(found, where=where, now=options.now)


def _is_address(characters: str) -> bool:
    return characters.lower().startswith(("http://", "https://"))


def _is_domain(name: str) -> bool:
    """Trafilatura gives the host where the page names no site; the address tells that already."""
    return "." in name and " " not in name
