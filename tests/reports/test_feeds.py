from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.reports.feeds import read_feed
from dateline.reports.options import LoadOptions
from tests.reports.helpers import NOW, read

OPTIONS = LoadOptions(now=NOW)
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Harbour Post</title><link>https://post.test/</link><language>en-gb</language>
<item><title>Depot burns</title><link>https://post.test/1</link><guid>post-1</guid>
<pubDate>Wed, 24 Apr 2024 00:30:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The depot burned &amp; fell.</p><p>No one was hurt.</p>]]></content:encoded></item>
<item><title>Ferry stops</title><description>&lt;b&gt;The ferry&lt;/b&gt; stopped.</description></item>
<item><title>Only a headline of a fire</title><pubDate>soon</pubDate></item>
<item><title>Only a headline of a storm</title><pubDate>Wed, 24 Apr 2024 10:00:00 GMT</pubDate></item>
<item><title>Later</title><pubDate>Wed, 31 Dec 2031 10:00:00 GMT</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Post &amp;amp; Star</title>
<entry><id>urn:1</id><title>Depot burns</title><updated>2024-04-24T10:00:00Z</updated>
<link href="https://post.test/1"/><content type="html">&lt;p&gt;It burned.&lt;/p&gt;</content></entry>
<entry><id>urn:2</id><title>Ferry</title><published>2024-04-23</published><updated>2024-04-25T10:00:00Z</updated>
<summary>It stopped.</summary></entry></feed>"""


def test_an_rss_feed_is_read_entry_by_entry() -> None:
    reports, errors = read(read_feed, RSS, "x/post.xml", OPTIONS)
    first, second, headline = reports
    assert first.text == "The depot burned & fell.\n\nNo one was hurt."
    assert first.published == date(2024, 4, 24)
    assert first.published_at == datetime(2024, 4, 23, 21, 30, tzinfo=UTC)
    assert (first.outlet, first.title, first.url) == (
        "The Harbour Post",
        "Depot burns",
        "https://post.test/1",
    )
    assert (first.name, first.language, first.provenance.line) == ("post-1", "en", 1)
    assert (second.text, second.published, second.name) == ("The ferry stopped.", None, "post#2")
    assert (headline.text, headline.title) == ("Only a headline of a storm", None)
    assert [(e.where.line, e.where.field) for e in errors] == [(3, "published"), (5, "published")]
    assert "'soon' is no date" in str(errors[0])
    assert "in the future" in str(errors[1])


def test_an_atom_feed_falls_back_on_updated() -> None:
    (first, second), errors = read(read_feed, ATOM, "post.atom", OPTIONS)
    assert errors == []
    assert (first.text, first.outlet, first.published) == (
        "It burned.",
        "Post & Star",
        date(2024, 4, 24),
    )
    assert (second.text, second.published) == ("It stopped.", date(2024, 4, 23))


def test_a_feed_cut_short_gives_its_entries_and_an_error() -> None:
    cut = RSS[: RSS.index("<item><title>Only a headline of a fire")]
    reports, (error,) = read(read_feed, cut, "post.xml", OPTIONS)
    assert len(reports) == 2
    assert "not well formed" in str(error)


@pytest.mark.parametrize(
    "raw", ["<rss><channel><title>x</title></channel></rss>", "<rss", "no feed at all", "<feed/>"]
)
def test_a_feed_without_entries_is_refused(raw: str) -> None:
    reports, (error,) = read(read_feed, raw, "post.xml")
    assert reports == []
    assert "no feed entries" in str(error)


def test_a_feed_in_another_encoding_is_read() -> None:
    raw = RSS.replace("UTF-8", "windows-1251").replace("Short.", "Пожар").encode("cp1251")
    reports, _ = read(read_feed, raw, "post.xml", OPTIONS)
    assert len(reports) == 3
    forced = LoadOptions(now=NOW, encoding="cp1251")
    reports, _ = read(read_feed, RSS.replace("Depot", "Пожар").encode("cp1251"), "a.xml", forced)
    assert reports[0].title == "Пожар burns"


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell")
    raw = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + RSS.split("?>", 1)[
        1
    ].replace("Depot burns", "Depot &x; burns")
    reports, errors = read(read_feed, raw, "post.xml", OPTIONS)
    assert "do not tell" not in repr((reports, errors))


def test_a_path_in_place_of_a_feed_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    reports, (error,) = read(read_feed, str(tmp_path / "feed.xml"), "a.xml")
    assert reports == []
    assert "no feed entries" in str(error)
