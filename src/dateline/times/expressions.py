"""What time expressions mean before anyone knows when the report appeared.

The grammar finds these, :mod:`dateline.times.anchor` turns them into days. Nothing here depends on the other, so that
either can be replaced.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from dateline.model.spans import Span


class Anchor(StrEnum):
    """What a relative time is counted from."""

    REPORT = "report"  # the publication date
    NARRATIVE = "narrative"  # the last day the text named


class Portion(StrEnum):
    """Which part of a month, year or the like; names as TIMEX3 ``mod`` where it has one."""

    START = "START"
    MID = "MID"
    END = "END"
    EARLIER = "EARLIER"  # up to the reference day
    LATER = "LATER"  # from the reference day on


class Part(StrEnum):
    """Part of the day, TIMEX3 codes; two nights more that TIMEX3 writes as NI."""

    MORNING = "MO"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    OVERNIGHT = "ON"  # the night before the day named, or after it
    INTO = "IN"  # the night that ends on the day named ("overnight into Wednesday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A calendar date, whole or in part ("April 24", "April 2022", "2014", "the 24th").

    Attributes:
        year: with century.
        month: 1–12.
        day: 1–31.
        weekday: 1–7 when the text names it beside the date.
        which: -1 last, 0 this, 1 next ("last April", "June next year").
        whole_year: whether ``which`` counts years ("June last year") and not occurrences ("last June").
        of_story: whether those years are counted from the story's ("June of that year").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    whole_year: bool = False
    of_story: bool = False


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A numeric date that can be read two ways ("03/04/2024")."""

    readings: tuple[Calendar, ...]


@dataclass(frozen=True, slots=True)
class Weekday:
    """ "Wednesday", "last Friday", "Monday last week".

    Attributes:
        number: 1–7, Monday first.
        which: -1 last, 0 this, 1 next, None bare.
        week: weeks from the report's week, when the text counts so.
    """

    number: int
    which: int | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after something: "yesterday", "last month", "two days earlier".

    Attributes:
        unit: singular word of ``time_words.yml``, or "weekend".
        by: how many units, negative for the past.
        anchor: what it is counted from.
        counted: counted off ("a week ago") rather than the unit of the calendar ("last week").
    """

    unit: str
    by: int
    anchor: Anchor = Anchor.REPORT
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """So many days up to the reference day: "the past 24 hours"."""

    days: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season or quarter: ``code`` SP, SU, FA, WI or Q1–Q4."""

    code: str
    year: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or century: from year ``first`` on, as TIMEX3 shortens it ("199")."""

    first: int
    count: int
    value: str


@dataclass(frozen=True, slots=True)
class Literal:
    """What needs no anchor: PAST_REF and the like."""

    value: str


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time; no date."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times; no date."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Floating:
    """A part of some day the expression does not name ("at dawn", "overnight", "3 a.m.").

    Attributes:
        attributive: stands before a noun ("overnight strikes"), which tells less about the day.
        alone: is a time even when no day stands beside it ("at dawn").
    """

    attributive: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """From one day, month or year to another, both included."""

    first: "Day"
    last: "Day"


Day: TypeAlias = Calendar | Weekday | Shift
Meaning: TypeAlias = (
    Day | Ambiguous | Window | Season | Years | Literal | Period | Repeated | Floating | Range
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A stretch of the body and what it means.

    Attributes:
        span: its characters in the body.
        meaning: what it names.
        part: part of the day.
        portion: part of the month, year or the like.
        clock: time of the clock as TIMEX3 writes it ("T09:30").
    """

    span: Span
    meaning: Meaning
    part: Part | None = None
    portion: Portion | None = None
    clock: str | None = None
