"""The official score report of MUC-4: every document's templates aligned, every slot counted, and the totals.

Sources: MUC-4 scoring guidelines and score reports (1992). MATCHED/MISSING leaves out what spurious templates hold, MATCHED/SPURIOUS what missing ones
would have held, MATCHED ONLY both, ALL TEMPLATES neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from dateline.bench.metrics.muc4.alignment import Pair, align
from dateline.bench.metrics.muc4.judge import Judge, guidelines
from dateline.bench.metrics.muc4.pairing import Purpose, pair
from dateline.bench.metrics.muc4.slots import GROUPS, SET_SLOTS, SLOTS, STRING_SLOTS
from dateline.bench.metrics.muc4.tallies import Tally
from dateline.bench.metrics.muc4.templates import Template


class Status(Enum):
    """What became of a pair of templates, with what it adds to the row of templates."""

    MATCHED = Tally(pos=1, act=1, cor=1)
    MISSING = Tally(pos=1, mis=1)
    SPURIOUS = Tally(act=1, spu=1)
    NONE = Tally(non=1)
    """There is none, and none was found."""
    OPTIONAL = Tally()
    """Absent, and allowed to be."""


ALL = "ALL TEMPLATES"
MODES: Mapping[str, frozenset[Status]] = {
    "MATCHED/MISSING": frozenset({Status.MATCHED, Status.MISSING}),
    "MATCHED/SPURIOUS": frozenset({Status.MATCHED, Status.SPURIOUS}),
    "MATCHED ONLY": frozenset({Status.MATCHED}),
    ALL: frozenset({Status.MATCHED, Status.MISSING, Status.SPURIOUS}),
}
FILTERING, TEMPLATES = "text filtering", "templates"


@dataclass(frozen=True, slots=True)
class Scored:
    """One pair of templates.

    Attributes:
        document: its name.
        key: number of the key's template, if there is one.
        response: number of the response's, likewise.
        status: what became of them.
        slots: counts by slot; empty where nothing was to be compared.
    """

    document: str
    key: str | None
    response: str | None
    status: Status
    slots: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything counted over a key.

    Attributes:
        pairs: of templates, document by document.
        filtering: documents told to be about an incident.
    """

    pairs: tuple[Scored, ...]
    filtering: Tally

    def total(self, mode: str = ALL, slots: Sequence[str] = SLOTS) -> Tally:
        """The counts of some slots over the templates of a mode of :data:`MODES`."""
        counted = (p for p in self.pairs if p.slots and p.status in MODES[mode])
        return sum((p.slots[slot] for p in counted for slot in slots), Tally())

    def rows(self) -> Mapping[str, Tally]:
        """The rows of the report: filtering, templates, every slot, groups of slots, modes, set and string fills (both MATCHED/MISSING)."""
        return {
            FILTERING: self.filtering,
            TEMPLATES: sum((p.status.value for p in self.pairs), Tally()),
            **{slot: self.total(slots=(slot,)) for slot in SLOTS},
            **{name: self.total(slots=slots) for name, slots in GROUPS.items()},
            "SET FILLS ONLY": self.total("MATCHED/MISSING", SET_SLOTS),
            "STRING FILLS ONLY": self.total("MATCHED/MISSING", STRING_SLOTS),
            **{mode: self.total(mode) for mode in MODES},
        }


def score(
    key: Mapping[str, Sequence[Template]],
    response: Mapping[str, Sequence[Template]],
    *,
    judge: Judge | None = guidelines,
) -> Scores:
    """Score the templates of a system.

    Args:
        key: templates by document, at least one each.
        response: likewise; a document that it lacks has none, and one that the key lacks is passed over.
        judge: decides where rules do not; nobody if None.
    """
    return Scores(
        tuple(
            scored
            for document in sorted(key)
            for scored in _document(document, key[document], response.get(document, ()), judge)
        ),
        sum((filtering(key[d], response.get(d, ())) for d in key), Tally()),
    )


def _document(
    name: str, key: Sequence[Template], response: Sequence[Template], judge: Judge | None
) -> Iterable[Scored]:
    either = (*key, *response)
    # Of a document whose templates may all be left out, the first counts as none found where there is none.
    waived = any(t.optional for t in either) and all(t.irrelevant or t.optional for t in either)
    first = min((t.number for t in key), default=None)
    for known, told in align(key, response):
        status = _status((known, told))
        if status is Status.OPTIONAL and waived and known is not None and known.number == first:
            status = Status.NONE
        compared = status in MODES[ALL]
        yield Scored(
            name,
            known.number if known else None,
            told.number if told else None,
            status,
            _slots(known, told, judge) if compared else {},
        )


def _status(both: Pair) -> Status:
    known, told = ((t if t is not None and not t.irrelevant else None) for t in both)
    if known is None and told is None:
        return Status.NONE
    if known is None or told is None:
        alone = known or told
        if alone is not None and alone.optional:
            return Status.OPTIONAL
        return Status.SPURIOUS if known is None else Status.MISSING
    return Status.MATCHED


def _slots(
    known: Template | None, told: Template | None, judge: Judge | None
) -> Mapping[str, Tally]:
    return {
        slot: pair(
            slot,
            known.slots[slot] if known else (),
            told.slots[slot] if told else (),
            purpose=Purpose.COUNT,
            judge=judge,
        )
        for slot in SLOTS
    }


def filtering(key: Sequence[Template], response: Sequence[Template]) -> Tally:
    """Whether a document was rightly taken to tell of an incident; where every template is optional both answers are right."""
    known = [t for t in key if not t.irrelevant]
    told = any(not t.irrelevant for t in response)
    if told:
        return Tally(pos=1, act=1, cor=1) if known else Tally(act=1, spu=1)
    return Tally(non=1) if all(t.optional for t in known) else Tally(pos=1, mis=1)
