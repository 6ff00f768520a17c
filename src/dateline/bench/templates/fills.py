"""String fills of a text: mentions of a role, gathered into things and people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

from dateline.model.signals import Signals
from dateline.model.spans import Span

LEAST = 0.55
"""Least score of a fill; this and the two below were found best on MUC-4's development part."""
LEAST_OF = {"perp-org": 0.5, "instrument": 0.5}
"""The same of roles whose names are told from others more easily."""
REPEATED = 0.03
"""What each natural logarithm of a fill's number of mentions adds to its score."""
_DETERMINERS = frozenset({"a", "an", "the", "some", "several", "his", "her", "their", "its"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """Something that fills a slot, with all its mentions.

    Attributes:
        role: of MUC-4's string fills.
        words: its most certain mention, as printed, blanks made single.
        mentions: where it stands, in the order of the text.
        score: of its most certain mention.
    """

    role: str
    words: str
    mentions: tuple[Span, ...]
    score: float


def find_fills(body: str, signals: Signals) -> tuple[Fill, ...]:
    """The fills of a text that are sure enough, in the order of their first mentions.

    Args:
        body: the text.
        signals: what the encoder made of it.
    """
    found: list[Fill] = []
    for signal in signals.spans("muc"):
        words = _plain(signal.span.of(body))
        if not words:
            continue
        fill = Fill(role=signal.label, words=words, mentions=(signal.span,), score=signal.score)
        at = next((n for n, other in enumerate(found) if _same(body, other, fill)), None)
        if at is None:
            found.append(fill)
        else:
            found[at] = _joined(found[at], fill)
    return tuple(f for f in found if _sure(f))


def _sure(fill: Fill) -> bool:
    return fill.score + REPEATED * log(len(fill.mentions)) >= LEAST_OF.get(fill.role, LEAST)


def _plain(words: str) -> str:
    return " ".join(words.replace('"', " ").split()).strip(" ,.;:[]()")


def _content(words: str) -> tuple[str, ...]:
    return tuple(w for w in words.lower().replace(",", " ").split() if w not in _DETERMINERS)


def _same(body: str, one: Fill, other: Fill) -> bool:
    if one.role != other.role:
        return False
    first, second = _content(one.words), _content(other.words)
    if not first or not second:
        return False
    if first == second or _is_alias(body, one, other):
        return True
    short, long = sorted((first, second), key=len)
    if one.role in {"perp-org", "hum-tgt", "place"} and len(short) == 1:
        return long[-1] == short[0] and len(long) <= 3
    return long[-len(short) :] == short


def _is_alias(body: str, one: Fill, other: Fill) -> bool:
    """ "Popular Front [PF]": the short form stands in brackets right behind the long one."""
    for a in one.mentions:
        for b in other.mentions:
            gap = body[a.end : b.start] if a.end <= b.start else ""
            if gap.strip() in {"[", "("} and len(gap) <= 3:
                return True
    return False


def _joined(one: Fill, other: Fill) -> Fill:
    better = other if other.score > one.score + 0.05 or _names_more(one, other) else one
    return replace(
        one,
        words=better.words,
        mentions=(*one.mentions, *other.mentions),
        score=max(one.score, other.score),
    )


def _names_more(one: Fill, other: Fill) -> bool:
    return len(_content(other.words)) > len(_content(one.words)) and other.score >= one.score - 0.1


def chances(signals: Signals, head: str, spans: Sequence[Span]) -> dict[str, float]:
    """Mean probabilities of a head's classes over some spans."""
    sums: dict[str, float] = {}
    for span in spans:
        for name, chance in signals.sort(head, span):
            sums[name] = sums.get(name, 0.0) + chance / len(spans)
    return sums


def best(signals: Signals, head: str, spans: Sequence[Span]) -> str | None:
    """The likeliest class of a head over some spans; None without spans."""
    found = chances(signals, head, spans)
    return max(sorted(found), key=lambda name: found[name]) if found else None
