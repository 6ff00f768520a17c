"""A report: one text by one outlet, and where it came from."""

from dataclasses import dataclass
from datetime import date, datetime

from dateline.model.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a report was found.

    Attributes:
        path: file, address, or ``-`` for standard input, as the user gave it.
        member: name inside an archive.
        line: 1-based line or entry number where a file holds many reports.
        format: the reader that made it (``seed``, ``text``, ``html``, ``jsonl``, ``csv``, ``feed``, ``api``).
    """

    path: str
    member: str | None = None
    line: int | None = None
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text by one outlet with its publication date (the *document creation time*, DCT).

    Make one with :func:`make_report`, which derives ``id``.

    Attributes:
        id: ``r_`` + hash of date, outlet, address and text: the same report read twice is one.
        name: what its source calls it: the file's stem, or the ``id`` column; for people.
        text: the characters as given; every span of a reading counts in them.
        published: day of publication; None when it is not known (relative dates then stay open).
        published_at: the moment, with time zone, where the source gives one.
        outlet: who published it, as printed; None when not told.
        url: permanent address; None when not told.
        title: headline where it is kept apart from the text.
        language: ISO 639-1 code if the source tells.
        provenance: where it was found.
    """

    id: str
    name: str
    text: str
    published: date | None
    published_at: datetime | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    provenance: Provenance


def make_report(  # noqa: PLR0913 -- one argument a column of a report
    text: str,
    *,
    name: str,
    provenance: Provenance,
    published: date | None = None,
    published_at: datetime | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Report:
    """A report with its content-derived id. ``published`` defaults to the day of ``published_at``."""
    if published is None and published_at is not None:
        published = published_at.date()
    day = published.isoformat() if published else None
    return Report(
        id=content_id("r", day, outlet, url, title, text),
        name=name,
        text=text,
        published=published,
        published_at=published_at,
        outlet=outlet,
        url=url,
        title=title,
        language=language,
        provenance=provenance,
    )
