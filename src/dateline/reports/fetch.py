"""Reports and feeds from an address: http and https only, with limits."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

from dateline.errors import ReportError, Where
from dateline.reports.opened import Opened, open_bytes, size_check
from dateline.reports.options import LoadOptions

MOST_REDIRECTS = 5
_AGENT = "dateline (reader of news reports)"
_SCHEMES = ("http", "https")
_REMEDY = "Check the address and the network."


def is_address(path: str) -> bool:
    """Whether it is a URL of any scheme that has one ("ftp://…" is, and is refused when opened)."""
    scheme, mark, _ = path.partition("://")
    return bool(mark) and scheme.isalnum()


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, never out of http and https."""

    max_redirections = MOST_REDIRECTS

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in _SCHEMES:
            raise ReportError(
                Where(req.full_url),
                f"it redirects to {newurl!r}.",
                "Only http and https are followed.",
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class _Whole:
    """Tells an answer's end from a connection cut short; the standard library does not."""

    def __init__(self, answer: http.client.HTTPResponse, where: Where) -> None:
        self._answer = answer
        self._where = where

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes."""
        piece = self._answer.read(size)
        if not piece and self._answer.length:
            found = f"the answer broke off {self._answer.length:,} bytes before its end."
            raise ReportError(self._where, found, _REMEDY)
        return piece


@contextmanager
def fetch(address: str, options: LoadOptions) -> Iterator[Opened]:
    """The answer of an address, open to be read.

    Nothing but http and https is opened (no files), at most five redirects are followed, each step
    waits ``options.timeout`` seconds, and reading stops at ``options.max_file_bytes``. Proxies are
    those of the environment. Addresses inside the local network are not barred: let nobody choose
    addresses on a server that is trusted there.

    Raises:
        ReportError: if it can't be opened, or the answer is not a success.
    """
    where = Where(address)
    if address.partition("://")[0].lower() not in _SCHEMES:
        raise ReportError(where, "this is no http or https address.", "Fetch it by other means.")
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    try:
        request = urllib.request.Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 -- scheme checked above
        answer = opener.open(request, timeout=options.timeout)
    except urllib.error.HTTPError as error:
        error.close()
        found = f"the server answered {error.code} {error.reason}."
        raise ReportError(where, found, "Check the address in a browser.") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ReportError(where, f"it can't be fetched: {error}.", _REMEDY) from error
    with answer:
        try:
            yield open_bytes(
                _Whole(answer, where), where, size_check(where, options.max_file_bytes)
            )
        except (OSError, http.client.HTTPException) as error:
            raise ReportError(where, f"the answer broke off: {error}.", _REMEDY) from error
