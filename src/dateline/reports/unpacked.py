"""Unpacked bytes, counted against limits, so that a small archive can't become an endless text."""

import zlib
from lzma import LZMAError
from zipfile import BadZipFile

from dateline.errors import ReportError, Where
from dateline.reports.opened import Readable
from dateline.reports.options import ArchiveLimits


class Budget:
    """Bytes that an archive and all nested in it may still unpack.

    Args:
        total: how many at the start.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._left = total

    def spend(self, count: int, where: Where) -> None:
        """Take ``count`` bytes.

        Raises:
            ReportError: if there are not so many left.
        """
        self._left -= count
        if self._left < 0:
            raise ReportError(
                where,
                f"the archive unpacks to more than {self._total:,} bytes.",
                "Unpack it yourself if you trust it, or raise the limit (option archive).",
            )


class Counting:
    """A stream that counts what it gave."""

    def __init__(self, inner: Readable) -> None:
        self._inner = inner
        self.given = 0

    def read(self, size: int = -1, /) -> bytes:
        """As the inner stream."""
        piece = self._inner.read(size)
        self.given += len(piece)
        return piece


class Again:
    """A stream that gives some bytes first, and then the rest of another."""

    def __init__(self, first: bytes, inner: Readable) -> None:
        self._first = first
        self._inner = inner

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes."""
        if self._first and size >= 0:
            piece, self._first = self._first[:size], self._first[size:]
            return piece
        piece, self._first = self._first, b""
        return piece + self._inner.read(size)


class Unpacking:
    """Bytes of a member as they unpack, each checked against the limits.

    Args:
        inner: the unpacking stream.
        where: named in errors.
        limits: of the archive.
        budget: shared by all members.
        packed: counts the packed bytes taken so far, where they come as a stream.
        packed_size: the packed size, where it is told.
    """

    def __init__(
        self,
        inner: Readable,
        where: Where,
        limits: ArchiveLimits,
        budget: Budget,
        packed: Counting | None = None,
        *,
        packed_size: int | None = None,
    ) -> None:
        self._inner = inner
        self._where = where
        self._limits = limits
        self._budget = budget
        self._packed = packed
        self._packed_size = packed_size
        self._given = 0

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes.

        Raises:
            ReportError: if the member is broken or cut short, or passes a limit.
        """
        try:
            piece = self._inner.read(size)
        except (BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError) as error:
            raise ReportError(
                self._where,
                f"the archive is broken or cut short: {error}.",
                "Fetch or pack the archive again.",
            ) from error
        self._given += len(piece)
        self._budget.spend(len(piece), self._where)
        self._check_ratio()
        return piece

    def _check_ratio(self) -> None:
        packed = self._packed.given if self._packed else self._packed_size
        if packed is None or self._given <= self._limits.ratio_from:
            return
        if self._given > packed * self._limits.ratio:
            raise ReportError(
                self._where,
                f"{packed:,} packed bytes unpack to {self._given:,} and more: this looks like a zip bomb.",
                f"At most {self._limits.ratio} to one are unpacked; unpack it yourself if you trust it.",
            )
