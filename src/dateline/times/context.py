"""What an expression is resolved against: the report's date, and what the text has named so far."""

from dataclasses import dataclass
from datetime import date

from dateline.model.times import Basis, Interval, Precision, Timex
from dateline.times.tense import Tense

_DAYS = frozenset({Precision.DAY})
_DATED = frozenset(
    {Precision.DAY, Precision.NIGHT, Precision.DAYS, Precision.MONTH, Precision.WEEK}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where an expression stands in time.

    Attributes:
        reference: the day relative times are counted from; None when the report gives none.
        basis: RELATIVE when that is the publication date, DATELINE when it is the dateline's.
        story: times already resolved, in the order of the text.
        own: those of ``story`` in the expression's own sentence, on either side of it; only for parts of the day.
        tense: how the time is told.
        chronicle: the text tells of other years than the report's, so that a date without a year takes the story's.
    """

    reference: date | None
    basis: Basis
    story: tuple[Timex, ...] = ()
    own: tuple[Timex, ...] = ()
    tense: Tense = Tense.OPEN
    chronicle: bool = False

    def last_day(self) -> date | None:
        """The last single day named before the expression."""
        return self._last(_DAYS)

    def last_dated(self) -> date | None:
        """The first day of the last time named before the expression that is no coarser than a month."""
        return self._last(_DATED)

    def last_year(self) -> int | None:
        """The year of the last time named before the expression."""
        found = self._last(_DATED | {Precision.YEAR})
        return found.year if found else None

    def _counts(self, timex: Timex) -> bool:
        """In a chronicle, what is counted from the report is no part of the story."""
        return not (self.chronicle and timex.basis in {Basis.RELATIVE, Basis.DATELINE})

    def _last(self, precisions: frozenset[Precision]) -> date | None:
        for timex in reversed(self.story):
            counts = self._counts(timex) and timex.precision in precisions
            if counts and timex.interval is not None:
                return timex.interval.start
        return None


@dataclass(frozen=True, slots=True)
class Days:
    """What an expression comes to.

    Attributes:
        value: TIMEX3 value, X for what is not known; None where there is none.
        interval: the days; None when they stay open.
        precision: how fine the interval is.
        basis: what it rests on.
    """

    value: str | None
    interval: Interval | None = None
    precision: Precision | None = None
    basis: Basis = Basis.UNKNOWN

    @classmethod
    def single(cls, day: date, basis: Basis) -> "Days":
        """One day."""
        return cls(day.isoformat(), Interval.days(day), Precision.DAY, basis)
