"""Files of a command line into reports."""

from collections.abc import Iterator, Sequence

from dateline.errors import ReportError
from dateline.model.reports import Report
from dateline.reports.load import load
from dateline.reports.options import LoadOptions


def load_from(files: Sequence[str], options: LoadOptions) -> Iterator[Report | ReportError]:
    """Every report, and every problem as a value, in the order of the command line."""
    yield from load(files, options)
