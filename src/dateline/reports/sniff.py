"""Which format a source is in, by its name and its first bytes."""

import re

from dateline.lexicon.columns import column_names, fold_column, known_columns
from dateline.reports.csv_table import sniff_delimiter
from dateline.reports.decode import detect
from dateline.reports.json_feed import looks_like_json_feed
from dateline.reports.opened import Opened
from dateline.reports.options import LoadOptions
from dateline.reports.seed import looks_like_seed

_BY_ENDING = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
_PROLOGUE = r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?xml-stylesheet[^>]*>\s*)*"
_FEED = re.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(_PROLOGUE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_LOOKED_AT = 16 * 1024


def sniff(opened: Opened, options: LoadOptions) -> str:
    """The name of the reader for a source (``FORMATS`` of ``options.py``).

    What only one format can begin with decides first, whatever the name says (a feed saved as
    ``.html``, a page saved as ``.txt``); then the ending of the name; then what the content looks
    like. What looks like nothing in particular is plain text.

    Raises:
        ReportError: if it is binary.
    """
    encoding = detect(opened.head, opened.where, forced=options.encoding)
    opening = opened.head[:_LOOKED_AT].decode(encoding, "ignore").lstrip("\ufeff")
    name = opened.file_name.lower().removesuffix(".gz")
    return (
        _by_mark(opened.head, opening)
        or next((form for ending, form in _BY_ENDING.items() if name.endswith(ending)), None)
        or ("seed" if looks_like_seed(opening) else None)
        or ("text" if name.endswith((".txt", ".text", ".md")) else _by_content(opening, options))
    )


def _by_mark(head: bytes, opening: str) -> str | None:
    """The format that alone can begin like this."""
    if looks_like_json_feed(head) or _FEED.match(opening):
        return "feed"
    return "html" if _PAGE.match(opening) else None


def _by_content(opening: str, options: LoadOptions) -> str:
    stripped = opening.lstrip()
    if re.match(r'\{\s*"|\[\s*\{', stripped):
        return "jsonl"
    header = stripped.partition("\n")[0]
    names = {
        fold_column(name.strip().strip('"'))
        for name in header.split(sniff_delimiter(header, options))
    }
    known = names & known_columns()
    texts = {*column_names("text"), fold_column(options.columns.get("text", "text"))}
    return "csv" if len(known) >= 2 and not known.isdisjoint(texts) else "text"
