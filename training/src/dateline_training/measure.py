"""How well the model does on development data: tokens and spans of each layer, words of each relation, classes of each head."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch

from dateline_training.batches import Batch, batches, packed
from dateline_training.labels import LAYERS, RELATIONS, SNIPPET_TYPES
from dateline_training.losses import head_slices, layer_slices, pair_scores, span_means
from dateline_training.model import Reader, Scores
from dateline_training.windows import UNKNOWN, Labelled, windows_of


@dataclass(slots=True)
class Tally:
    """Right, spurious and missed."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing was right."""
        return 2 * self.right / max(1, 2 * self.right + self.spurious + self.missed)


@dataclass(slots=True)
class Measures:
    """Tallies by name; names look like ``polnear/cue/token``."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def of(self, name: str) -> Tally:
        """The tally of a name, fresh if it is new."""
        return self.tallies.setdefault(name, Tally())

    def f1s(self) -> dict[str, float]:
        """Every F1, by name."""
        return {name: round(tally.f1, 4) for name, tally in sorted(self.tallies.items())}


def spans_of(row: Sequence[int]) -> set[tuple[int, int, int]]:
    """The spans of a row of B/I/O numbers as (first word, end word, label); an I that follows nothing of its kind begins a span."""
    found: set[tuple[int, int, int]] = set()
    start, label = -1, -1
    for place, number in enumerate([*row, 0]):
        kind = (number - 1) // 2 if number > 0 else -1
        begins = number > 0 and (number % 2 == 1 or kind != label)
        if label >= 0 and (begins or kind < 0):
            found.add((start, place, label))
            label = -1
        if begins:
            start, label = place, kind
    return found


@torch.no_grad()
def measure(
    reader: Reader,
    texts: Mapping[str, Sequence[Labelled]],
    *,
    longest: int,
    budget: int,
    half: bool,
) -> Measures:
    """Measure a reader on the texts of each corpus.

    Args:
        reader: the model.
        texts: by corpus.
        longest: pieces a window may have.
        budget: pieces a batch may have.
        half: whether to run in bfloat16.
    """
    reader.eval()
    found = Measures()
    for batch in batches(packed(windows_of(texts, longest), budget)):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            scores = reader(batch.ids, batch.mask, batch.first)
        _tags(scores, batch, found)
        _classes(scores, batch, found)
        _relations(reader, scores, batch, found)
        _types(scores, batch, found)
    reader.train()
    return found


def _tags(scores: Scores, batch: Batch, found: Measures) -> None:
    for number, (layer, columns) in enumerate(layer_slices().items()):
        gold = batch.tags[number].numpy()
        if not (gold != UNKNOWN).any():
            continue
        guess = scores.tags[..., columns].float().argmax(-1).numpy()
        for row, corpus in enumerate(batch.corpora):
            known = gold[row] != UNKNOWN
            if not known.any():
                continue
            true, said = np.where(known, gold[row], 0), np.where(known, guess[row], 0)
            _count(found.of(f"{corpus}/{layer}/token"), true > 0, said > 0)
            one, other = spans_of(true.tolist()), spans_of(said.tolist())
            spans = found.of(f"{corpus}/{layer}/span")
            spans.right += len(one & other)
            spans.spurious += len(other - one)
            spans.missed += len(one - other)
            if len(LAYERS[layer]) > 1:
                for kind, label in enumerate(LAYERS[layer]):
                    mine, theirs = (
                        {s for s in one if s[2] == kind},
                        {s for s in other if s[2] == kind},
                    )
                    tally = found.of(f"{corpus}/{layer}.{label}/span")
                    tally.right += len(mine & theirs)
                    tally.spurious += len(theirs - mine)
                    tally.missed += len(mine - theirs)


def _count(tally: Tally, true: np.ndarray, said: np.ndarray) -> None:
    tally.right += int((true & said).sum())
    tally.spurious += int((said & ~true).sum())
    tally.missed += int((true & ~said).sum())


def _classes(scores: Scores, batch: Batch, found: Measures) -> None:
    if not len(batch.sorted):
        return
    means = span_means(scores, batch.sorted)
    for number, (head, columns) in enumerate(head_slices().items()):
        for place in torch.nonzero(batch.sorted[:, 1] == number).flatten().tolist():
            right = int(means[place, columns].argmax()) == int(batch.sorted[place, 4])
            tally = found.of(f"{batch.corpora[int(batch.sorted[place, 0])]}/{head}/class")
            tally.right += right
            tally.spurious += not right
            tally.missed += not right


def _relations(reader: Reader, scores: Scores, batch: Batch, found: Measures) -> None:
    if not len(batch.anchors):
        return
    said = (pair_scores(reader, scores, batch.anchors) > 0).numpy()
    gold = batch.partners.numpy()
    for place, (row, relation, _) in enumerate(batch.anchors.tolist()):
        known = gold[place] != UNKNOWN
        name = f"{batch.corpora[row]}/{RELATIONS[relation]}/words"
        _count(found.of(name), (gold[place] == 1) & known, said[place] & known)


def _types(scores: Scores, batch: Batch, found: Measures) -> None:
    for row, corpus in enumerate(batch.corpora):
        gold = int(batch.labels[row])
        if gold != UNKNOWN:
            right = int(scores.types[row].argmax()) == gold
            tally = found.of(f"{corpus}/types/class")
            tally.right += right
            tally.spurious += not right
            tally.missed += not right


def confusions(
    reader: Reader, texts: Sequence[Labelled], *, longest: int, budget: int
) -> Counter[tuple[str, str]]:
    """Of texts with a class: how often each true class was taken for each other."""
    found: Counter[tuple[str, str]] = Counter()
    reader.eval()
    with torch.no_grad():
        for batch in batches(packed(windows_of({"": texts}, longest), budget)):
            said = reader(batch.ids, batch.mask, batch.first).types.argmax(-1).tolist()
            for gold, guess in zip(batch.labels.tolist(), said, strict=True):
                if gold not in {UNKNOWN, guess}:
                    found[SNIPPET_TYPES[gold], SNIPPET_TYPES[guess]] += 1
    reader.train()
    return found
