""".zip, .gz, .tar and .tar.gz: their members, one after the other, never written to disk by name."""

import gzip
import stat
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from lzma import LZMAError
from pathlib import PurePosixPath
from shutil import copyfileobj
from typing import BinaryIO, cast

from dateline.errors import ReportError, Where
from dateline.reports.opened import Opened, Readable, open_bytes
from dateline.reports.options import MIB, LoadOptions
from dateline.reports.unpacked import Again, Budget, Counting, Unpacking

_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    struct.error,
)
_TAR_MARK = slice(257, 262)
_ENCRYPTED = 0x1
_OFFICE = frozenset(("[Content_Types].xml", "mimetype"))
REMEDY_BROKEN = "Fetch or pack the archive again."


def is_archive(opened: Opened) -> bool:
    """Whether its first bytes are those of an archive, whatever its name."""
    return opened.head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")) or _is_tar(
        opened.head
    )


def unpack(opened: Opened, options: LoadOptions, budget: Budget) -> Iterator[Opened | ReportError]:
    """The members of an archive, each open until the next is asked for.

    Hidden members and folders are passed over. A member that can't or must not be read is given as
    an error: encrypted, no regular file, a name that points outside (``../``, ``/``, ``C:``), more
    bytes than the limits allow.

    Args:
        opened: the archive.
        options: its limits.
        budget: what this archive and all nested in it may still unpack.

    Raises:
        ReportError: if the archive is broken or cut short, or passes a limit.
    """
    try:
        if opened.head.startswith(b"PK"):
            yield from _zip(opened, options, budget)
        elif opened.head.startswith(b"\x1f\x8b"):
            yield from _gzip(opened, options, budget)
        else:
            yield from _tar(cast("Readable", opened.stream), opened, options, budget)
    except _BROKEN as error:
        raise _broken(opened.where, error) from error


def _broken(where: Where, error: Exception) -> ReportError:
    return ReportError(where, f"the archive is broken or cut short: {error}.", REMEDY_BROKEN)


def _is_tar(head: bytes) -> bool:
    return head[_TAR_MARK] == b"ustar"


def _gzip(opened: Opened, options: LoadOptions, budget: Budget) -> Iterator[Opened | ReportError]:
    packed = Counting(opened.stream)
    with gzip.GzipFile(fileobj=cast("BinaryIO", packed)) as inner:
        stream = Unpacking(inner, opened.where, options.archive, budget, packed)
        start = stream.read(1024)
        if _is_tar(start):
            yield from _tar(Again(start, stream), opened, options, budget)
        else:
            yield open_bytes(Again(start, stream), opened.where, lambda _: None, opened.sidecar)


def _tar(
    stream: Readable, opened: Opened, options: LoadOptions, budget: Budget
) -> Iterator[Opened | ReportError]:
    with tarfile.open(fileobj=cast("BinaryIO", stream), mode="r|") as tar:
        for count, info in enumerate(tar, 1):
            _count_members(count, opened.where, options)
            where = _member(opened.where, info.name)
            if info.isdir() or _hidden(info.name):
                continue
            refused = _refuse_name(where, info.name) or (
                None if info.isreg() else _not_regular(where)
            )
            member = None if refused else tar.extractfile(info)
            if member is None:
                yield refused or _not_regular(where)
                continue
            yield open_bytes(
                Unpacking(member, where, options.archive, budget), where, lambda _: None
            )


def _zip(opened: Opened, options: LoadOptions, budget: Budget) -> Iterator[Opened | ReportError]:
    with tempfile.SpooledTemporaryFile(max_size=16 * MIB) as spool:
        file = opened.on_disk
        if file is None:
            copyfileobj(opened.stream, spool)
            file = cast("BinaryIO", spool)
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            _count_members(len(infos), opened.where, options)
            if any(info.filename in _OFFICE for info in infos):
                found = "this is an office document, not an archive of reports."
                raise ReportError(opened.where, found, "Save it as plain text or HTML.")
            for info in infos:
                if info.filename.endswith("/") or _hidden(info.filename):
                    continue
                yield from _zip_member(archive, info, opened.where, options, budget)


def _zip_member(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    outer: Where,
    options: LoadOptions,
    budget: Budget,
) -> Iterator[Opened | ReportError]:
    where = _member(outer, info.filename)
    refused = _refuse_name(where, info.orig_filename)
    if info.flag_bits & _ENCRYPTED:
        refused = ReportError(where, "it is encrypted.", "Unpack it with its password first.")
    elif stat.S_ISLNK(info.external_attr >> 16):
        refused = _not_regular(where)
    if refused:
        yield refused
        return
    try:
        member = archive.open(info)
    except _BROKEN as error:
        yield _broken(where, error)
        return
    with member:
        stream = Unpacking(member, where, options.archive, budget, packed_size=info.compress_size)
        try:
            opened = open_bytes(stream, where, lambda _: None)
        except ReportError as error:
            yield error
            return
        yield opened


def _member(outer: Where, name: str) -> Where:
    shown = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return replace(outer, member=shown if outer.member is None else f"{outer.member}!{shown}")


def _hidden(name: str) -> bool:
    """Hidden by a dot, or macOS's shadow folder; ``..`` is no such name."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)


def _refuse_name(where: Where, name: str) -> ReportError | None:
    path = PurePosixPath(name.replace("\\", "/"))
    odd = "\x00" in name or ".." in path.parts or path.is_absolute() or name[1:2] == ":"
    if not odd and name:
        return None
    return ReportError(
        where,
        f"the member's name {name!r} points outside the archive.",
        "Pack it under a plain name.",
    )


def _not_regular(where: Where) -> ReportError:
    return ReportError(where, "it is a link or a device, not a file.", "Pack the file itself.")


def _count_members(count: int, where: Where, options: LoadOptions) -> None:
    if count > options.archive.members:
        raise ReportError(
            where,
            f"the archive holds more than {options.archive.members:,} members.",
            "Split it, or raise the limit (option archive).",
        )
