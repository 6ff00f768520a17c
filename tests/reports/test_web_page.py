from datetime import UTC, date, datetime

import pytest

from dateline.reports.options import LoadOptions
from dateline.reports.web_page import read_page
from tests.reports.helpers import NOW, read

OPTIONS = LoadOptions(now=NOW)
PARAGRAPHS = (
    "A fuel depot on the edge of the harbour town of Vestrana burned through the night after drones struck it, the regional governor said on Wednesday morning.",
    "Governor Pavlo Hrynchak wrote on social media that nobody had been hurt and that forty firefighters were still at work on the site, where two tanks had collapsed.",
    "A source in the coast guard told this newspaper that the drones had come from the sea in two groups, and that most of them had been shot down over the estuary.",
)


def page(
    head: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS, tail: str = "</main></body></html>"
) -> str:
    body = "".join(f"<p>{p}</p>\n" for p in paragraphs)
    return f"""<!DOCTYPE html><html lang="en"><head><title>Depot burns in Vestrana | The Harbour Post</title>
    {head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <main><article><h1>Depot burns in Vestrana</h1>{body}</article>{tail}"""


HEAD = """<meta property="og:title" content="Depot burns in Vestrana">
<meta property="og:site_name" content="The Harbour Post"><link rel="canonical" href="https://post.test/depot">
<meta property="article:published_time" content="2024-04-24T07:30:00Z">"""


def test_the_article_is_found_with_what_the_page_tells() -> None:
    (report,), errors = read(read_page, page(HEAD), "saved/depot.html", OPTIONS)
    assert errors == []
    assert [p for p in PARAGRAPHS if p not in report.text.split("\n\n")] == []
    assert "Sport" not in report.text
    assert report.published == date(2024, 4, 24)
    assert report.published_at == datetime(2024, 4, 24, 7, 30, tzinfo=UTC)
    assert (report.outlet, report.title) == ("The Harbour Post", "Depot burns in Vestrana")
    assert (report.url, report.language) == ("https://post.test/depot", "en")
    assert (report.name, report.provenance.format) == ("depot", "html")


def test_no_date_is_made_up_from_the_running_text() -> None:
    told = (
        *PARAGRAPHS,
        "The depot was built in 1987 and last burned on 3 March 2019, officials said.",
    )
    (report,), _ = read(read_page, page(paragraphs=told), "a.html", OPTIONS)
    assert report.published is None


def test_an_address_with_a_date_gives_it() -> None:
    head = '<link rel="canonical" href="https://post.test/2024/04/24/depot">'
    (report,), _ = read(read_page, page(head), "a.html", OPTIONS)
    assert report.published == date(2024, 4, 24)


def test_the_outlet_of_a_known_address_is_told() -> None:
    head = '<link rel="canonical" href="https://www.kyivpost.com/post/1">'
    (report,), _ = read(read_page, page(head), "a.html", OPTIONS)
    assert report.outlet == "Kyiv Post"


@pytest.mark.parametrize(
    "tail", ["", "<div><p>", "</p></b></table><td>", "<!-- open", "<![CDA", "<script>if (a < b"]
)
def test_malformed_pages_are_read(tail: str) -> None:
    (report,), errors = read(read_page, page(HEAD, tail=tail), "a.html", OPTIONS)
    assert errors == []
    assert PARAGRAPHS[1] in report.text


@pytest.mark.parametrize(
    "raw",
    [
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html></html>",
        "<",
        "<html><head><title>Only a title</title></head></html>",
    ],
)
def test_a_page_without_an_article_is_refused(raw: bytes | str) -> None:
    reports, (error,) = read(read_page, raw, "a.html", OPTIONS)
    assert reports == []
    assert "a.html" in str(error)
    assert "Save the page of the article itself" in error.remedy


@pytest.mark.parametrize(
    ("day", "found"),
    [("0001-01-01", "before 1900"), ("2031-12-31", "in the future"), ("?", "no date")],
)
def test_a_bad_date_is_refused_with_its_tag(day: str, found: str) -> None:
    head = f'<meta property="article:published_time" content="{day}">'
    reports, (error,) = read(read_page, page(head), "a.html", OPTIONS)
    assert reports == []
    assert error.where.field == "article:published_time"
    assert found in str(error)


def test_right_to_left_pages_are_read() -> None:
    words = "اندلع حريق كبير في مستودع الوقود قرب الميناء بعد هجوم بطائرات مسيرة خلال الليل، وقال المحافظ إن أحدا لم يصب بأذى وإن رجال الإطفاء يواصلون العمل في الموقع. "
    (report,), _ = read(read_page, page(HEAD, (words * 2, words * 3)), "a.html", OPTIONS)
    assert words.strip() in report.text
