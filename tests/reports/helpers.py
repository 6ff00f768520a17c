"""What the tests of this folder share: sources made of bytes, and loading split in two."""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from dateline.errors import ReportError, Where
from dateline.model.reports import Report
from dateline.reports.load import load
from dateline.reports.opened import Opened, open_bytes
from dateline.reports.options import DEFAULTS, LoadOptions

NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)

Reader = Callable[[Opened, LoadOptions], Iterator[Report | ReportError]]


def opened_of(raw: bytes | str, name: str = "folder/day.txt") -> Opened:
    """A source of these bytes under that name."""
    data = raw.encode() if isinstance(raw, str) else raw
    return open_bytes(io.BytesIO(data), Where(name), lambda _: None)


def read(
    reader: Reader, raw: bytes | str, name: str, options: LoadOptions = DEFAULTS
) -> tuple[list[Report], list[ReportError]]:
    """What one reader makes of these bytes: reports, and errors given or raised."""
    reports: list[Report] = []
    errors: list[ReportError] = []
    try:
        for found in reader(opened_of(raw, name), options):
            if isinstance(found, ReportError):
                errors.append(found)
            else:
                reports.append(found)
    except ReportError as error:
        errors.append(error)
    return reports, errors


def load_all(
    *paths: Path | str, options: LoadOptions = DEFAULTS
) -> tuple[list[Report], list[ReportError]]:
    """What :func:`load` gives, split."""
    found = list(load([str(path) for path in paths], options))
    return (
        [f for f in found if isinstance(f, Report)],
        [f for f in found if isinstance(f, ReportError)],
    )
