"""Figures others reached on MUC-4's test parts, to be read beside one's own.

TST3 and TST4 hold 100 documents each; CEAF is over both. The official reports of 1992 let people judge strings that differ; the other judge is
:func:`~dateline.bench.metrics.muc4.judge.guidelines`, run over the same responses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.bench.metrics.muc4.rme import VARIANTS

OFFICIAL, REE, RME = "official", "ree", "rme"
MEASURES = (OFFICIAL, REE, RME)


@dataclass(frozen=True, slots=True)
class Published:
    """One figure.

    Attributes:
        measure: of :data:`MEASURES`.
        system: whose.
        part: what of the measure, and on which documents.
        f: F or F1 in percent.
        source: where the figure stands, or how it was had.
    """

    measure: str
    system: str
    part: str
    f: float
    source: str

    def row(self) -> Mapping[str, Any]:
        """All of it by name."""
        return {
            "measure": self.measure,
            "system": self.system,
            "part": self.part,
            "f": self.f,
            "source": self.source,
        }


NOTE = "Published figures are of the test part (TST3, TST4), not of the training and development files; F of ALL TEMPLATES, and micro F1."

_REPORTS = "official reports, 1992"
_RESPONSES = "run over the responses of 1992"
_RELEASED = "run over released predictions"
_NOTES = "a project's notes, not checked"
_GE, _GTT, _ITERX = "GE 1992", "GTT (BERT-base, 2021)", "IterX (T5-large, 2023)"
_BOTH = "TST3 + TST4"

PUBLISHED = (
    Published(OFFICIAL, _GE, "TST3, judged by people", 55.93, _REPORTS),
    Published(OFFICIAL, _GE, "TST4, judged by people", 57.15, _REPORTS),
    Published(OFFICIAL, _GE, "TST3, guidelines judge", 54.5, _RESPONSES),
    Published(OFFICIAL, _GE, "TST4, guidelines judge", 55.1, _RESPONSES),
    Published(REE, _GTT, _BOTH, 50.2, _RELEASED),
    Published(REE, _ITERX, _BOTH, 53.0, _RELEASED),
    Published(REE, "Qwen3-4B, tuned", _BOTH, 54.3, _NOTES),
    Published(REE, _GE, _BOTH, 54.3, _RESPONSES),
    *(
        Published(RME, system, f"{variant}, {_BOTH}", f, source)
        for system, source, figures in (
            (_GTT, _RELEASED, (44.1, 44.1, 32.3)),
            (_ITERX, _RELEASED, (48.2, 44.8, 33.7)),
            (_GE, _RESPONSES, (46.0, 45.5, 34.2)),
        )
        for variant, f in zip(VARIANTS, figures, strict=True)
    ),
)
"""The best of 1992 and what later systems reached."""
