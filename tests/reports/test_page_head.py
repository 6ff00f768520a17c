import pytest

from dateline.reports.page_head import PageHead, read_head


def test_everything_a_head_can_tell() -> None:
    page = """<html lang="en-GB"><head><link rel="canonical" href="https://h.test/a">
    <meta property="og:site_name" content="The Harbour Post">
    <meta property="article:published_time" content="2024-04-24T08:00:00+03:00">
    <meta property="article:modified_time" content="2024-05-01"></head>"""
    assert read_head(page) == PageHead(
        published="2024-04-24T08:00:00+03:00",
        published_tag="article:published_time",
        language="en-GB",
        canonical="https://h.test/a",
        site="The Harbour Post",
    )


def test_linked_data_is_read() -> None:
    page = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"},
    {"@type": "NewsArticle", "datePublished": "2024-04-24", "publisher": {"name": "Post"}}]}
    </script><meta name="date" content="2020-01-01">"""
    found = read_head(page)
    assert (found.published, found.published_tag) == ("2024-04-24", "datePublished (JSON-LD)")
    assert found.site == "Post"


@pytest.mark.parametrize(
    "block", ['{"datePublished": ', "[" * 5000, '{"datePublished": 5}', '"x"', "[1, null]"]
)
def test_broken_linked_data_is_passed_over(block: str) -> None:
    page = f'<script type="application/ld+json">{block}</script><meta name="date" content="2024-04-24">'
    assert read_head(page).published == "2024-04-24"


def test_the_time_tag_of_microdata_counts() -> None:
    assert (
        read_head('<time itemprop="datePublished" datetime="2024-04-24">').published == "2024-04-24"
    )


def test_a_change_is_no_publication() -> None:
    page = (
        '<meta property="article:modified_time" content="2024-05-01"><time datetime="2024-05-01">'
    )
    assert read_head(page) == PageHead()
