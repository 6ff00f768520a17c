"""What tells a month from a verb and a year from any other number."""

from functools import lru_cache

from dateline.lexicon.time_words import guard_words
from dateline.model.texts import Text
from dateline.times.rules import Found

_VERBS = frozenset({"may", "march", "mar", "dec", "sep", "jan"})  # other words or names as well
_CAPITALS_SHARE = 0.7


@lru_cache(maxsize=8)
def _capitals(body: str) -> bool:
    letters = [c for c in body[:4000] if c.isalpha()]
    return sum(c.isupper() for c in letters) > _CAPITALS_SHARE * max(len(letters), 1)


def in_capitals(text: Text) -> bool:
    """Whether the whole text is in capitals, as wires once were."""
    return _capitals(text.body)


def is_month(found: Found, *, dated: bool, led: bool = False) -> bool:
    """Whether a month's name means the month.

    Args:
        found: the match, with the group ``month``.
        dated: a day or year stands beside it.
        led: "last", "early" or the like stands before it.
    """
    surface = found.match["month"]
    word = surface.lower().rstrip(".")
    tricky = word in _VERBS
    if dated:
        return not (tricky and surface.islower())
    if surface.islower() or (len(word) <= 4 and word not in {"may", "june", "july"} and not led):
        return word not in _VERBS and len(word) > 4 and found.before() in guard_words("month_leads")
    if word in {"may", "march"} and in_capitals(found.text):
        return led and word == "march"
    if led or found.before() in guard_words("month_leads"):
        return True
    if tricky or found.opens_sentence():
        return False
    return not _looks_like_name(found)


def _looks_like_name(found: Found) -> bool:
    """ "April Smith", "the August Revolution": a capital right after, or a name right before."""
    index = found.token
    earlier = found.text.tokens[index - 1].text if index else ""
    return found.after()[:1].isupper() or (earlier[:1].isupper() and len(earlier) > 1)


def is_year(found: Found, *, led: bool) -> bool:
    """Whether four digits are a year: by what stands before and after them."""
    year = found.number("year") or 0
    before, following = found.before(), found.after().lower()
    if (
        following in guard_words("counted")
        or before in guard_words("not_years")
        or before.endswith("-")
    ):
        return False
    if led:
        return True
    if 1900 <= year < 2100:
        return (
            before in guard_words("year_leads")
            or before in guard_words("month_leads")
            or not following[:1].isalnum()
            or not before[:1].isalpha()
            or (_is_lower(found) and not following.endswith("s"))
        )
    return before in {"in", "since", "of", "by", "from", "until"} and not following[:1].isalpha()


def _is_lower(found: Found) -> bool:
    """Whether a common word stands before ("his unsuccessful 1996 campaign")."""
    return found.token > 0 and found.text.tokens[found.token - 1].text.islower()


def two_digit_year(found: Found) -> int | None:
    """ "3 JAN 90": only where nothing that could be counted follows."""
    digits = found.number("short")
    following = found.after()
    if digits is None or following[:1].isalnum() or following in {"%", "$"}:
        return None
    return digits + (1900 if digits >= 50 else 2000)
