import pytest

from dateline.errors import ReportError
from dateline.reports.options import DEFAULTS
from dateline.reports.sniff import sniff
from tests.reports.helpers import opened_of


@pytest.mark.parametrize(
    ("name", "raw", "form"),
    [
        ("a.txt", "date 2024-04-24 Fire", "seed"),
        ("a", " date 2024-04-24 Fire", "seed"),
        ("a.txt", "Fire", "text"),
        ("a", "Fire", "text"),
        ("a.txt", "<!-- saved -->\n<!DOCTYPE html><p>", "html"),
        ("a.HTM", "<p>x", "html"),
        ("a.html", '<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        ("feed", '<feed xmlns="x">', "feed"),
        ("a.xml", "<other/>", "feed"),
        ("a.jsonl", "{}", "jsonl"),
        ("a.ndjson.gz", "{}", "jsonl"),
        ("-", '[ {"text": "x"}]', "jsonl"),
        ("-", '{"text": "x"}', "jsonl"),
        ("a.json", '{"version": "https://jsonfeed.org/version/1.1"}', "feed"),
        ("-", "\ufeffid;text;date\n1;x;\n", "csv"),
        ("-", "date, body and all the rest of it", "text"),
        ("a.tsv", "x", "csv"),
        ("-", "", "text"),
    ],
)
def test_formats_are_told(name: str, raw: bytes | str, form: str) -> None:
    assert sniff(opened_of(raw, name), DEFAULTS) == form


def test_binary_is_refused() -> None:
    with pytest.raises(ReportError, match="a picture"):
        sniff(opened_of(b"\x89PNG\r\n", "a.txt"), DEFAULTS)
