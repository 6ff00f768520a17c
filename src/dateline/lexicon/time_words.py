"""Words of time expressions, as typed tables."""

from dataclasses import dataclass
from functools import cache

from dateline.lexicon.tables import table


@dataclass(frozen=True, slots=True)
class TimeUnit:
    """A unit of time as TIMEX3 writes it.

    Attributes:
        name: the word, singular.
        letter: its letter in an ISO 8601 period.
        size: how many of that letter one unit is (a decade is ten years).
        clock: "T" for hours, minutes and seconds, else empty.
    """

    name: str
    letter: str
    size: int
    clock: str


@cache
def month_numbers() -> dict[str, int]:
    """Names and abbreviations of months, lower case, to 1–12."""
    return {word: number for word, number in table("time_words")["months"].items() if word != "why"}


@cache
def weekday_numbers() -> dict[str, int]:
    """Names and abbreviations of weekdays to 1–7, Monday first."""
    rows = table("time_words")
    return {**rows["weekdays"], **rows["weekday_abbreviations"]["words"]}


@cache
def weekday_names() -> frozenset[str]:
    """The full names; an abbreviation is a weekday only beside a date."""
    return frozenset(table("time_words")["weekdays"])


@cache
def season_codes() -> dict[str, str]:
    """Seasons to SP, SU, FA, WI."""
    rows: dict[str, str] = table("time_words")["seasons"]
    return rows


@cache
def part_codes() -> dict[str, str]:
    """Parts of the day to MO, AF, EV, NI."""
    rows: dict[str, str] = table("time_words")["parts"]["words"]
    return rows


@cache
def time_units() -> dict[str, TimeUnit]:
    """Units by their word, singular and plural."""
    found: dict[str, TimeUnit] = {}
    for name, (letter, size, clock) in table("time_words")["units"]["words"].items():
        unit = TimeUnit(name, letter, size, clock)
        found[name] = unit
        found["centuries" if name == "century" else f"{name}s"] = unit
    return found


@cache
def day_offsets() -> dict[str, int]:
    """ "yesterday" and the like to days from the day of publication."""
    rows: dict[str, int] = table("time_words")["days"]["words"]
    return rows


@cache
def set_values() -> dict[str, str]:
    """ "daily" and the like to the value of a TIMEX3 SET."""
    rows: dict[str, str] = table("time_words")["sets"]["words"]
    return rows


@cache
def holidays() -> dict[str, tuple[int, int]]:
    """Holidays of a fixed day to month and day."""
    return {
        name: (month, day)
        for name, (month, day) in table("time_words")["holidays"]["words"].items()
    }


@cache
def reference_words() -> dict[str, str]:
    """Words for past, present and future as such to PAST_REF, PRESENT_REF, FUTURE_REF."""
    rows = table("time_words")["references"]
    return {
        word: f"{name.upper()}_REF" for name in ("past", "present", "future") for word in rows[name]
    }


@cache
def vague_counts() -> tuple[str, ...]:
    """Counts too vague to be numbers, longest first."""
    return tuple(sorted(table("time_words")["vague_counts"]["words"], key=len, reverse=True))


@cache
def tense_cues(name: str) -> frozenset[str]:
    """Words that tell what a time is told about: ``future_cues``, ``past_cues``, ``governors``, ``not_past``."""
    return frozenset(table("time_words")[name]["words"])


@cache
def guard_words(name: str) -> frozenset[str]:
    """Words that tell a month or year from its false friends: ``month_leads``, ``year_leads``, ``not_years``, ``counted``."""
    return frozenset(table("time_words")[name]["words"])
