import json
from datetime import date

import pytest

from dateline.reports.feeds import read_feed
from dateline.reports.json_feed import looks_like_json_feed
from dateline.reports.options import LoadOptions
from tests.reports.helpers import NOW, read

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Harbour Post",
    "language": "en-US",
    "items": [
        {"id": 7, "url": "https://post.test/1", "title": "Depot burns",
         "content_html": "<p>It burned.</p>", "date_published": "2024-04-24T10:00:00+03:00"},
        {"id": "b", "content_text": "The ferry stopped."},
        {"title": "Only a headline"},
        {"id": "c", "content_text": "x", "date_published": "0001-01-01"},
        5,
        {"id": "d"},
    ],
}  # fmt: skip


def test_items_are_read_one_by_one() -> None:
    reports, errors = read(read_feed, json.dumps(FEED), "x/post.json", LoadOptions(now=NOW))
    assert [(r.name, r.text, r.title) for r in reports] == [
        ("7", "It burned.", "Depot burns"),
        ("b", "The ferry stopped.", None),
        ("post#3", "Only a headline", None),
    ]
    assert reports[0].published == date(2024, 4, 24)
    assert reports[1].published is None
    assert (reports[0].outlet, reports[0].language) == ("The Harbour Post", "en")
    assert [(e.where.line, e.where.field) for e in errors] == [
        (4, "date_published"),
        (5, None),
        (6, "text"),
    ]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (json.dumps(FEED)[:-9], "is broken"),
        (json.dumps({**FEED, "items": []}), "has no items"),
        (json.dumps({**FEED, "items": {}}), "has no items"),
    ],
)
def test_broken_and_empty_feeds_are_refused(raw: bytes | str, found: str) -> None:
    reports, (error,) = read(read_feed, raw, "post.json")
    assert reports == []
    assert found in str(error)


def test_it_is_told_by_its_version() -> None:
    assert looks_like_json_feed(b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1"}')
    assert not looks_like_json_feed(b'{"text": "a report"}')
    assert not looks_like_json_feed(b"see jsonfeed.org/version/1")
