import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.reports.fetch import is_address
from dateline.reports.options import LoadOptions
from tests.reports.helpers import NOW, load_all
from tests.reports.test_feeds import RSS
from tests.reports.test_web_page import HEAD, page

OPTIONS = LoadOptions(now=NOW, timeout=2, max_file_bytes=100_000)


ANSWERS: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "/loop": (302, b"", {"Location": "/loop"}),
    "/file": (302, b"", {"Location": "file:///etc/hostname"}),
    "/ftp": (302, b"", {"Location": "ftp://127.0.0.1/a"}),
    "/moved": (301, b"", {"Location": "/feed"}),
    "/missing": (404, b"nothing here", {}),
    "/large": (200, b"word " * 50_000, {}),
    "/short": (200, b"The depot burned.", {"Content-Length": "5000"}),
    "/feed": (200, RSS.encode(), {}),
    "/page": (200, page(HEAD).encode(), {}),
    "/packed.jsonl.gz": (200, gzip.compress(b'{"text": "Fire."}\n'), {}),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/slow":
            threading.Event().wait(2)
        self.answer(*ANSWERS.get(path, (200, b"", {})))

    def answer(self, code: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.parametrize("path", ["/feed", "/moved"])
def test_a_feed_is_read_from_its_address(server: str, path: str) -> None:
    reports, errors = load_all(server + path, options=OPTIONS)
    assert (len(reports), len(errors)) == (3, 2)
    assert reports[0].provenance.path == server + path


def test_a_page_and_a_packed_file_are_read_too(server: str) -> None:
    (report,), errors = load_all(f"{server}/page?x=1", options=OPTIONS)
    assert (report.outlet, errors) == ("The Harbour Post", [])
    assert report.name == "page"
    (packed,), _ = load_all(f"{server}/packed.jsonl.gz", options=OPTIONS)
    assert (packed.text, packed.name) == ("Fire.", "packed#1")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/short", "broke off"),
        ("/missing", "answered 404"),
        ("/loop", "infinite loop"),
        ("/file", "Redirection to url 'file:///etc/hostname' is not allowed"),
        ("/ftp", "redirects to 'ftp://127.0.0.1/a'"),
        ("/large", "larger than 100,000 bytes"),
        ("/slow", "can't be fetched: timed out"),
        ("/empty", "is empty"),
    ],
)
def test_what_goes_wrong_is_told(server: str, path: str, found: str) -> None:
    options = LoadOptions(now=NOW, timeout=0.5, max_file_bytes=100_000)
    reports, (error,) = load_all(server + path, options=options)
    assert reports == []
    assert found in str(error)
    assert error.where.path == server + path


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("ftp://h.test/a", "no http or https"),
        ("file:///etc/hostname", "no http or https"),
        ("http://127.0.0.1:1/", "can't be fetched"),
        ("http://[", "can't be fetched"),
        ("http://127.0.0.1:no/", "can't be fetched"),
        ("http://", "can't be fetched"),
    ],
)
def test_other_addresses_are_refused(address: str, found: str) -> None:
    reports, (error,) = load_all(address, options=OPTIONS)
    assert reports == []
    assert found in str(error)


def test_addresses_are_told_from_files() -> None:
    assert is_address("https://h.test/a")
    assert not is_address("folder/a.txt")
    assert not is_address("C:\\folder\\a.txt")
