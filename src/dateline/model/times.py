"""Times: half-open intervals of days with a precision and a basis."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateline.errors import InputError
from dateline.model.spans import Span


class Precision(StrEnum):
    """How fine a time is."""

    DAY = "day"
    NIGHT = "night"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    VAGUE = "vague"


class Basis(StrEnum):
    """What a resolved time rests on."""

    STATED = "stated"  # the words give the calendar date in full
    RELATIVE = "relative"  # counted from the publication date
    DATELINE = "dateline"  # counted from the date in the dateline
    NARRATIVE = "narrative"  # counted from another time in the text ("the same day")
    UNKNOWN = "unknown"


class TimexType(StrEnum):
    """TIMEX3 types (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``start`` up to, not including, ``end``.

    Raises:
        InputError: if it holds no day.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise InputError(f"an interval needs start < end, found {self.start}, {self.end}")

    @classmethod
    def days(cls, first: date, last: date | None = None) -> "Interval":
        """From ``first`` to ``last``, both included."""
        return cls(first, (last or first) + timedelta(days=1))

    @property
    def last(self) -> date:
        """The last day included."""
        return self.end - timedelta(days=1)

    def __len__(self) -> int:
        return (self.end - self.start).days

    def overlaps(self, other: "Interval") -> bool:
        """Whether they share a day."""
        return self.start < other.end and other.start < self.end

    def __and__(self, other: "Interval") -> "Interval | None":
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Interval(start, end) if start < end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression, resolved as far as the report lets one.

    Attributes:
        span: its characters in the body of the text.
        text: those characters.
        type: TIMEX3 type.
        value: TIMEX3 value ("2024-04-24", "2024-04-24TMO", "P2W", "PAST_REF"); None if unresolved.
        interval: the days it names; None for durations, sets and what stays open.
        precision: how fine the interval is; None without interval.
        basis: what the interval rests on.
    """

    span: Span
    text: str
    type: TimexType
    value: str | None = None
    interval: Interval | None = None
    precision: Precision | None = None
    basis: Basis = Basis.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When something happened, as a report tells it.

    Attributes:
        interval: the days; None when the report does not let one tell.
        precision: how fine it is; None without interval.
        basis: what it rests on.
        span: the words it rests on, in characters of the report.
    """

    interval: Interval | None = None
    precision: Precision | None = None
    basis: Basis = Basis.UNKNOWN
    span: Span | None = None


UNDATED = Dating()
