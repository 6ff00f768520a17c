"""Problems found, vocabularies, and the checks that several parts share."""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Json = dict[str, Any]

VOCABULARY: dict[str, list[str]] = json.loads(
    Path(__file__).resolve().parents[1].joinpath("vocabulary.json").read_text(encoding="utf-8")
)
COUNTS = ("killed", "injured", "intercepted")
AHEAD = ("threatened", "planned")
MUTE = ("denied", "unknown")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass
class Check:
    """Problems, which fail, and warnings, which are for a coder's eye."""

    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def need(self, condition: object, where: str, what: str) -> None:
        """Note a problem unless the condition holds."""
        if not condition:
            self.problems.append(f"{where}: {what}")

    def warn(self, condition: object, where: str, what: str) -> None:
        """Note a warning if the condition holds."""
        if condition:
            self.warnings.append(f"{where}: {what}")

    def one_of(self, value: object, name: str, where: str) -> None:
        """Note a problem unless the value stands in the vocabulary of that name."""
        allowed = VOCABULARY[name]
        self.need(value in allowed, where, f"{name} {value!r} is not one of {', '.join(allowed)}")

    def known(self, value: object, allowed: Collection[object], where: str, what: str) -> None:
        """Note a problem unless the value is one of those that exist."""
        self.need(value in allowed, where, f"{what} {value!r} does not exist")

    def spans(self, text: str, rows: Iterable[Json], where: str) -> None:
        """Every row's words stand at its offsets of the text."""
        for row in rows:
            start, end = row.get("start"), row.get("end")
            whole = isinstance(start, int) and isinstance(end, int)
            found = text[start:end] if whole and 0 <= start < end <= len(text) else None  # type: ignore[operator]
            self.need(
                found == row.get("text"),
                where,
                f"says {row.get('text')!r} at {start}–{end}, where the text has {found!r}",
            )
            self.need(
                found is None or found == found.strip(),
                where,
                f"{found!r} begins or ends in white space",
            )


def day(value: object) -> date | None:
    """The date of an ISO day, or None."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def check_days(check: Check, told: Json | None, where: str, published: date, stage: str) -> None:
    """Both ends, in order, and not after publication unless the attack is still to come."""
    if told is None:
        return
    one, other = day(told.get("from")), day(told.get("to"))
    if one is None or other is None or one > other:
        check.need(
            condition=False, where=where, what=f"date {told} needs two ISO days in order, or null"
        )
        return
    late = one > published and stage not in AHEAD
    check.need(not late, where, f"date {told} lies after publication on {published}")


def check_weekday(check: Check, time: Json, where: str) -> None:
    """A weekday that the words name lies within the days coded."""
    one, other = day(time.get("from")), day(time.get("to"))
    if one is None or other is None or one > other:
        return
    covered = {(one + timedelta(n)).weekday() for n in range(min((other - one).days, 6) + 1)}
    words = time["text"].casefold()
    named = {n for n, name in enumerate(_WEEKDAYS) if re.search(rf"\b{name}\b", words)}
    check.need(
        not named or named & covered,
        where,
        f"{time['text']!r} names a weekday outside {one} to {other}",
    )


def value_fits(name: str, value: Any, stance: str) -> bool:  # noqa: ANN401 -- any JSON value
    """Whether a value is of the kind its field takes; null only with the stance ``unknown``."""
    if value is None:
        return stance == "unknown"
    if name == "occurrence":
        return isinstance(value, bool)
    if name in {"target", "effect"}:
        return value in VOCABULARY[name]
    if name in {"attacker", "quantity"}:
        return isinstance(value, str) and bool(value.strip())
    return _is_count(value) or value == "some" or (value == "all" and name == "intercepted")


def _is_count(value: Any) -> bool:  # noqa: ANN401 -- any JSON value
    """A whole number or a range of two, one end of which may be open."""
    ends = value if isinstance(value, list) else [value]
    told = [end for end in ends if end is not None]
    whole = all(isinstance(end, int) and not isinstance(end, bool) and end >= 0 for end in told)
    return (
        bool(told) and whole and told == sorted(told) and len(ends) == 1 + isinstance(value, list)
    )


def compatible(one: Any, other: Any) -> bool:  # noqa: ANN401 -- any JSON value
    """Whether two figures may both hold of one attack."""
    if {"some", "all"} & {str(one), str(other)}:
        return 0 not in (one, other)
    (a, b), (c, d) = (v if isinstance(v, list) else [v, v] for v in (one, other))
    infinite = float("inf")
    return (a or 0) <= (infinite if d is None else d) and (c or 0) <= (infinite if b is None else b)
