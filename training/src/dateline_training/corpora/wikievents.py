"""WikiEvents (Li, Ji and Han 2021): triggers of attacks, deaths and injuries, and what hangs on them."""

import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline_training.corpora.rows import Labelled, Row, all_but, examples, tagged
from dateline_training.corpora.spans import trimmed
from dateline_training.example import Example, Linked, Offsets

CORPUS = "wikievents"
RELATIONS = frozenset({"attacker", "target", "weapon", "place", "victim"})
_KINDS = {"conflict.attack": "attack", "life.die": "die", "life.injure": "injure"}
_ROLES = {
    "attacker": "attacker",
    "killer": "attacker",
    "injurer": "attacker",
    "target": "target",
    "victim": "victim",
    "instrument": "weapon",
    "explosivedevice": "weapon",
    "place": "place",
}
_ASKED = {
    "attack": frozenset({"attacker", "target", "weapon", "place"}),
    "die": frozenset({"attacker", "victim", "place"}),
    "injure": frozenset({"attacker", "victim", "weapon"}),
}
"""Roles that WikiEvents' guidelines hold for a kind: of the others nothing is known."""
_LOG = logging.getLogger(__name__)


def trigger_label(event_type: str) -> str | None:
    """The trigger layer's label of a WikiEvents or RAMS event type ("Life.Die.Unspecified": "die"); None if it has none."""
    return _KINDS.get(".".join(event_type.lower().split(".")[:2]))


def relation_of(role: str) -> str | None:
    """The relation that an argument role, in any case, stands for; None if we have none for it."""
    return _ROLES.get(role.lower())


def mentions(text: str, phrase: str) -> tuple[Offsets, ...]:
    """Where a phrase stands as whole words, case as given."""
    found = re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    return tuple(match.span() for match in found)


def nearest(text: str, phrase: str, near: Offsets) -> Offsets | None:
    """The mention of a phrase that is the fewest full stops, then characters, from a span; None if there is none.

    WikiEvents asks for the mention closest to the trigger: over the arguments of the development and test parts that come with
    offsets this finds the very mention of 99 in 100.
    """

    def distance(span: Offsets) -> tuple[int, int]:
        return _stops(text, span, near), max(span[0] - near[1], near[0] - span[1])

    return min(mentions(text, phrase), key=distance, default=None)


def read(path: Path) -> Iterator[Example]:
    """The documents of a file, labelled for triggers and for the arguments of every trigger.

    Where a file names entities (development, test), offsets hold. Where it does not (train), an event's offsets are those of the first place
    that holds its trigger's text, whichever is meant: of the 772 trigger texts that stand more than once in their document
    each is placed at the first only. Such triggers are placed anew:

    - one whose text stands there once, there;
    - another where its sentence, and no other with its text, has all its arguments (right for all 110 of the other parts' triggers of which this is so);
    - where as many events as places bear a text, each place is a trigger; which event it is may stay open, and then it is no anchor.

    Places that may or may not be triggers after that are left out of ``known``, which holds for the layer only. Triggers whose text is not
    what stands at their offsets, or nowhere in the text, are dropped.

    Events of one trigger are taken together. An argument stands where the file's entity says, or else at its mention nearest to the trigger
    (:func:`nearest`). Where it is nowhere found the relation is unknown for that trigger, as are relations that the guidelines
    do not ask for (a death's weapon): no such anchor is given.
    """
    return examples(path, _example, _LOG)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Events with their triggers' places, places known to be triggers, and places that may be."""

    events: tuple[tuple[str, Offsets, Row], ...]
    triggers: tuple[Labelled, ...]
    doubtful: tuple[Offsets, ...]


def _example(row: Row, _number: int) -> tuple[Example, int]:
    text: str = row["text"]
    events = [(label, one) for one in row["events"] if (label := trigger_label(one["type"]))]
    placed = _by_offsets(text, events) if "entities" in row else _by_text(text, events)
    tags, dropped = tagged(text, "trigger", placed.triggers)
    anchors, linked, lost = _links(row, placed.events)
    free = [
        (start, end)
        for start, end in placed.doubtful
        if not any(tag.start < end and start < tag.end for tag in tags)
    ]
    example = Example(
        id=row["id"],
        corpus=CORPUS,
        text=text,
        layers=frozenset({"trigger"}),
        relations=RELATIONS,
        tagged=tags,
        anchors=anchors,
        linked=linked,
        known=all_but(text, free),
    )
    return example, dropped + lost + len(events) - len(placed.events)


