"""An open source of bytes: a file, a member of an archive, an answer from the net, standard input."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Protocol

from dateline.errors import ReportError, Where

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD = 64 * 1024
"""Bytes looked at to tell format and encoding."""


class Readable(Protocol):
    """What has ``read``: files, members of archives, answers."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Bytes to read, once.

    Attributes:
        where: path and member.
        stream: from the very first byte on.
        head: up to ``HEAD`` of its first bytes, for looking.
        sidecar: named values that stand beside the file and tell of it.
        on_disk: the same bytes as a file that can be searched, where there is one.
    """

    where: Where
    stream: BinaryIO
    head: bytes
    sidecar: tuple[tuple[str, object], ...] = ()
    on_disk: BinaryIO | None = None

    @property
    def file_name(self) -> str:
        """The last part of the member's name, or of the path."""
        full = self.where.member or self.where.path
        if self.where.member is None and "://" in full:
            full = full.partition("?")[0]
        return PurePosixPath(full.replace("\\", "/").replace("!", "/")).name

    @property
    def stem(self) -> str:
        """The file's name without its endings for archive and format ("day.jsonl.gz": "day")."""
        name = self.file_name
        if self.where.path == "-" and self.where.member is None:
            return "stdin"
        for ending in (".gz", *ENDINGS):
            if name.lower().endswith(ending) and len(name) > len(ending):
                name = name[: -len(ending)]
        return name or "report"


ENDINGS = (
    *(".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json"),
    *(".csv", ".tsv", ".tab", ".xml", ".rss", ".atom"),
)


class Guarded(io.RawIOBase):
    """Bytes of another stream, checked as they come.

    Args:
        head: bytes already read from ``inner``, given first.
        inner: the rest.
        check: called with the number of bytes given so far; raises when there are too many.
    """

    def __init__(self, head: bytes, inner: Readable, check: Callable[[int], None]) -> None:
        super().__init__()
        self._head = head
        self._inner = inner
        self._check = check
        self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill ``buffer`` as far as one read goes."""
        target = memoryview(buffer).cast("B")
        size = len(target)
        if self._head:
            piece, self._head = self._head[:size], self._head[size:]
        else:
            piece = self._inner.read(size)
        target[: len(piece)] = piece
        self._given += len(piece)
        self._check(self._given)
        return len(piece)


def open_bytes(
    inner: Readable,
    where: Where,
    check: Callable[[int], None],
    sidecar: tuple[tuple[str, object], ...] = (),
    on_disk: BinaryIO | None = None,
) -> Opened:
    """Look at the head of ``inner`` and make it ready to read from the start."""
    head = b""
    while len(head) < HEAD:  # a pipe gives less than asked for
        piece = inner.read(HEAD - len(head))
        if not piece:
            break
        head += piece
    check(len(head))
    stream = io.BufferedReader(Guarded(head, inner, check), HEAD)
    return Opened(where=where, stream=stream, head=head, sidecar=sidecar, on_disk=on_disk)


def size_check(where: Where, limit: int) -> Callable[[int], None]:
    """A check that refuses more than ``limit`` bytes."""

    def check(given: int) -> None:
        if given > limit:
            raise too_large(where, limit, "max_file_bytes")

    return check


def read_whole(opened: Opened, limit: int) -> bytes:
    """All its bytes.

    Raises:
        ReportError: if there are more than ``limit``, or none.
    """
    raw = opened.stream.read(limit + 1)
    if len(raw) > limit:
        raise too_large(opened.where, limit, "max_bytes")
    if not raw.strip():
        kind = "holds only white space" if raw else "is empty"
        raise ReportError(opened.where, f"the file {kind}.", "A report needs a text.")
    return raw


def too_large(where: Where, limit: int, option: str) -> ReportError:
    """The error for more than ``limit`` bytes."""
    return ReportError(
        where, f"it is larger than {limit:,} bytes.", f"Split it, or raise the option {option}."
    )
