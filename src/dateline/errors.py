"""Everything Dateline raises on purpose.

::

    DatelineError
    ├── InputError            something given to us can't be used; nothing was changed
    │   ├── ReportError       a file, member, line or field of a report
    │   └── UsageError        a command's or a function's argument
    ├── ResourceError         a table, model or gazetteer that ought to be here is not, or is broken
    └── LedgerError           the ledger can't be opened, read or written
        ├── LedgerTooNew      written by a newer Dateline than this one
        ├── LedgerUnreachable the database can't be reached, or its file can't be opened
        └── LedgerReadOnly    a write was asked of something that can only be read

"Cannot tell" is not an error: it is a value with a reason.
"""

from dataclasses import dataclass


class DatelineError(Exception):
    """Base of all errors raised on purpose; ``str(error)`` is fit to show to a person."""


class InputError(DatelineError):
    """Something given to Dateline can't be used."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where in the outside world a problem stands.

    Attributes:
        path: file, address or ``-`` for standard input.
        member: name inside an archive.
        line: 1-based line, or 1-based number of the entry in a feed.
        field: name of a field or column.
    """

    path: str
    member: str | None = None
    line: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        place = self.path if self.member is None else f"{self.path}!{self.member}"
        if self.line is not None:
            place += f":{self.line}"
        return place if self.field is None else f"{place} (field {self.field!r})"


class ReportError(InputError):
    """One report, or a whole file of them, can't be read.

    Args:
        where: where the problem stands.
        found: what was found there.
        remedy: what is allowed and what to do next.
    """

    def __init__(self, where: Where, found: str, remedy: str = "") -> None:
        super().__init__(f"{where}: {found}" + (f" {remedy}" if remedy else ""))
        self.where = where
        self.found = found
        self.remedy = remedy


class UsageError(InputError):
    """An argument of a command or function can't be used."""


class ResourceError(DatelineError):
    """A table, model or gazetteer that ought to be here is missing or broken."""


class LedgerError(DatelineError):
    """The ledger can't be opened, read or written."""


class LedgerTooNew(LedgerError):  # noqa: N818 -- reads as the state it names
    """The ledger was written by a newer Dateline."""


class LedgerUnreachable(LedgerError):  # noqa: N818
    """The database can't be reached, or its file can't be opened."""


class LedgerReadOnly(LedgerError):  # noqa: N818
    """A write was asked of a ledger that can only be read."""
