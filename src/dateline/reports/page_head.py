"""What the head of a web page says of it: date with its time zone, language, outlet, address."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from dateline.reports.markup import without_marked_sections

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "pubdate",
    "publishdate",
)
_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What a page says of itself.

    Attributes:
        published: the date as printed; None if no tag made for it gives one.
        published_tag: the tag it came from, for errors.
        language: the ``lang`` of the page.
        canonical: the address it calls its own.
        site: the name of the site.
    """

    published: str | None = None
    published_tag: str | None = None
    language: str | None = None
    canonical: str | None = None
    site: str | None = None


class _Head(HTMLParser):
    """Collects ``meta``, ``link``, ``html lang`` and JSON-LD."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.metas: dict[str, str] = {}
        self.language: str | None = None
        self.canonical: str | None = None
        self.linked: list[str] = []
        self._in_linked = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = self.language or given.get("lang") or given.get("xml:lang")
        elif tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            if name and given.get("content", "").strip():
                self.metas.setdefault(name.lower(), given["content"].strip())
        elif tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.canonical = self.canonical or given.get("href")
        elif tag == "time" and given.get("itemprop", "").lower() == "datepublished":
            self.metas.setdefault("datepublished", given.get("datetime", "").strip())
        elif tag == "script":
            self._in_linked = given.get("type", "").lower() == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_linked = False

    def handle_data(self, data: str) -> None:
        if self._in_linked:
            self.linked.append(data)


def read_head(page: str) -> PageHead:
    """What the page says of itself, without guessing.

    The date is that of JSON-LD (schema.org ``datePublished``) or of a tag made for it; the date of
    a change is never taken for it.
    """
    parser = _Head()
    parser.feed(without_marked_sections(page))
    parser.close()
    articles = [found for block in parser.linked for found in _articles(block)]
    candidates = [("datePublished (JSON-LD)", a.get("datePublished")) for a in articles]
    candidates += [(name, parser.metas.get(name)) for name in _DATES]
    tag, day = next(
        ((t, d) for t, d in candidates if isinstance(d, str) and d.strip()), (None, None)
    )
    publishers = [a.get("publisher") for a in articles]
    names = [p.get("name") for p in publishers if isinstance(p, Mapping)]
    site = parser.metas.get("og:site_name") or next((n for n in names if isinstance(n, str)), None)
    return PageHead(
        published=str(day) if day else None,
        published_tag=tag,
        language=parser.language or parser.metas.get("og:locale"),
        canonical=parser.canonical or parser.metas.get("og:url"),
        site=site,
    )


def _articles(block: str) -> Iterator[Mapping[str, object]]:
    """The objects of a JSON-LD block that have a date of publication; none of a broken one."""
    try:
        yield from _dated(json.loads(block), 0)
    except (ValueError, RecursionError):
        return


def _dated(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        if "datePublished" in value:
            yield value
        graph = value.get("@graph")
        if graph is not None:
            yield from _dated(graph, depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _dated(item, depth + 1)
