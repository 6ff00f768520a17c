"""Rules for the clock: "3 a.m.", "09:30", "noon", "0930 GMT"."""

from dateline.times.expressions import Expression, Floating
from dateline.times.patterns import ABOUT, END, WS
from dateline.times.rules import DIGIT, Found, Rule, rule

_ZONE = rf"(?:{WS}(?:GMT|UTC|local{WS}time|Moscow{WS}time|Kyiv{WS}time|EST|EDT|CET))"
_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def _twelve(found: Found) -> Expression | None:
    hour, minute = found.number("hour") or 0, found.number("minute") or 0
    if not 1 <= hour <= 12 or minute > 59:
        return None
    if (found.piece("half") or "").startswith("p"):
        hour = hour % 12 + 12
    elif found.piece("half"):
        hour %= 12
    return Expression(span=found.span, meaning=Floating(), clock=f"T{hour:02}:{minute:02}")


def _twenty_four(found: Found) -> Expression | None:
    hour, minute = found.number("hour") or 0, found.number("minute") or 0
    if hour > 24 or minute > 59:
        return None
    return Expression(span=found.span, meaning=Floating(), clock=f"T{hour:02}:{minute:02}")


def _military(found: Found) -> Expression | None:
    """ "At 1400", "at 2230 on Monday": four digits, and "at" before them."""
    return _twenty_four(found) if found.before() in {"at", "around"} else None


def _named(found: Found) -> Expression | None:
    return Expression(span=found.span, meaning=Floating(), clock=_NAMED[found.piece("word") or ""])


_ABOUT = rf"(?:{ABOUT}{WS})?"
_STARTS = {DIGIT, "about", "around", "just", "nearly", "approximately"}
CLOCK_RULES: tuple[Rule, ...] = (
    rule(
        rf"{_ABOUT}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?:{WS}|-)?(?P<half>[ap]\.?m\b\.?){_ZONE}?(?!\w)",
        _STARTS,
        _twelve,
    ),
    rule(
        rf"{_ABOUT}(?P<hour>\d\d?):(?P<minute>\d\d)(?!\d)(?!:?\d)(?:{WS}?(?:hrs|hours))?{_ZONE}?{END}",
        _STARTS,
        _twenty_four,
    ),
    rule(
        rf"{_ABOUT}(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?:{_ZONE}|{WS}?(?:hrs|hours)){END}",
        _STARTS,
        _twenty_four,
    ),
    rule(
        rf"{_ABOUT}(?P<hour>\d\d?)(?:{WS}o'clock)(?P<half>(?!)x)?(?P<minute>(?!)x)?{END}",
        _STARTS,
        _twelve,
    ),
    rule(rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:{WS}hours)?{END}", {DIGIT}, _military),
    rule(rf"(?P<word>noon|midday|midnight){END}", _NAMED, _named),
)
