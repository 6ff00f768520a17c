"""Words before a unit or day that tell which one is meant, shared by the rules for relative times."""

from dateline.lexicon.time_words import part_codes
from dateline.times.expressions import Anchor, Part, Portion
from dateline.times.patterns import PART, WS
from dateline.times.rules import Found

MODES = frozenset({"early", "earlier", "late", "later", "mid"})
DETERMINERS = {
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
DETERMINER = "|".join(
    WS.join(words.split()) for words in sorted(DETERMINERS, key=len, reverse=True)
)
DETERMINER_STARTS = frozenset(words.split()[0] for words in DETERMINERS)
TIME_OF_DAY = rf"(?:{WS}(?P<part>{PART}))?"


def part_of(word: str | None) -> Part | None:
    """The part of the day a word stands for."""
    return Part(part_codes()[word]) if word else None


def mode_of(found: Found) -> Portion | None:
    """ "earlier this month", "late last year"."""
    word = (found.piece("mode") or "").removesuffix(" on")
    return {
        "earlier": Portion.EARLIER,
        "later": Portion.LATER,
        "early": Portion.START,
        "late": Portion.END,
        "mid": Portion.MID,
    }.get(word)
