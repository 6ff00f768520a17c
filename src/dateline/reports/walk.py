"""The files under a path, in an order that is the same everywhere."""

import os
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import ReportError, Where
from dateline.reports.sidecars import text_of_sidecar


def find_files(path: str) -> Iterator[Path | ReportError]:
    """The file itself, or all files of a folder and the folders in it, sorted by name.

    Names that begin with a dot and sidecars of texts are passed over. Links are followed, but no
    folder is read twice, so that links in a circle end. What can't be read, or is no file, is
    given as an error.
    """
    start = Path(path)
    try:
        if start.is_dir():
            yield from _folder(start, set())
            return
        start.stat()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield unreadable(path, error)
        return
    text = text_of_sidecar(start)
    if text is not None:
        found = f"this is a sidecar of {text.name}, not a report."
        yield ReportError(Where(path), found, f"Give {text.name}; its sidecar is read with it.")
        return
    yield start


def unreadable(path: str, error: Exception) -> ReportError:
    """The error for what the system refuses to open."""
    reason = getattr(error, "strerror", None) or str(error)
    return ReportError(
        Where(path), f"it can't be read: {reason}.", "Check the path and its rights."
    )


def _folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | ReportError]:
    try:
        status = folder.stat()
        mark = (status.st_dev, status.st_ino)
        names = sorted(os.listdir(folder)) if mark not in seen else []  # noqa: PTH208 -- names, sorted as such
    except OSError as error:
        yield unreadable(str(folder), error)
        return
    if mark in seen:
        found = "the link leads to a folder that was read already."
        yield ReportError(Where(str(folder)), found, "It is not read twice; remove the link.")
        return
    first = not seen
    seen.add(mark)
    empty = True
    for name in names:
        if name.startswith("."):
            continue
        entry = folder / name
        for found_here in _entry(entry, seen):
            empty = False
            yield found_here
    if empty and first:
        found = "the folder holds no files."
        yield ReportError(
            Where(str(folder)), found, "Hidden files are passed over; check the path."
        )


def _entry(entry: Path, seen: set[tuple[int, int]]) -> Iterator[Path | ReportError]:
    try:
        if entry.is_dir():
            yield from _folder(entry, seen)
        elif not entry.is_file():
            entry.stat()  # a link to nowhere raises
            found = "it is no regular file."
            yield ReportError(Where(str(entry)), found, "Only files and folders are read.")
        elif text_of_sidecar(entry) is None:
            yield entry
    except OSError as error:
        yield unreadable(str(entry), error)
