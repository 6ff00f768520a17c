"""ECB+ (Cybulska and Vossen 2014): mentions of the same event."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dateline_training.corpora.rows import Row, examples
from dateline_training.corpora.spans import trimmed
from dateline_training.example import Example, Linked, Offsets

CORPUS = "ecbplus"
_RELATION = "same_event"
_LOG = logging.getLogger(__name__)


def read(path: Path) -> Iterator[Example]:
    """The documents of a file in which an event is mentioned twice or more, with ``same_event`` from a mention to the others.

    A mention is an event's (ACTION_*, not its negation NEG_ACTION_*); of one in pieces ("set the house on fire") the first piece is taken.
    Anchors are the mentions in sentences that the corpus's second round checked; ``known`` gives these sentences. Elsewhere not all
    mentions are linked up, but those that are in an anchor's chain are given as its partners too. Events mentioned once are anchors
    without a partner; documents without any partners are passed over.
    """
    return examples(path, _example, _LOG)


def _example(row: Row, _number: int) -> tuple[Example | None, int]:
    chains: defaultdict[str, set[Offsets]] = defaultdict(set)
    checked: set[tuple[Offsets, str]] = set()
    dropped = 0
    for one in row["mentions"]:
        if not (one["is_event"] and one["type"].startswith("ACTION_")):
            continue
        span = trimmed(row["text"], *one["spans"][0])
        if span is None:
            dropped += 1
            continue
        chains[one["chain"]].add(span)
        if one["validated"]:
            checked.add((span, one["chain"]))
    links = {(a, b) for a, chain in checked for b in chains[chain] if a != b}
    if not links:
        return None, dropped
    example = Example(
        id=row["id"],
        corpus=CORPUS,
        text=row["text"],
        relations=frozenset({_RELATION}),
        anchors=tuple((_RELATION, span) for span in sorted({span for span, _ in checked})),
        linked=tuple(Linked(relation=_RELATION, anchor=a, other=b) for a, b in sorted(links)),
        known=tuple(tuple(row["sentences"][one]) for one in sorted(row["validated_sents"])),
    )
    return example, dropped
