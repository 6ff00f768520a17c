"""Precision, recall and F1 from counts that add up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prf:
    """True positives, false positives, false negatives; add two with ``+``."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @classmethod
    def of(cls, hits: int, gold: int, system: int) -> "Prf":
        """From how many agree, of how many there are on each side."""
        return cls(hits, system - hits, gold - hits)

    def __add__(self, other: "Prf") -> "Prf":
        return Prf(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """1.0 where nothing was found and there was nothing to find."""
        return _ratio(self.tp, self.tp + self.fp, nothing=not self.fn)

    @property
    def recall(self) -> float:
        """1.0 where there was nothing to find and nothing was found."""
        return _ratio(self.tp, self.tp + self.fn, nothing=not self.fp)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn, nothing=True)

    def row(self) -> dict[str, float]:
        """As the reference scorer prints it."""
        return {
            "tp": self.tp,
            "fp": self.fp,
            "fn": self.fn,
            "p": self.precision,
            "r": self.recall,
            "f1": self.f1,
        }


def _ratio(part: int, whole: int, *, nothing: bool) -> float:
    return part / whole if whole else float(nothing)
