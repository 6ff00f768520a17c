"""Rules for days counted from the report or from the story: weekdays, "yesterday", "last night", "overnight"."""

from dateline.lexicon.time_words import day_offsets, part_codes, weekday_names, weekday_numbers
from dateline.times.determiners import (
    DETERMINER_STARTS,
    DETERMINERS,
    MODES,
    TIME_OF_DAY,
    mode_of,
    part_of,
)
from dateline.times.expressions import (
    Anchor,
    Expression,
    Floating,
    Part,
    Repeated,
    Shift,
    Weekday,
)
from dateline.times.patterns import EARLY_LATE, END, PART, WEEKDAY, WS
from dateline.times.rules import Found, Rule, rule

_AFTER_OVERNIGHT = frozenset(
    {
        "on",
        "in",
        "and",
        "from",
        "to",
        "into",
        "at",
        "by",
        "with",
        "over",
        "near",
        "that",
        "as",
        "after",
    }
    | {
        "but",
        "while",
        "when",
        "of",
        "for",
        "against",
        "the",
        "a",
        "an",
        "between",
        "using",
        "including",
    }
    | {
        "killing",
        "injuring",
        "wounding",
        "leaving",
        "causing",
        "across",
        "amid",
        "following",
        "he",
        "she",
    }
    | {
        "it",
        "they",
        "we",
        "said",
        "says",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "also",
        "two",
    }
)


def _weekday(found: Found) -> Expression | None:
    """ "early Wednesday", "last Friday", "Monday night", "Mondays"."""
    word = found.piece("weekday") or ""
    which = found.piece("which")
    surface = found.match["weekday"]
    if surface.islower() and not (which or found.before() in {"on", "since", "until", "by"}):
        return None
    number = weekday_numbers()[word]
    part = part_of(found.piece("part"))
    if found.match["plural"] or (found.piece("part") or "").endswith("s"):
        value = f"XXXX-WXX-{number}" + (f"T{part}" if part else "")
        return Expression(span=found.span, meaning=Repeated(value))
    meaning = Weekday(number, DETERMINERS[which][0] if which else None)
    return Expression(span=found.span, meaning=meaning, part=part, portion=mode_of(found))


def _near_day(found: Found) -> Expression | None:
    word = found.piece("word") or ""
    part = Part.NIGHT if word == "tonight" else part_of(found.piece("part"))
    return Expression(
        span=found.span,
        meaning=Shift("day", day_offsets()[word]),
        part=part,
        portion=mode_of(found),
    )


def _part_of_near_day(found: Found) -> Expression | None:
    """ "last night", "this morning", "that afternoon", "the next morning"."""
    words = found.piece("which") or ""
    by, anchor = DETERMINERS[words]
    return Expression(
        span=found.span, meaning=Shift("day", by, anchor), part=part_of(found.piece("part"))
    )


def _beyond(found: Found) -> Expression | None:
    """ "the day before yesterday", "the day after tomorrow", "the day before", "the night before"."""
    side = found.piece("side") or ""
    by = -1 if side == "before" else 1
    part = Part.NIGHT if found.piece("what") == "night" else None
    word = found.piece("word")
    if word:
        return Expression(span=found.span, meaning=Shift("day", 2 * by), part=part)
    if found.after()[:1].isalnum():
        return None
    return Expression(span=found.span, meaning=Shift("day", by, Anchor.NARRATIVE), part=part)


def _overnight(found: Found) -> Expression | None:
    following = found.after()
    attributive = following[:1].isalpha() and following.lower() not in _AFTER_OVERNIGHT
    return Expression(
        span=found.span, meaning=Floating(attributive=attributive), part=Part.OVERNIGHT
    )


def _part_of_some_day(found: Found) -> Expression | None:
    """ "at dawn", "the night", "the early hours", which a day may follow."""
    word = found.piece("part") or ""
    if "hours" in word:
        part: Part | None = Part.MORNING
    else:
        part = part_of(word)
    alone = found.before() in {"at", "before", "by", "until", "after", "around"} or (
        found.before() in {"in", "during"} and (found.piece("part") or "").endswith("hours")
    )
    return Expression(span=found.span, meaning=Floating(alone=alone), part=part)


DAY_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?P<mode>{EARLY_LATE}){WS})?(?:(?P<which>last|this{WS}past|this|next|coming|past){WS})?"
        rf"(?P<weekday>{WEEKDAY})(?P<plural>s)?(?!\w){TIME_OF_DAY}(?!\w)",
        frozenset(weekday_numbers())
        | {f"{day}s" for day in weekday_names()}
        | MODES
        | {"last", "this", "next", "coming", "past"},
        _weekday,
    ),
    rule(
        rf"(?:(?P<mode>{EARLY_LATE}){WS})?(?P<word>today|yesterday|tomorrow|tonight)(?!\w){TIME_OF_DAY}(?!\w)",
        frozenset(day_offsets()) | MODES,
        _near_day,
    ),
    rule(
        rf"(?:{EARLY_LATE}{WS})?(?P<which>last|this|that{WS}same|that|the{WS}same|the{WS}previous|the{WS}next|the{WS}following)"
        rf"{WS}(?P<part>{PART}){END}",
        DETERMINER_STARTS | MODES,
        _part_of_near_day,
    ),
    rule(
        rf"the{WS}(?P<what>day|night){WS}(?P<side>before|after)(?:{WS}(?P<word>yesterday|tomorrow|last))?{END}",
        {"the"},
        _beyond,
    ),
    rule(rf"overnight{END}", {"overnight"}, _overnight),
    rule(
        rf"(?:the{WS})?(?P<part>(?:early|small){WS}(?:morning{WS})?hours){END}",
        {"the", "early", "small"},
        _part_of_some_day,
    ),
    rule(
        rf"(?:the{WS}|early{WS}|late{WS})?(?P<part>night|evening|afternoon|morning|dawn|daybreak|sunrise|dusk|sunset|nightfall){END}",
        frozenset(part_codes()) | {"the", "early", "late"},
        _part_of_some_day,
    ),
)
