"""Rules for times counted from the report or from the story: "yesterday", "last month", "two days earlier"."""

from dateline.lexicon.time_words import (
    day_offsets,
    part_codes,
    season_codes,
    time_units,
    weekday_numbers,
)
from dateline.times.absolute import portion_of
from dateline.times.expressions import (
    Anchor,
    Expression,
    Floating,
    Literal,
    Meaning,
    Part,
    Portion,
    Repeated,
    Season,
    Shift,
    Weekday,
    Window,
    Years,
)
from dateline.times.patterns import (
    ABOUT,
    EARLY_LATE,
    END,
    NUMBER,
    PART,
    PORTION,
    SEASON,
    UNIT,
    VAGUE,
    WEEKDAY,
    WS,
    YEAR,
)
from dateline.times.quantities import COUNT_STARTS, count_of, period_value
from dateline.times.rules import DIGIT, Found, Rule, rule

_MODES = frozenset({"early", "earlier", "late", "later", "mid"})
_DETERMINERS = {
    "last": (-1, Anchor.REPORT),
    "past": (-1, Anchor.REPORT),
    "this": (0, Anchor.REPORT),
    "this past": (-1, Anchor.REPORT),
    "current": (0, Anchor.REPORT),
    "next": (1, Anchor.REPORT),
    "coming": (1, Anchor.REPORT),
    "the current": (0, Anchor.REPORT),
    "the past": (-1, Anchor.REPORT),
    "the coming": (1, Anchor.REPORT),
    "that": (0, Anchor.NARRATIVE),
    "that same": (0, Anchor.NARRATIVE),
    "this same": (0, Anchor.NARRATIVE),
    "the same": (0, Anchor.NARRATIVE),
    "same": (0, Anchor.NARRATIVE),
    "the previous": (-1, Anchor.NARRATIVE),
    "the preceding": (-1, Anchor.NARRATIVE),
    "the next": (1, Anchor.NARRATIVE),
    "the following": (1, Anchor.NARRATIVE),
}
_DETERMINER = "|".join(
    WS.join(words.split()) for words in sorted(_DETERMINERS, key=len, reverse=True)
)
_DETERMINER_STARTS = frozenset(words.split()[0] for words in _DETERMINERS)
_QUARTERS = {
    "first": "Q1",
    "second": "Q2",
    "third": "Q3",
    "fourth": "Q4",
    "1st": "Q1",
    "2nd": "Q2",
    "3rd": "Q3",
    "4th": "Q4",
}
_WINDOW_HOURS = 24


def part_of(word: str | None) -> Part | None:
    """The part of the day a word stands for."""
    return Part(part_codes()[word]) if word else None


def _mode(found: Found) -> Portion | None:
    """ "earlier this month", "late last year"."""
    word = (found.piece("mode") or "").removesuffix(" on")
    return {
        "earlier": Portion.EARLIER,
        "later": Portion.LATER,
        "early": Portion.START,
        "late": Portion.END,
        "mid": Portion.MID,
    }.get(word)


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
    meaning = Weekday(number, _DETERMINERS[which][0] if which else None)
    return Expression(span=found.span, meaning=meaning, part=part, portion=_mode(found))


def _near_day(found: Found) -> Expression | None:
    word = found.piece("word") or ""
    part = Part.NIGHT if word == "tonight" else part_of(found.piece("part"))
    return Expression(
        span=found.span, meaning=Shift("day", day_offsets()[word]), part=part, portion=_mode(found)
    )


def _part_of_near_day(found: Found) -> Expression | None:
    """ "last night", "this morning", "that afternoon", "the next morning"."""
    words = found.piece("which") or ""
    by, anchor = _DETERMINERS[words]
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


def _unit(found: Found) -> Expression | None:
    """ "last week", "earlier this month", "the same day", "the following year"."""
    by, anchor = _DETERMINERS[found.piece("which") or ""]
    word = found.piece("unit") or ""
    unit = "weekend" if word == "weekend" else time_units()[word].name
    if unit in {"second", "minute", "hour"}:
        return None
    words = found.piece("which") or ""
    if words.split()[-1] == "past" and unit in {"day", "week", "fortnight"}:
        days = {"day": 1, "week": 7, "fortnight": 14}[unit]
        return Expression(span=found.span, meaning=Window(days))
    if words in {"the past", "past"} and unit in {"month", "quarter", "decade"}:
        return None
    if unit == "day" and anchor is Anchor.REPORT:
        return None
    return Expression(span=found.span, meaning=Shift(unit, by, anchor), portion=_mode(found))


def _inside(found: Found) -> Expression | None:
    """ "earlier in the day", "later in the week", "the end of the year"."""
    unit = found.piece("unit") or ""
    anchor = Anchor.NARRATIVE if unit == "day" else Anchor.REPORT
    portion = _mode(found) if found.match["mode"] else portion_of(found.piece("portion"))
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


