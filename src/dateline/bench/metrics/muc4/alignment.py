"""Which template of the response answers which of the key, within one document.

Two templates may be aligned if their incident types agree at least partly, and so does one of their targets or perpetrators, of which a word in common is
enough; or none of these slots is filled on either side. Of the pairs allowed the one of the greatest recall over all slots is taken first, and so on.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from dateline.bench.metrics.muc4.fills import Kind, words
from dateline.bench.metrics.muc4.pairing import Purpose, pair
from dateline.bench.metrics.muc4.slots import IDENTIFYING, KINDS, SLOTS
from dateline.bench.metrics.muc4.tallies import Tally
from dateline.bench.metrics.muc4.templates import Template

Pair: TypeAlias = tuple[Template | None, Template | None]


def align(key: Sequence[Template], response: Sequence[Template]) -> tuple[Pair, ...]:
    """Every template of both sides once, in pairs; None where it has no partner.

    Args:
        key: templates of one document.
        response: of the same.
    """
    known, told = (sorted(side, key=lambda t: t.number) for side in (key, response))
    ranked = sorted(
        (-_recall(k, r), i, j)
        for i, k in enumerate(known)
        for j, r in enumerate(told)
        if allowed(k, r)
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    pairs: list[Pair] = [
        (k, told[partner[i]] if i in partner else None) for i, k in enumerate(known)
    ]
    return (*pairs, *((None, r) for j, r in enumerate(told) if j not in taken))


def allowed(key: Template, response: Template) -> bool:
    """Whether two templates may be aligned; what says that there is no incident may be aligned with anything."""
    if key.irrelevant or response.irrelevant:
        return True
    if not _agree("inc-type", key, response):
        return False
    agreed = tuple(_agree(slot, key, response) for slot in IDENTIFYING)
    return any(agreed) or all(each is None for each in agreed)


def _agree(slot: str, key: Template, response: Template) -> bool | None:
    """Whether a slot agrees at least partly; None where nothing stands in it."""
    known, told = key.slots[slot], response.slots[slot]
    if KINDS[slot] is Kind.STRING and any(
        words(a.fill) & words(b.fill) for a in known for b in told
    ):
        return True
    count = pair(slot, known, told, purpose=Purpose.ALLOW, judge=None)
    return None if count.non else bool(count.cor or count.par)


def _recall(key: Template, response: Template) -> int:
    """Percent of the key's fills that rules find in the response; 100 where there are none."""
    total = sum(_counts(key, response), Tally())
    recall = total.recall
    return 100 if recall is None else recall


def _counts(key: Template, response: Template) -> Iterator[Tally]:
    for slot in SLOTS:
        yield pair(slot, key.slots[slot], response.slots[slot], purpose=Purpose.RANK, judge=None)
