"""CSV and TSV tables with a header line."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.errors import ReportError
from dateline.lexicon.columns import column_names, fold_column, known_columns
from dateline.model.reports import Report
from dateline.reports.csv_records import Row, rows
from dateline.reports.lines import read_lines
from dateline.reports.opened import Opened
from dateline.reports.options import LoadOptions
from dateline.reports.record import report_of

DELIMITERS = ",;\t|"


def read_csv(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    """The reports of the table, a row each; memory holds one row at a time.

    Columns are found by the names of the header line, or by ``options.columns``. A row that is
    broken or has more cells than the header is given as an error and the rest goes on.

    Raises:
        ReportError: if there is no header line that names a column for the text.
    """
    lines = read_lines(opened, options)
    first = next(lines, None)
    while first is not None and first.characters is not None and not first.characters.strip():
        first = next(lines, None)
    if first is None:
        raise ReportError(opened.where, "the table is empty.", "It needs a header line and rows.")
    if first.characters is None:
        raise first.error or ReportError(opened.where, "the header line can't be read.")
    delimiter = sniff_delimiter(first.characters, options)
    header = next(
        rows(
            iter((replace(first, characters=first.characters.lstrip("\ufeff")),)),
            delimiter,
            options.max_bytes,
        )
    )
    names = tuple(name.strip() for name in header.cells)
    _require_text_column(opened, names, header, options)
    empty = True
    for row in rows(lines, delimiter, options.max_bytes):
        empty = False
        yield _report(opened, names, row, options)
    if empty:
        raise ReportError(opened.where, "the table has a header line and no rows.", "Add rows.")


def sniff_delimiter(header: str, options: LoadOptions) -> str:
    """The one of ``DELIMITERS`` that splits the header line into most known columns, then most columns."""

    def known(delimiter: str) -> tuple[int, int]:
        names = [name.strip().strip('"\ufeff') for name in header.split(delimiter)]
        mapped = {fold_column(name) for name in options.columns.values()}
        return sum(fold_column(n) in known_columns() | mapped for n in names), len(names)

    return max(DELIMITERS, key=known)


def _require_text_column(
    opened: Opened, names: tuple[str, ...], header: Row, options: LoadOptions
) -> None:
    wanted = (
        {fold_column(options.columns["text"])}
        if "text" in options.columns
        else set(column_names("text"))
    )
    if wanted.isdisjoint(fold_column(name) for name in names):
        asked = options.columns.get("text")
        looked = repr(asked) if asked else ", ".join(column_names("text")[:5]) + ", …"
        raise ReportError(
            replace(opened.where, line=header.line, field="text"),
            f"the header line names no column for the text ({looked}); found {header.broken or list(names[:12])}.",
            "Add a header line, or name the column (option columns).",
        )


def _report(
    opened: Opened, names: tuple[str, ...], row: Row, options: LoadOptions
) -> Report | ReportError:
    where = replace(opened.where, line=row.line)
    if row.error is not None:
        return row.error
    if row.broken is not None:
        return ReportError(
            where, f"{row.broken}.", "Double the marks inside a quoted cell, and close it."
        )
    if len(row.cells) > len(names):
        found = f"the row has {len(row.cells)} cells, the header line {len(names)}."
        return ReportError(where, found, "Quote cells that hold the delimiter.")
    record: dict[str, object] = {}
    for name, cell in zip(
        names, row.cells, strict=False
    ):  # a short row leaves its last columns out
        record.setdefault(name, cell)
    try:
        return report_of(
            record,
            where=where,
            form="csv",
            fallback_name=f"{opened.stem}#{row.line}",
            options=options,
        )
    except ReportError as error:
        return error