def _by_offsets(text: str, events: Sequence[tuple[str, Row]]) -> _Placed:
    spans = [(label, (one["start"], one["end"]), one) for label, one in events]
    sound = tuple(one for one in spans if text[slice(*one[1])] == one[2]["trigger"])
    return _Placed(sound, tuple((*span, label) for label, span, _ in sound), ())


def _by_text(text: str, events: Sequence[tuple[str, Row]]) -> _Placed:
    groups: defaultdict[str, list[tuple[str, Row]]] = defaultdict(list)
    for label, event in events:
        groups[event["trigger"].strip()].append((label, event))
    placed: list[tuple[str, Offsets, Row]] = []
    triggers: list[Labelled] = []
    doubtful: list[Offsets] = []
    for phrase, group in groups.items():
        places = mentions(text, phrase)
        for label, event in group:
            place = _only_place(text, event, places)
            if place is not None:
                placed.append((label, place, event))
                triggers.append((*place, label))
        first = group[0][0]
        if len(group) == len(places) and all(label == first for label, _ in group):
            triggers.extend((*place, first) for place in places)
        cut_off = re.finditer(rf"(?<!\w){re.escape(phrase)}\w*", text)
        doubtful.extend(places or (match.span() for match in cut_off))
    return _Placed(tuple(placed), tuple(triggers), tuple(doubtful))


def _only_place(text: str, event: Row, places: Sequence[Offsets]) -> Offsets | None:
    """The one place that an event's trigger can stand at; None if there are several or none."""
    if len(places) > 1 and event["args"]:
        phrases = [argument["text"].strip() for argument in event["args"]]
        places = [one for one in places if all(_beside(text, phrase, one) for phrase in phrases)]
    return places[0] if len(places) == 1 else None


def _beside(text: str, phrase: str, place: Offsets) -> bool:
    found = nearest(text, phrase, place)
    return found is not None and not _stops(text, found, place)


def _stops(text: str, one: Offsets, other: Offsets) -> int:
    """Full stops, which the texts set apart by blanks, between two spans."""
    return text.count(" . ", *sorted((min(one[1], other[1]), max(one[0], other[0]))))


def _links(
    row: Row, events: Iterable[tuple[str, Offsets, Row]]
) -> tuple[tuple[tuple[str, Offsets], ...], tuple[Linked, ...], int]:
    """Anchors, what is linked to them, and how many anchors are unknown for an argument that is nowhere found."""
    entities = {one["id"]: one for one in row.get("entities", ())}
    anchors: set[tuple[Offsets, str]] = set()
    unknown: set[tuple[Offsets, str]] = set()
    links: set[tuple[Offsets, str, Offsets]] = set()
    for label, anchor, event in events:
        anchors |= {(anchor, relation) for relation in _ASKED[label]}
        for argument in event["args"]:
            relation = relation_of(argument["role"])
            if relation is None:
                continue
            place = _place(row["text"], argument, entities, anchor)
            if place is None:
                unknown.add((anchor, relation))
            else:
                links.add((anchor, relation, place))
    anchors = (anchors | {(anchor, relation) for anchor, relation, _ in links}) - unknown
    linked = tuple(
        Linked(relation=relation, anchor=anchor, other=other)
        for anchor, relation, other in sorted(links)
        if (anchor, relation) in anchors
    )
    return tuple((relation, anchor) for anchor, relation in sorted(anchors)), linked, len(unknown)


def _place(
    text: str, argument: Row, entities: Mapping[str, Row], anchor: Offsets
) -> Offsets | None:
    entity = entities.get(argument.get("entity", ""))
    if entity and text[entity["start"] : entity["end"]] == argument["text"]:
        return trimmed(text, entity["start"], entity["end"])
    return nearest(text, argument["text"].strip(), anchor)
