"""The fills of one slot on both sides, paired off and counted.

Equal fills are paired first. Then rules speak: a set fill above the key's in the hierarchy, the right country, and a set fill without the reference that
the key gives it are half right; a fill that refers to a thing of the key but says nothing right of it is wrong for good. Then the judge speaks. What is left
on both sides is incorrect, the excess missing or spurious; optional fills of the key serve only to pair off what the response has too much.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TypeAlias

from dateline.bench.metrics.muc4.fills import (
    Fill,
    Filler,
    Kind,
    Path,
    Ref,
    options,
    same,
    words,
)
from dateline.bench.metrics.muc4.judge import Judge
from dateline.bench.metrics.muc4.slots import KINDS, Match, broader
from dateline.bench.metrics.muc4.tallies import Tally


class Purpose(Enum):
    """What a comparison is for, and so how strict it is."""

    ALLOW = "may the templates be aligned: a word in common is enough"
    RANK = "which of them fit best: rules alone"
    COUNT = "the score: rules and the judge"


Fills: TypeAlias = Sequence[Filler]
_Open: TypeAlias = Mapping[int, Filler]
_Decision: TypeAlias = tuple[Match, int | None]
"""What becomes of a fill of the response, and the number of the key's fill that it is paired with."""


def pair(slot: str, key: Fills, response: Fills, *, purpose: Purpose, judge: Judge | None) -> Tally:
    """Count one slot of two templates.

    Args:
        slot: a slot of :data:`~dateline.bench.metrics.muc4.slots.KINDS`.
        key: its fills in the key.
        response: its fills in the response.
        purpose: what for.
        judge: asked where rules do not decide and ``purpose`` is the score; nobody if None.
    """
    asked = judge if purpose is Purpose.COUNT else None
    if len(key) <= 1 and len(response) <= 1:
        return _single(slot, next(iter(key), None), next(iter(response), None), purpose, asked)
    return _several(slot, key, response, purpose, asked)


def _single(
    slot: str, key: Filler | None, response: Filler | None, purpose: Purpose, judge: Judge | None
) -> Tally:
    if key is None or response is None:
        alone = key or response
        if alone is None or alone.optional:
            return Tally(non=1)
        return Tally(act=1, spu=1) if key is None else Tally(pos=1, mis=1)
    verdict = _verdict(slot, key.fill, response.fill, purpose, judge)
    return _credit(verdict) if verdict is not Match.NONE else Tally(pos=1, act=1, inc=1)


def _verdict(slot: str, key: Fill, response: Fill, purpose: Purpose, judge: Judge | None) -> Match:
    if same(key, response):
        return Match.FULL
    decided = _by_rule(slot, {0: Filler(key)}, Filler(response))
    verdict = decided[0] if decided else Match.NONE
    if verdict is Match.NONE:
        verdict = _by_value(slot, key, response)
    if verdict is Match.NONE and purpose is Purpose.ALLOW and KINDS[slot] is Kind.STRING:
        verdict = Match.FULL if words(key) & words(response) else Match.NONE
    if verdict is Match.NONE and judge:
        verdict = judge(slot, key, response)
    return verdict


def _credit(verdict: Match) -> Tally:
    full = verdict is Match.FULL
    return Tally(pos=1, act=1, cor=int(full), par=int(not full))


def _several(
    slot: str, key: Fills, response: Fills, purpose: Purpose, judge: Judge | None
) -> Tally:
    left, right = dict(enumerate(key)), dict(enumerate(response))
    total = Tally()
    for number, fill in enumerate(key):
        twin = next((n for n, other in right.items() if same(fill.fill, other.fill)), None)
        if twin is not None:
            del left[number], right[twin]
            total += _credit(Match.FULL)
    wrong: list[Filler] = []
    total += _settle(left, right, wrong, lambda still, fill: _by_rule(slot, still, fill))
    alike = any(words(a.fill) & words(b.fill) for a in left.values() for b in right.values())
    if purpose is Purpose.ALLOW and alike:
        total += Tally(par=1)
    if purpose is Purpose.COUNT:
        total += _settle(left, right, wrong, lambda still, fill: _at_last(slot, still, fill, judge))
    return total + _left_over(tuple(left.values()), (*right.values(), *wrong))


def _settle(
    left: dict[int, Filler],
    right: dict[int, Filler],
    wrong: list[Filler],
    decide: Callable[[_Open, Filler], _Decision | None],
) -> Tally:
    """Take pairs of fills out of both sides, and what is wrong for good out of the response's."""
    total = Tally()
    for number in list(right):
        decided = decide(left, right[number])
        if decided is None:
            continue
        verdict, partner = decided
        fill = right.pop(number)
        if partner is None:
            wrong.append(fill)
        else:
            del left[partner]
            total += _credit(verdict)
    return total


def _by_rule(slot: str, keys: _Open, response: Filler) -> _Decision | None:
    """What the rules say; NONE if the fill is wrong for good, None if they say nothing."""
    told = response.fill
    if isinstance(told, Ref):
        linked = {
            number: key.fill
            for number, key in keys.items()
            if isinstance(key.fill, Ref) and same(key.fill.to, told.to)
        }
        for number, ref in reversed(linked.items()):
            verdict = _vaguer(slot, ref.value, told.value)
            if same(ref.value, told.value):
                return Match.FULL, number
            if verdict is not Match.NONE:
                return verdict, number
        if linked and len(linked) < len(keys):
            return Match.NONE, None
    for number, key in keys.items():
        if not key.optional and _vaguer(slot, key.fill, told) is not Match.NONE:
            return Match.PARTIAL, number
    return None


def _vaguer(slot: str, key: Fill, response: Fill) -> Match:
    """Whether the response says the same, but less closely: half right."""
    if KINDS[slot] is Kind.PLACE:
        told = response.steps[0] if isinstance(response, Path) else response
        less = isinstance(told, str) and any(
            isinstance(option, Path) and same(option.steps[0], told) for option in options(key)
        )
    else:
        less = isinstance(key, str) and isinstance(response, str) and response in broader(slot, key)
    return Match.PARTIAL if less else Match.NONE


def _by_value(slot: str, key: Fill, response: Fill) -> Match:
    """A set fill of the right value, or one above it, that lacks the key's reference or gives another."""
    if KINDS[slot] is not Kind.SET or not isinstance(key, Ref):
        return Match.NONE
    told = response.value if isinstance(response, Ref) else response
    if same(key.value, told):
        return Match.NONE if isinstance(response, Ref) else Match.PARTIAL
    return _vaguer(slot, key.value, told)


def _at_last(slot: str, keys: _Open, response: Filler, judge: Judge | None) -> _Decision | None:
    for number, key in keys.items():
        if _by_value(slot, key.fill, response.fill) is not Match.NONE:
            return Match.PARTIAL, number
    if judge:
        for wanted in (Match.FULL, Match.PARTIAL):
            for number, key in keys.items():
                if judge(slot, key.fill, response.fill) is wanted:
                    return wanted, number
    return None


def _left_over(keys: Fills, responses: Fills) -> Tally:
    """What nothing on the other side agrees with."""
    optional, offered = (sum(fill.optional for fill in side) for side in (keys, responses))
    both = min(optional, offered)
    known, told = len(keys) - both, len(responses) - both
    needed = known - (optional - both)
    # Optional fills beyond the needed ones count only as far as the other side has something to pair them with.
    pos = max(needed, min(known, told))
    act = told if offered == both else max(told - (offered - both), min(known, told))
    return Tally(pos=pos, act=act, inc=min(pos, act), mis=max(0, pos - act), spu=max(0, act - pos))
