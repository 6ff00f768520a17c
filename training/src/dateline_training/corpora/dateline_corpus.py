"""The Dateline corpus: invented reports of attacks with triggers, arguments, claims and attributions (docs/corpus-guide.md)."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from dateline.bench.lines import json_objects
from dateline_training.corpora import attributions as shape
from dateline_training.corpora.attributions import Attribution
from dateline_training.corpora.spans import commonest, longest, trimmed
from dateline_training.example import Example, Linked, Offsets, Sorted, Tagged
from dateline_training.labels import HEADS, LAYERS

_log = logging.getLogger(__name__)

Row: TypeAlias = dict[str, Any]

_EVENT_LAYERS = ("trigger", "role", "figure", "position")
_FROM_TRIGGER = ("attacker", "target", "weapon", "place", "victim", "figure", "same_event")
_ROLES = {"attackers": "attacker", "targets": "target", "weapons": "weapon", "places": "place"}


def read(path: Path) -> Iterator[Example]:
    """The reports of one split, ``train.jsonl`` or ``dev.jsonl``.

    Every trigger, also of what is no incident, is an anchor of every relation of events; an argument is linked to the trigger it is told with.
    Heads are sorted for each span once: where a span is coded more than once the commonest label holds.

    Args:
        path: rows in the format of the corpus's README.

    Raises:
        ReportError: if a line is no JSON object.
    """
    dropped = 0
    for _, row in json_objects(path):
        given = tuple(_tags(row))
        kept = tuple(
            tag
            for layer in _EVENT_LAYERS
            for tag in longest((t for t in given if t.layer == layer), ranks=LAYERS[layer])
        )
        dropped += len(set(given)) - len(kept)
        said = tuple(_attribution(row["text"], marked) for marked in row["attributions"])
        yield Example(
            id=row["id"],
            corpus="dateline",
            text=row["text"],
            layers=shape.LAYERS | frozenset(_EVENT_LAYERS),
            relations=shape.RELATIONS | frozenset(_FROM_TRIGGER),
            tagged=shape.tags(said) + kept,
            sorted=_sorted(row),
            anchors=shape.anchors(said) + _anchors(row),
            linked=shape.links(said) + tuple(dict.fromkeys(_links(row))),
        )
    _log.info("%s: %d spans dropped for a longer one", path, dropped)


def _span(text: str, marked: Row) -> Offsets:
    """Where the marked words stand, without blanks at their ends.

    Raises:
        ValueError: if they stand nowhere in the text; the corpus is checked by its own ``validate.py``.
    """
    span = trimmed(text, marked["start"], marked["end"])
    if span is None:
        raise ValueError(f"{marked['start']}-{marked['end']} holds no words of the text")
    return span


def _attribution(text: str, marked: Row) -> Attribution:
    return Attribution(
        source=() if marked["source"] is None else (_span(text, marked["source"]),),
        cue=tuple(_span(text, piece) for piece in marked["cue"]),
        content=tuple(_span(text, piece) for piece in marked["content"]),
    )


def _arguments(event: Row) -> Iterator[tuple[str, Row]]:
    """The arguments of an event with their roles; people who are aimed at are victims."""
    for key, role in _ROLES.items():
        for argument in event[key]:
            yield ("victim" if argument.get("type") == "people" else role), argument


def _figures(event: Row) -> Iterator[Row]:
    """The claims with a label of the layer of figures, and what repeats them."""
    for claim in (*event["claims"], *event["repeats"]):
        if claim["field"] in LAYERS["figure"]:
            yield claim


def _rejected(row: Row) -> Iterator[Row]:
    """The triggers of what is no incident."""
    for words in row["not_incidents"]:
        if words["trigger"] is not None:
            yield words["trigger"]


def _tags(row: Row) -> Iterator[Tagged]:
    """The spans of the layers of events; they may overlap."""
    marks: list[tuple[str, str, Row]] = [
        *(("trigger", "attack", t) for event in row["events"] for t in event["triggers"]),
        *(("trigger", "attack", t) for t in _rejected(row)),
        *(("role", role, words) for event in row["events"] for role, words in _arguments(event)),
        *(("figure", c["field"], c) for event in row["events"] for c in _figures(event)),
        *(("position", p["polarity"], p) for p in row["positions"]),
    ]
    for layer, label, words in marks:
        start, end = _span(row["text"], words)
        yield Tagged(layer=layer, start=start, end=end, label=label)


def _anchors(row: Row) -> tuple[tuple[str, Offsets], ...]:
    triggers = [*(t for event in row["events"] for t in event["triggers"]), *_rejected(row)]
    spans = dict.fromkeys(_span(row["text"], trigger) for trigger in triggers)
    return tuple((relation, span) for span in spans for relation in _FROM_TRIGGER)


def _links(row: Row) -> Iterator[Linked]:
    """What hangs on the triggers, and each trigger on the others of its event."""
    for event in row["events"]:
        triggers = [_span(row["text"], trigger) for trigger in event["triggers"]]
        figures = (("figure", claim) for claim in _figures(event))
        for relation, words in (*_arguments(event), *figures):
            other = _span(row["text"], words)
            yield Linked(relation=relation, anchor=triggers[words["trigger"]], other=other)
        for one in triggers:
            for other in triggers:
                if one != other:
                    yield Linked(relation="same_event", anchor=one, other=other)


def _sorted(row: Row) -> tuple[Sorted, ...]:
    labels: dict[tuple[str, Offsets], list[str]] = defaultdict(list)
    for head, words, label in (*_event_classes(row), *_claim_classes(row), *_source_classes(row)):
        labels[head, _span(row["text"], words)].append(label)
    return tuple(
        Sorted(head=head, start=start, end=end, label=commonest(found))
        for (head, (start, end)), found in labels.items()
    )


def _event_classes(row: Row) -> Iterator[tuple[str, Row, str]]:
    """Head, words and label: of triggers, targets and weapons."""
    events = {
        (trigger["start"], trigger["end"])
        for event in row["events"]
        for trigger in event["triggers"]
    }
    for event in row["events"]:
        for trigger in event["triggers"]:
            yield "event_type", trigger, event["type"]
            yield "stage", trigger, event["stage"]
            yield "specific", trigger, "specific"
        yield from (("target_type", target, target["type"]) for target in event["targets"])
        yield from (("weapon_type", weapon, weapon["type"]) for weapon in event["weapons"])
    for trigger in _rejected(row):
        if (trigger["start"], trigger["end"]) not in events:
            yield "specific", trigger, "generic"


def _claim_classes(row: Row) -> Iterator[tuple[str, Row, str]]:
    """Head, words and label: of claims, and of the cues of what holds them."""
    for event in row["events"]:
        for claim in (*event["claims"], *event["repeats"]):
            for words in (claim, *_cue(row, claim)):
                yield "stance", words, claim["stance"]
                yield "hedged", words, "hedged" if claim["hedged"] else "plain"
            if claim["field"] == "effect" and claim["value"] in HEADS["effect"]:
                yield "effect", claim, claim["value"]


def _cue(row: Row, claim: Row) -> Iterable[Row]:
    number = claim["attribution"]
    pieces: list[Row] = [] if number is None else row["attributions"][number]["cue"]
    return pieces


def _source_classes(row: Row) -> Iterator[tuple[str, Row, str]]:
    """Head, words and label: of sources whose speaker is listed with a kind."""
    kinds = {source["speaker"]: source["kind"] for source in row["sources"]}
    for marked in row["attributions"]:
        kind = kinds.get(marked["speaker"])
        if marked["source"] is not None and kind in HEADS["source_kind"]:
            yield "source_kind", marked["source"], kind
