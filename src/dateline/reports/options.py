"""What a caller may settle about loading; everything has a default that suits a newsroom's files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from dateline.errors import UsageError

FORMATS = ("seed", "text", "html", "jsonl", "csv", "feed")
"""The words ``LoadOptions.format`` may hold; the same as ``Provenance.format``."""

FIELDS = ("name", "text", "published", "outlet", "title", "url", "language")
"""The fields of a report that a column can be mapped to."""

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLimits:
    """What an archive may unpack to; past any of these it is refused.

    Attributes:
        members: how many files one archive may hold.
        total_bytes: unpacked bytes of one archive, its nested archives included.
        ratio: unpacked bytes for one packed byte. Plain text packs 3 to 10 to one; deflate cannot
            pass 1,032.
        ratio_from: unpacked bytes of a member from which ``ratio`` counts (a page of blanks packs
            well and is no bomb).
    """

    members: int = 100_000
    total_bytes: int = 2048 * MIB
    ratio: int = 200
    ratio_from: int = 4 * MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOptions:
    """How to load reports.

    Attributes:
        columns: field of a report (``FIELDS``) to the name of the column or key that holds it
            (``{"text": "body", "published": "pubDate"}``); what is not named here is looked for
            under the usual names (``resources/column_names.yml``).
        published: day of publication for reports that give none.
        outlet: outlet for reports that name none.
        format: one of ``FORMATS``, forced on everything that is loaded; None to tell by name and
            content.
        encoding: a Python codec, forced on everything that is loaded; None to tell by content.
        max_bytes: bytes of one report: a whole file of one text, one line, one row, one feed (a
            feed
            is read whole).
        max_file_bytes: bytes of one file, unpacked.
        archive: limits for archives.
        now: the moment that "in the future" is counted from; None for the clock's.
        timeout: seconds to wait for an address to answer.
    """

    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    published: date | None = None
    outlet: str | None = None
    format: str | None = None
    encoding: str | None = None
    max_bytes: int = 20 * MIB
    max_file_bytes: int = 2048 * MIB
    archive: ArchiveLimits = ArchiveLimits()
    now: datetime | None = None
    timeout: float = 30.0

    def __post_init__(self) -> None:
        """Refuse what no reader could follow.

        Raises:
            UsageError: naming the option, what was found and what is allowed.
        """
        if self.format is not None and self.format not in FORMATS:
            raise UsageError(f"unknown format {self.format!r}; allowed: {', '.join(FORMATS)}")
        unknown = sorted(set(self.columns) - set(FIELDS))
        if unknown:
            raise UsageError(
                f"columns are mapped for unknown fields {unknown}; allowed: {', '.join(FIELDS)}"
            )
        if self.max_bytes < 1 or self.max_file_bytes < 1:
            raise UsageError("max_bytes and max_file_bytes need to be at least 1")
        if self.now is not None and self.now.tzinfo is None:
            raise UsageError("now needs a time zone, as datetime.now(UTC) has")


DEFAULTS = LoadOptions()