def _season(found: Found) -> Expression | None:
    """ "last summer", "the winter of 1994", "in spring"; never the verb or a fall of anything else."""
    word = found.piece("season") or ""
    which = found.piece("which")
    year = found.number("year")
    if not (which or year):
        led = found.before() in {"in", "since", "by", "until", "during", "this"} or (
            found.piece("the") is not None
            and found.before() in {"in", "during", "by", "over", "since"}
        )
        if not led or word == "fall" or found.after() in {"of", "to"}:
            return None
    meaning = Season(season_codes()[word], year, _DETERMINERS[which][0] if which else None)
    return Expression(span=found.span, meaning=meaning, portion=portion_of(found.piece("portion")))


def _quarter(found: Found) -> Expression | None:
    code = _QUARTERS.get(found.piece("number") or "", (found.piece("code") or "").upper())
    return Expression(span=found.span, meaning=Season(code, found.number("year")))


def _decade(found: Found) -> Expression | None:
    first = found.number("decade") or 0
    count = 100 if first % 100 == 0 and first < 1900 else 10
    value = str(first // count)
    return Expression(
        span=found.span,
        meaning=Years(first, count, value),
        portion=portion_of(found.piece("portion")),
    )


def _century(found: Found) -> Expression | None:
    number = found.number("number") or 0
    if not 11 <= number <= 21:
        return None
    first = (number - 1) * 100
    return Expression(
        span=found.span,
        meaning=Years(first, 100, str(number - 1)),
        portion=portion_of(found.piece("portion")),
    )


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
_TIME_OF_DAY = rf"(?:{WS}(?P<part>{PART}))?"
_MODE = rf"(?:(?P<mode>{EARLY_LATE}|mid){WS}|(?P<dashed>mid)-)?"
RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?P<mode>{EARLY_LATE}){WS})?(?:(?P<which>last|this{WS}past|this|next|coming|past){WS})?"
        rf"(?P<weekday>{WEEKDAY})(?P<plural>s)?(?!\w){_TIME_OF_DAY}(?!\w)",
        frozenset(weekday_numbers()) | _MODES | {"last", "this", "next", "coming", "past"},
        _weekday,
    ),
    rule(
        rf"(?:(?P<mode>{EARLY_LATE}){WS})?(?P<word>today|yesterday|tomorrow|tonight)(?!\w){_TIME_OF_DAY}(?!\w)",
        frozenset(day_offsets()) | _MODES,
        _near_day,
    ),
    rule(
        rf"(?:{EARLY_LATE}{WS})?(?P<which>last|this|that{WS}same|that|the{WS}same|the{WS}previous|the{WS}next|the{WS}following)"
        rf"{WS}(?P<part>{PART}){END}",
        _DETERMINER_STARTS | _MODES,
        _part_of_near_day,
    ),
    rule(
        rf"the{WS}(?P<what>day|night){WS}(?P<side>before|after)(?:{WS}(?P<word>yesterday|tomorrow|last))?{END}",
        {"the"},
        _beyond,
    ),
    rule(
        rf"{_MODE}(?P<which>{_DETERMINER}){WS}(?P<unit>{UNIT}|weekend)(?!s?\w){END}",
        _DETERMINER_STARTS | _MODES,
        _unit,
    ),
    rule(
        rf"(?:(?P<mode>early|earlier|late|later){WS}in|(?P<portion>{PORTION})){WS}the{WS}(?P<unit>day|week|month|year){END}",
        _MODES | {"the", "beginning", "start", "middle", "end"},
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
    rule(
        rf"(?:(?P<portion>{PORTION}){WS})?(?:(?P<which>last|this|next){WS}|(?P<the>the){WS})?"
        rf"(?P<season>{SEASON})(?!\w)(?:(?:{WS}of)?{WS}(?P<year>{YEAR}))?{END}",
        frozenset(season_codes()) | {"the", "last", "this", "next", "early", "late", "mid"},
        _season,
    ),
    rule(
        rf"(?:the{WS})?(?:(?P<number>first|second|third|fourth|[1-4](?:st|nd|rd|th))(?:{WS}|-)quarter|(?P<code>q[1-4]))"
        rf"(?:,?(?:{WS}of)?{WS}(?P<year>{YEAR}))?{END}",
        {"the", "first", "second", "third", "fourth", "q1", "q2", "q3", "q4", DIGIT},
        _quarter,
    ),
    rule(
        rf"(?:the{WS})?(?:(?P<portion>{PORTION})(?:{WS}|-))?(?P<decade>1[5-9]\d0|20\d0)'?s{END}",
        {"the", "early", "late", "mid", DIGIT},
        _decade,
    ),
    rule(
        rf"(?:the{WS})?(?:(?P<portion>{PORTION})(?:{WS}|-))?(?P<number>1\d|2[01])(?:st|th)(?:{WS}|-)century{END}",
        {"the", "early", "late", "mid", DIGIT},
        _century,
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
