"""Counts of a slot, and the figures of the official score reports made from them."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tally:
    """How many fills; add two with ``+``.

    Attributes:
        pos: possible: what the key holds, optional fills only where they were matched or pair off with a wrong one.
        act: actual: what the response holds.
        cor: correct.
        par: partially correct, worth half.
        inc: incorrect.
        spu: spurious: of the response alone.
        mis: missing: of the key alone.
        non: slots empty on both sides.
    """

    pos: int = 0
    act: int = 0
    cor: int = 0
    par: int = 0
    inc: int = 0
    spu: int = 0
    mis: int = 0
    non: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def recall(self) -> int | None:
        """Whole percent of what is possible, halves to the even number; None where nothing is."""
        return percent(self.cor, self.par, self.pos) if self.pos else None

    @property
    def precision(self) -> int | None:
        """Whole percent of what is given; None where nothing is."""
        return percent(self.cor, self.par, self.act) if self.act else None

    @property
    def f(self) -> float | None:
        """F in percent of the rounded recall and precision, as the reports of 1992 give it; None where one of them is."""
        recall, precision = self.recall, self.precision
        if recall is None or precision is None:
            return None
        both = recall + precision
        return round(2 * recall * precision / both, 2) if both else 0.0

    @property
    def f_exact(self) -> float | None:
        """F in percent of the counts themselves, as the proceedings of 1992 give it."""
        if not self.pos or not self.act:
            return None
        return round(100 * 2 * (self.cor + self.par / 2) / (self.pos + self.act), 2)

    def row(self) -> dict[str, int | float | None]:
        """All of it by name."""
        counts = {f.name: getattr(self, f.name) for f in fields(self)}
        return counts | {
            "recall": self.recall,
            "precision": self.precision,
            "f": self.f,
            "f_exact": self.f_exact,
        }


def percent(cor: int, par: int, whole: int) -> int:
    """Credit in percent: cut to tenths first, then rounded with halves to the even number, as the official scorer did."""
    tenths = 500 * (2 * cor + par) // whole
    return round(tenths / 10)
