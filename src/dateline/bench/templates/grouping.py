"""Which fills belong to one incident: single events told by several fills, read off the encoder's pair scores.

Things and people that were hit are gathered by average linkage; perpetrators and weapons, which may serve several incidents of a text, are then
given to every group they stand in relation to.
"""

from collections.abc import Sequence

from dateline.bench.templates.fills import Fill
from dateline.model.signals import Signals

_HIT = frozenset({"phys-tgt", "hum-tgt"})
_TOGETHER = 0.3
"""Probability of being fills of one template; found best on MUC-4's development part."""


def group(
    fills: Sequence[Fill], signals: Signals, together: float = _TOGETHER
) -> tuple[tuple[Fill, ...], ...]:
    """The fills of each incident, in the order of the text.

    Args:
        fills: of one text.
        signals: what the encoder made of it.
        together: probability of being fills of one template from which two are.
    """
    core = [f for f in fills if f.role in _HIT]
    rest = [f for f in fills if f.role not in _HIT and f.role != "place"]
    groups = _linked([[f] for f in core], signals, together) or _linked(
        [[f] for f in rest], signals, together
    )
    if not core:
        return tuple(tuple(g) for g in groups)
    return tuple(
        (*found, *(f for f in rest if _belongs(f, found, groups, signals, together)))
        for found in groups
    )


def alike(one: Fill, other: Fill, signals: Signals) -> float:
    """Probability that two fills stand in one template, the mean of both directions."""
    forth = max(signals.link("same_template", one.mentions[0], m) for m in other.mentions)
    back = max(signals.link("same_template", other.mentions[0], m) for m in one.mentions)
    return (forth + back) / 2


def _linked(groups: list[list[Fill]], signals: Signals, together: float) -> list[list[Fill]]:
    while len(groups) > 1:
        pairs = [
            (_mean(groups[a], groups[b], signals), -a, -b)
            for a in range(len(groups))
            for b in range(a + 1, len(groups))
        ]
        chance, a, b = max(pairs)
        if chance < together:
            break
        groups = [[*g, *groups[-b]] if n == -a else g for n, g in enumerate(groups) if n != -b]
    return groups


def _mean(one: Sequence[Fill], other: Sequence[Fill], signals: Signals) -> float:
    found = [alike(a, b, signals) for a in one for b in other]
    return sum(found) / len(found)


def _belongs(
    fill: Fill,
    found: Sequence[Fill],
    groups: Sequence[Sequence[Fill]],
    signals: Signals,
    together: float,
) -> bool:
    here = _mean([fill], found, signals)
    return here >= together or here == max(_mean([fill], g, signals) for g in groups)
