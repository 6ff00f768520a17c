"""Rules for seasons, quarters, decades and centuries."""

from dateline.lexicon.time_words import season_codes
from dateline.times.absolute import portion_of
from dateline.times.determiners import DETERMINERS
from dateline.times.expressions import Expression, Season, Years
from dateline.times.patterns import END, PORTION, SEASON, WS, YEAR
from dateline.times.rules import DIGIT, Found, Rule, rule

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
    meaning = Season(season_codes()[word], year, DETERMINERS[which][0] if which else None)
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


ERA_RULES: tuple[Rule, ...] = (
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
)
