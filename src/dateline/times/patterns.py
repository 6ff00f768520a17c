"""Fragments of regular expressions, made of the lexicon's words.

They match the body itself, not tokens: numbers and hyphens are cut too many ways. Every fragment is tried only where a token begins.
"""

import re
from collections.abc import Iterable

from dateline.lexicon.numbers import number_words
from dateline.lexicon.time_words import (
    holidays,
    month_numbers,
    part_codes,
    reference_words,
    season_codes,
    time_units,
    vague_counts,
    weekday_names,
    weekday_numbers,
)

WS = r"(?: +(?:\n *)?|\n *)"  # never across a blank line
END = r"(?!\w)(?![.,:/]\d)"  # not inside a word or a longer number
DASH = r"(?:-|–|—)"


def spaced(words: Iterable[str]) -> str:
    """Alternatives, longest first; a space in a phrase stands for any white space inside a paragraph."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(WS.join(re.escape(piece) for piece in word.split()) for word in longest)


_FULL_MONTHS = [
    word for word in month_numbers() if len(word) > 4 or word in {"may", "june", "july"}
]
_SHORT_MONTHS = [word for word in month_numbers() if word not in _FULL_MONTHS]
_SHORT_DAYS = [word for word in weekday_numbers() if word not in weekday_names()]
_NUMBER_WORDS = [
    word
    for name in ("ones", "tens", "scales")
    for word in number_words(name)
    if word not in {"a", "an"}
]

MONTH = rf"(?:(?:{spaced(_FULL_MONTHS)})(?!\w)|(?:{spaced(_SHORT_MONTHS)})(?!\w)\.?)"
WEEKDAY = rf"(?:{spaced(weekday_names())})"
ANY_WEEKDAY = rf"(?:{WEEKDAY}(?!\w)|(?:{spaced(_SHORT_DAYS)})(?!\w)\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL_DAY = rf"{DAY}(?:st|nd|rd|th)"
YEAR = r"(?:1\d{3}|2[01]\d\d)"
PART = rf"(?:{spaced(part_codes())})"
SEASON = rf"(?:{spaced(season_codes())})"
UNIT = rf"(?:{spaced(time_units())})"
HOLIDAY = rf"(?:{spaced(holidays())})"
REFERENCE = rf"(?:{spaced(reference_words())})"
_WORD = rf"(?:{spaced(_NUMBER_WORDS)})"
NUMBER = (
    rf"(?:\d{{1,9}}(?:[.,]\d{{1,9}}){{0,4}}|{_WORD}(?:(?:-|{WS}(?:and{WS})?){_WORD}){{0,8}}"
    rf"|an?{WS}(?:hundred|thousand|dozen|million|couple{WS}of|couple)"
    rf"|half{WS}an?|an?)"
)
VAGUE = rf"(?:{spaced(vague_counts())})"
ABOUT = (
    rf"(?:about|around|almost|nearly|roughly|approximately|over|some|just(?:{WS}over)?|at{WS}least|up{WS}to"
    rf"|(?:no{WS})?(?:more|less|fewer){WS}than|the)"
)
EARLY_LATE = rf"(?:early|earlier|late|later)(?:{WS}on)?"
PORTION = rf"(?:the{WS})?(?:early|late|mid|beginning{WS}of|start{WS}of|middle{WS}of|end{WS}of)"
