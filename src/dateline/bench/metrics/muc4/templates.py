"""Templates of keys and responses, as JSON holds them.

A key and a response are alike: ``{"docid", "templates": [{slot: [fill, …]}]}``, a fill being a line of the notation or an object that has it under ``raw``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.bench.metrics.muc4.fills import Filler
from dateline.bench.metrics.muc4.notation import MALFORMED, fillers
from dateline.bench.metrics.muc4.slots import KINDS

_IRRELEVANT = "*"


@dataclass(frozen=True, slots=True)
class Template:
    """One incident told by a document.

    Attributes:
        number: its name within the document; ``*`` says that the document tells of none.
        slots: fills by slot; a slot without fills is there too.
        optional: absent it costs nothing.
    """

    number: str
    slots: Mapping[str, tuple[Filler, ...]]
    optional: bool = False

    @property
    def irrelevant(self) -> bool:
        """Says that the document tells of no incident."""
        return self.number == _IRRELEVANT

    @property
    def malformed(self) -> int:
        """How many fills are against the notation."""
        return sum(filler.fill == MALFORMED for every in self.slots.values() for filler in every)


def templates(rows: Sequence[Mapping[str, Any]]) -> tuple[Template, ...]:
    """The templates of one document; one that says so where there are none.

    Args:
        rows: what stands under ``templates``.
    """
    given = rows or [{"template_id": _IRRELEVANT}]
    return tuple(
        Template(
            number=str(row.get("template_id", number)),
            slots={slot: fillers(row.get(slot), kind) for slot, kind in KINDS.items()},
            optional=bool(row.get("optional")),
        )
        for number, row in enumerate(given, 1)
    )
