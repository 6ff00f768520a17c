"""Reports in: whatever is given, one report after the other, and every problem as a value."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import MappingProxyType

from dateline.errors import ReportError, Where
from dateline.model.reports import Report
from dateline.reports.archives import is_archive, unpack
from dateline.reports.csv_table import read_csv
from dateline.reports.feeds import read_feed
from dateline.reports.fetch import fetch, is_address
from dateline.reports.json_lines import read_json
from dateline.reports.opened import Opened, open_bytes, size_check, too_large
from dateline.reports.options import DEFAULTS, LoadOptions
from dateline.reports.plain_text import read_text
from dateline.reports.seed import read_seed
from dateline.reports.sidecars import sidecar_fields
from dateline.reports.sniff import sniff
from dateline.reports.unpacked import Budget
from dateline.reports.walk import find_files, unreadable
from dateline.reports.web_page import read_page

READERS: Mapping[str, Callable[[Opened, LoadOptions], Iterator[Report | ReportError]]] = (
    MappingProxyType(
        {
            "seed": read_seed,
            "text": read_text,
            "html": read_page,
            "jsonl": read_json,
            "csv": read_csv,
            "feed": read_feed,
        }
    )
)
_NESTED = 1


def load(paths: Sequence[str], options: LoadOptions = DEFAULTS) -> Iterator[Report | ReportError]:
    """The reports of files, folders, archives, addresses and standard input (``-``).

    Files are taken in the order given, folders sorted by name, one report in memory at a time.
    Nothing that is wrong with one of them stops the rest: a problem is given as a
    :class:`~dateline.errors.ReportError` that names file, member, line and field as far as they
    are known.

    Args:
        paths: what to read. A name or address is told apart by ``://``.
        options: columns, defaults, forced format and encoding, limits.
    """
    for path in paths:
        if path == "-":
            yield from _source(_standard_input(options), path, options)
        elif is_address(path):
            yield from _source(fetch(path, options), path, options)
        else:
            for found in find_files(path):
                if isinstance(found, ReportError):
                    yield found
                else:
                    yield from _source(_file(found, options), str(found), options)


def _source(
    source: AbstractContextManager[Opened], path: str, options: LoadOptions
) -> Iterator[Report | ReportError]:
    """Everything in one file, address or pipe; what it raises is given."""
    try:
        with source as opened:
            yield from _read(opened, options, 0, Budget(options.archive.total_bytes))
    except ReportError as error:
        yield error
    except OSError as error:
        yield unreadable(path, error)
    except Exception as error:  # noqa: BLE001 -- one broken file must not end the reading of the others
        yield ReportError(
            Where(path),
            f"reading it failed unexpectedly ({type(error).__name__}: {error}).",
            "This is a bug of Dateline: please report it with the file.",
        )


@contextmanager
def _file(path: Path, options: LoadOptions) -> Iterator[Opened]:
    where = Where(str(path))
    with path.open("rb") as file:
        if path.is_file() and path.stat().st_size > options.max_file_bytes:
            raise too_large(where, options.max_file_bytes, "max_file_bytes")
        check = size_check(where, options.max_file_bytes)
        on_disk = file if file.seekable() else None
        yield open_bytes(file, where, check, sidecar_fields(path), on_disk)


@contextmanager
def _standard_input(options: LoadOptions) -> Iterator[Opened]:
    where = Where("-")
    yield open_bytes(sys.stdin.buffer, where, size_check(where, options.max_file_bytes))


def _read(
    opened: Opened, options: LoadOptions, depth: int, budget: Budget
) -> Iterator[Report | ReportError]:
    """The reports of one source; those of its members, if it is an archive."""
    if not is_archive(opened):
        form = options.format or sniff(opened, options)
        yield from READERS[form](opened, options)
        return
    if depth > _NESTED:
        raise ReportError(
            opened.where,
            "it is an archive in an archive in an archive.",
            "One level of nesting is read; unpack the outer one.",
        )
    empty = True
    for member in unpack(opened, options, budget):
        empty = False
        if isinstance(member, ReportError):
            yield member
        else:
            yield from _member(member, options, depth, budget)
    if empty:
        raise ReportError(opened.where, "the archive holds no files.", "Pack some reports.")


def _member(
    member: Opened, options: LoadOptions, depth: int, budget: Budget
) -> Iterator[Report | ReportError]:
    """As :func:`_read`, but what it raises is given, so that the next member has its turn."""
    try:
        yield from _read(member, options, depth + 1, budget)
    except ReportError as error:
        yield error
