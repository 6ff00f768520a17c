"""From a record of named values (a JSON object, a row of a table, a header block) to a report."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from dateline.errors import ReportError, Where
from dateline.lexicon.columns import column_names, fold_column
from dateline.lexicon.outlets import outlet_at
from dateline.model.reports import Provenance, Report, make_report
from dateline.reports.dates import parse_published
from dateline.reports.decode import clean, require_text
from dateline.reports.options import LoadOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a reader found of one report, before defaults are put in.

    Attributes:
        text: its words.
        name: what its source calls it.
        where: for errors.
        format: the reader's word for itself (``Provenance.format``).
        published: day of publication.
        published_at: the moment, with time zone.
        outlet: who published it, as printed.
        url: address.
        title: headline where it is kept apart.
        language: as told, a tag or a code.
    """

    text: str
    name: str
    where: Where
    format: str
    published: date | None = None
    published_at: datetime | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None


def finish(found: Found, options: LoadOptions) -> Report:
    """A report with the defaults of ``options``.

    The outlet is the one the report names, else the option's, else the one that publishes under the
    address (``resources/outlets.yml``).

    Raises:
        ReportError: if there is no text, or more of it than ``options.max_bytes``.
    """
    at = replace(found.where, field=found.where.field or "text")
    text = require_text(clean(found.text), at)
    if len(text) > options.max_bytes:  # each character takes a byte or more
        raise ReportError(
            at,
            f"the text has {len(text):,} characters.",
            f"A report may have {options.max_bytes:,} (option max_bytes).",
        )
    by_address = outlet_at(found.url)
    return make_report(
        text,
        name=_line(found.name) or "report",
        provenance=Provenance(
            path=found.where.path,
            member=found.where.member,
            line=found.where.line,
            format=found.format,
        ),
        published=found.published or options.published,
        published_at=found.published_at,
        outlet=_line(found.outlet) or options.outlet or (by_address.name if by_address else None),
        url=_line(found.url),
        title=_line(found.title),
        language=_language(found.language),
    )


def report_of(
    record: Mapping[str, object],
    *,
    where: Where,
    form: str,
    fallback_name: str,
    options: LoadOptions,
) -> Report:
    """A report from named values, by mapped or usual names.

    Args:
        record: names as given to values of any kind.
        where: file, member and line.
        form: the reader's word for itself.
        fallback_name: what to call it when it has no ``id``.
        options: with ``columns``.

    Raises:
        ReportError: naming the field, for a missing text, a value of the wrong kind or a bad date.
    """
    values = _Values(record, where, options)
    key, text = values.raw("text")
    if text is None:
        named = ", ".join(repr(name) for name in list(record)[:12]) or "nothing"
        raise ReportError(
            replace(where, field="text"),
            f"there is no text; found {named}.",
            f"Name the column that holds it (option columns), or call it one of: {', '.join(column_names('text')[:5])}.",
        )
    day_key, day = values.raw("published")
    published, moment = parse_published(
        day, where=replace(where, field=day_key or "published"), now=options.now
    )
    return finish(
        Found(
            text=_characters(text, replace(where, field=key)),
            name=values.get("name") or fallback_name,
            where=where,
            format=form,
            published=published,
            published_at=moment,
            outlet=values.get("outlet"),
            url=values.get("url"),
            title=values.get("title"),
            language=values.get("language"),
        ),
        options,
    )


class _Values:
    """Look-up of a report's fields in a record."""

    def __init__(self, record: Mapping[str, object], where: Where, options: LoadOptions) -> None:
        self._record = record
        self._folded = {fold_column(key): key for key in reversed(list(record))}
        self._where = where
        self._columns = options.columns

    def raw(self, field: str) -> tuple[str | None, object]:
        """The name and value of a field; the first usual name whose value is not blank."""
        mapped = self._columns.get(field)
        if mapped is not None:
            key = mapped if mapped in self._record else self._folded.get(fold_column(mapped))
            value = self._record.get(key) if key is not None else None
            return key or mapped, None if _blank(value) else value
        for name in column_names(field):
            key = self._folded.get(name)
            if key is not None and not _blank(self._record[key]):
                return key, self._record[key]
        return None, None

    def get(self, field: str) -> str | None:
        """The characters of a field; None if it has none."""
        key, value = self.raw(field)
        if value is None:
            return None
        if isinstance(value, Mapping):  # {"source": {"id": …, "name": …}}, as news APIs have it
            value = value.get("name")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        return None if value is None else _characters(value, replace(self._where, field=key))


def _characters(value: object, where: Where) -> str:
    if not isinstance(value, str):
        raise ReportError(
            where,
            f"a {type(value).__name__} stands where characters are expected.",
            "Give a string.",
        )
    return value


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _line(value: str | None) -> str | None:
    """On one line, cleaned; None for nothing."""
    return (" ".join(clean(value).split()) or None) if value else None


def _language(value: str | None) -> str | None:
    """ISO 639-1 of a tag: ``uk`` of ``uk-UA``; None for what is no such tag."""
    code = (value or "").strip().replace("_", "-").split("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
