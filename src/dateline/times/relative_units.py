"""Rules for weeks, months and years counted off: "last month", "two days earlier", "the past 24 hours"."""

from dateline.lexicon.time_words import time_units
from dateline.times.absolute import portion_of
from dateline.times.determiners import DETERMINER, DETERMINER_STARTS, DETERMINERS, MODES, mode_of
from dateline.times.expressions import Anchor, Expression, Literal, Meaning, Shift, Window
from dateline.times.patterns import ABOUT, EARLY_LATE, END, NUMBER, PORTION, UNIT, VAGUE, WS
from dateline.times.quantities import COUNT_STARTS, count_of, period_value
from dateline.times.rules import Found, Rule, rule

_WINDOW_HOURS = 24
_MODE = rf"(?:(?P<mode>{EARLY_LATE}|mid){WS}|(?P<dashed>mid)-)?"


def _unit(found: Found) -> Expression | None:
    """ "last week", "earlier this month", "the same day", "the following year"."""
    by, anchor = DETERMINERS[found.piece("which") or ""]
    word = found.piece("unit") or ""
    unit = "weekend" if word == "weekend" else time_units()[word].name
    if unit in {"second", "minute", "hour"} or word.endswith("s"):
        return None
    words = found.piece("which") or ""
    if words.split()[-1] == "past" and unit in {"day", "week", "fortnight"}:
        days = {"day": 1, "week": 7, "fortnight": 14}[unit]
        return Expression(span=found.span, meaning=Window(days))
    if words in {"the past", "past"} and unit in {"month", "quarter", "decade"}:
        return None
    if unit == "day" and anchor is Anchor.REPORT:
        return None
    return Expression(span=found.span, meaning=Shift(unit, by, anchor), portion=mode_of(found))


def _inside(found: Found) -> Expression | None:
    """ "earlier in the day", "later in the week", "the end of the year"."""
    unit = found.piece("unit") or ""
    anchor = Anchor.NARRATIVE if unit == "day" else Anchor.REPORT
    portion = mode_of(found) if found.match["mode"] else portion_of(found.piece("portion"))
    return Expression(span=found.span, meaning=Shift(unit, 0, anchor), portion=portion)


def _weekend(found: Found) -> Expression | None:
    return Expression(span=found.span, meaning=Shift("weekend", 0))


def _counted(found: Found) -> Expression | None:
    """ "two days ago", "a year earlier", "three weeks later", "several years ago"."""
    unit = time_units()[found.piece("unit") or ""]
    side = found.piece("side") or ""
    sign = 1 if side in {"later", "from now", "hence", "afterwards", "after that"} else -1
    near = side in {"ago", "from now", "hence"}
    count = count_of(found.piece("count"))
    if not isinstance(count, int):
        meaning: Meaning = Literal("PAST_REF" if sign < 0 else "FUTURE_REF")
        return Expression(span=found.span, meaning=meaning)
    anchor = Anchor.REPORT if near else Anchor.NARRATIVE
    if unit.name == "hour" and count % _WINDOW_HOURS == 0 and count:
        return Expression(
            span=found.span,
            meaning=Shift("day", sign * count // _WINDOW_HOURS, anchor, counted=True),
        )
    return Expression(span=found.span, meaning=Shift(unit.name, sign * count, anchor, counted=True))


def _window(found: Found) -> Expression | None:
    """ "the past 24 hours", "recent weeks", "the last two months", "the coming days"."""
    unit = time_units()[found.piece("unit") or ""]
    side = (found.piece("side") or "").split()[-1]
    words = found.piece("count")
    if words is None:
        plural = (found.piece("unit") or "").endswith("s")
        if not plural:
            return None
        value = "FUTURE_REF" if side in {"coming", "next", "following"} else "PAST_REF"
        return Expression(span=found.span, meaning=Literal(value))
    count = count_of(words)
    hours = {"hour": 1, "day": 24, "night": 24, "week": 168}.get(unit.name, 0)
    past = side in {"past", "last", "previous", "preceding", "recent"}
    if past and isinstance(count, int) and hours * count >= _WINDOW_HOURS:
        return Expression(span=found.span, meaning=Window(-(-hours * count // _WINDOW_HOURS)))
    return period_value(found.span, count, unit)


UNIT_RULES: tuple[Rule, ...] = (
    rule(
        rf"{_MODE}(?P<which>{DETERMINER}){WS}(?P<unit>{UNIT}|weekend)(?!s?\w){END}",
        DETERMINER_STARTS | MODES,
        _unit,
    ),
    rule(
        rf"(?:(?P<mode>early|earlier|late|later){WS}in|(?P<portion>{PORTION})){WS}the{WS}(?P<unit>day|week|month|year){END}",
        MODES | {"the", "beginning", "start", "middle", "end"},
        _inside,
    ),
    rule(rf"the{WS}weekend{END}", {"the"}, _weekend),
    rule(
        rf"(?:{ABOUT}{WS})?(?:(?P<count>{NUMBER}|{VAGUE})(?:{WS}|-))?(?P<unit>{UNIT}){WS}"
        rf"(?P<side>ago|earlier|later|previously|afterwards|from{WS}now|hence){END}",
        COUNT_STARTS | frozenset(time_units()),
        _counted,
    ),
    rule(
        rf"(?:the{WS})?(?P<side>last|past|previous|preceding|next|coming|following|recent|first){WS}"
        rf"(?:(?P<count>{NUMBER}|{VAGUE})(?:{WS}|-))?(?P<unit>{UNIT}){END}",
        {
            "the",
            "last",
            "past",
            "previous",
            "preceding",
            "next",
            "coming",
            "following",
            "recent",
            "first",
        },
        _window,
    ),
)
