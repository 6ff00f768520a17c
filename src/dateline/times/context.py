"""What an expression is resolved against: the report's date, and what the text has named so far."""

from dataclasses import dataclass
from datetime import date

from dateline.model.times import Basis, Precision, Timex
from dateline.times.tense import Tense

_DAYS = frozenset({Precision.DAY})
_DATED = frozenset({Precision.DAY, Precision.NIGHT, Precision.DAYS, Precision.MONTH, Precision.WEEK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where an expression stands in time.

    Attributes:
        reference: the day relative times are counted from; None when the report gives none.
        basis: RELATIVE when that is the publication date, DATELINE when it is the dateline's.
        story: times already resolved, in the order of the text.
        sentence: how many of ``story``, from its end, stand in the expression's own sentence.
        tense: how the time is told.
        chronicle: the text tells of other years than the report's, so that a date without a year takes the story's.
    """

    reference: date | None
    basis: Basis
    story: tuple[Timex, ...] = ()
    sentence: int = 0
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

    def own_sentence(self) -> tuple[Timex, ...]:
        """The times named before in the same sentence."""
        return self.story[len(self.story) - self.sentence :]

    def _last(self, precisions: frozenset[Precision]) -> date | None:
        for timex in reversed(self.story):
            if timex.interval is not None and timex.precision in precisions:
                return timex.interval.start
        return None


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression's days before its part of the day is looked at.

    Attributes:
        value: TIMEX3 value.
    """

    value: str | None
    start: date | None = None
