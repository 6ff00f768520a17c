"""How well texts were sorted into classes: F1 weighted and macro, accuracy, each class by itself, and what is taken for what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.bench.metrics.counts import Prf


@dataclass(frozen=True, slots=True)
class Confusion:
    """Texts of class ``gold`` that were given class ``system`` (None: none at all)."""

    gold: str
    system: str | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassScores:
    """Counts over a set of texts that have one class each.

    Attributes:
        classes: one :class:`Prf` a class that gold or the system has, the most frequent of gold first.
        confusions: every mistake with how often it was made, the commonest first.
        texts: how many.
        right: how many of them got their class.
    """

    classes: Mapping[str, Prf]
    confusions: tuple[Confusion, ...]
    texts: int
    right: int

    @property
    def accuracy(self) -> float:
        """Share of texts that got their class, which is also micro F1 where each text got one; 1.0 of no texts."""
        return self.right / self.texts if self.texts else 1.0

    @property
    def weighted_f1(self) -> float:
        """The mean F1 of gold's classes, each weighted with how many texts it has; 1.0 of no texts."""
        total = sum(support(count) * count.f1 for count in self.classes.values())
        return total / self.texts if self.texts else 1.0

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the classes that gold or the system has; 1.0 of none."""
        figures = [count.f1 for count in self.classes.values()]
        return sum(figures) / len(figures) if figures else 1.0


def support(count: Prf) -> int:
    """How many texts of gold have the class."""
    return count.tp + count.fn


def score(gold: Sequence[str], system: Sequence[str | None]) -> ClassScores:
    """Score one class a text.

    Args:
        gold: the class of each text.
        system: what the system gave each, in the same order; None where it gave nothing, which is a miss of gold's class only.

    Raises:
        ValueError: if the two are not of one length.
    """
    pairs = Counter(zip(gold, system, strict=True))
    expected, found = Counter(gold), Counter(name for name in system if name is not None)
    names = sorted(expected.keys() | found.keys(), key=lambda name: (-expected[name], name))
    mistakes = [Confusion(a, b, count) for (a, b), count in pairs.items() if a != b]
    return ClassScores(
        classes={name: Prf.of(pairs[name, name], expected[name], found[name]) for name in names},
        confusions=tuple(sorted(mistakes, key=lambda c: (-c.count, c.gold, c.system or ""))),
        texts=len(gold),
        right=sum(count for (a, b), count in pairs.items() if a == b),
    )
