import csv
import gzip
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORTS = EXAMPLES / "reports"
MARK = "written for Dateline"
NOTE = f"{MARK}, not a real dispatch"
FILES = sorted(path for path in REPORTS.iterdir() if path.is_file())


def content(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")


def named(*suffixes: str) -> list[Path]:
    return [path for path in FILES if path.name.endswith(suffixes)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_example_says_that_it_was_written_for_dateline(path: Path) -> None:
    assert MARK in content(path) or MARK.lower().replace(" ", "-") in path.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_example_is_listed_in_their_readme(path: Path) -> None:
    assert f"| `{path.name}` |" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", named(".txt", ".txt.gz"), ids=lambda path: path.name)
def test_the_mark_of_a_text_stands_in_its_header_and_not_in_its_body(path: Path) -> None:
    text = content(path)
    if re.match(r"date \d{4}-\d{2}-\d{2} ", text):
        assert MARK not in text
        return
    header, body = text.split("\n\n", 1)
    assert f"Note: {NOTE}" in header.splitlines()
    assert MARK not in body


def test_the_mark_of_a_web_page_stands_in_its_head() -> None:
    for path in named(".html"):
        head, body = content(path).split("</head>")
        assert f'<meta name="note" content="{NOTE}">' in head
        assert MARK not in body


def test_every_row_has_the_mark_in_its_own_column() -> None:
    rows = [json.loads(line) for path in named(".jsonl") for line in content(path).splitlines()]
    for path in named(".csv"):
        with path.open(encoding="utf-8", newline="") as handle:
            rows.extend(csv.DictReader(handle))
    assert len(rows) == 5
    for row in rows:
        assert row["note"] == NOTE
        assert MARK not in row["text"]
        assert set(row) == {"id", "published", "outlet", "title", "url", "text", "note"}


def test_every_entry_of_a_feed_has_the_mark_as_its_category() -> None:
    entries = [
        item
        for path in named(".rss")
        for item in ET.fromstring(content(path)).iter("item")  # noqa: S314 -- our own file
    ]
    assert len(entries) == 2
    for entry in entries:
        assert entry.findtext("category") == NOTE
        body = entry.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
        assert len(body) > 200
        assert MARK not in body


def test_every_address_is_one_that_cannot_exist() -> None:
    hosts = {
        host for path in FILES for host in re.findall(r"https?://([^/\s\"<,]+)", content(path))
    }
    assert {host for host in hosts if not host.endswith(".example")} == {"purl.org"}
