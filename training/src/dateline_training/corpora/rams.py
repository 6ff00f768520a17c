"""RAMS (Ebner et al. 2020): one trigger in five sentences, and its arguments all over them."""

import logging
from collections.abc import Iterator
from pathlib import Path

from dateline_training.corpora.rows import Row, examples, tagged
from dateline_training.corpora.spans import trimmed
from dateline_training.corpora.wikievents import RELATIONS, relation_of, trigger_label
from dateline_training.example import Example, Linked, Offsets

CORPUS = "rams"
_ASKED = {
    "conflict.attack": frozenset({"attacker", "target", "weapon", "place"}),
    "life.die": frozenset({"victim", "place"}),
    "life.die.deathcausedbyviolentevents": frozenset({"attacker", "victim", "weapon", "place"}),
    "life.injure": frozenset({"attacker", "victim", "place"}),
    "life.injure.injurycausedbyviolentevents": frozenset({"attacker", "victim", "weapon", "place"}),
    "life.injure.illnessdegradationhungerthirst": frozenset({"victim", "place"}),
    "life.injure.illnessdegradationphysical": frozenset({"victim"}),
}
"""Relations that the ontology asks for, by event type and, for the others of a kind, by its first two parts."""
_PREFIX = len("evt000arg00")
_LOG = logging.getLogger(__name__)


def read(path: Path) -> Iterator[Example]:
    """The texts of a file, each with the one trigger that is labelled in it.

    Only the trigger's own span is known to the trigger layer: an attack, a death or an injury, or else a negative. ``known`` says so and
    holds for the layer alone: relations are complete over all of the text for their anchor, the trigger of an attack, death or injury.
    Relations that RAMS's ontology does not ask for (the killer of a death by illness) are unknown, and no anchor is given for them.
    """
    return examples(path, _example, _LOG)


def _example(row: Row, _number: int) -> tuple[Example | None, int]:
    text: str = row["text"]
    trigger = trimmed(text, row["trigger"]["start"], row["trigger"]["end"])
    if trigger is None:
        return None, 1
    label = trigger_label(row["event_type"])
    spans = ((*trigger, label),) if label else ()
    tags, dropped = tagged(text, "trigger", spans)
    linked, lost = _links(row, trigger) if label else ((), 0)
    asked = _asked(row["event_type"]) if label else frozenset()
    example = Example(
        id=row["id"],
        corpus=CORPUS,
        text=text,
        layers=frozenset({"trigger"}),
        relations=RELATIONS if label else frozenset(),
        tagged=tags,
        anchors=tuple((name, trigger) for name in sorted(asked | {one.relation for one in linked})),
        linked=linked,
        known=(trigger,),
    )
    return example, dropped + lost


def _asked(event_type: str) -> frozenset[str]:
    kind = ".".join(event_type.split(".")[:2])
    return _ASKED.get(event_type, _ASKED[kind])


def _links(row: Row, trigger: Offsets) -> tuple[tuple[Linked, ...], int]:
    found: set[tuple[str, Offsets]] = set()
    lost = 0
    for argument in row["args"]:
        relation = relation_of(argument["role"][_PREFIX:])
        span = trimmed(row["text"], argument["start"], argument["end"])
        if relation is None:
            continue
        if span is None:
            lost += 1
        else:
            found.add((relation, span))
    return tuple(Linked(relation=r, anchor=trigger, other=o) for r, o in sorted(found)), lost
