"""MUC-4: Latin American reports of 1988 to 1990 with filled templates of attacks (Fourth Message Understanding Conference 1992).

The templates quote the text without offsets; every occurrence of every quoted wording is tagged, the longest where they overlap. Text and key are in upper case.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from dateline.bench.lines import json_objects
from dateline_training.corpora.spans import longest
from dateline_training.example import Example, Linked, Offsets, Sorted, Tagged
from dateline_training.labels import HEADS, MUC_ROLES

_log = logging.getLogger(__name__)

Template: TypeAlias = Mapping[str, Any]

LAYER = "muc"
RELATION = "same_template"
_NONE = "-"
_UNSAID = "UNSAID"

_ROLES = {
    "perp-ind-id": "perp-ind",
    "perp-org-id": "perp-org",
    "inc-instr-id": "instrument",
    "phys-tgt-id": "phys-tgt",
    "hum-tgt-name": "hum-tgt",
    "hum-tgt-desc": "hum-tgt",
}
"""Slots of quoted words and the label of what they quote."""

_OF_TEMPLATE = {"muc_type": "inc-type", "muc_stage": "inc-stage", "muc_category": "perp-inc-cat"}
"""Heads and the slot that holds their label for every fill of a template."""

_OF_FILL = {
    "perp-org": {"muc_confidence": "perp-org-conf"},
    "instrument": {"muc_instrument": "inc-instr-type"},
    "phys-tgt": {"muc_thing": "phys-tgt-type", "muc_thing_effect": "phys-tgt-effect"},
    "hum-tgt": {"muc_person": "hum-tgt-type", "muc_person_effect": "hum-tgt-effect"},
}
"""For each role heads and the slot that holds their label, which refers to the fill by its words."""

_FORMS = {"hum-tgt-name": "name", "hum-tgt-desc": "description"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A filler of a template: any of its wordings names it.

    Attributes:
        template: number of the template within its document, from 0.
        role: one of ``MUC_ROLES``.
        wordings: as the key quotes them.
        classes: head and label.
    """

    template: int
    role: str
    wordings: tuple[str, ...]
    classes: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A fill and where its wordings stand, in order."""

    fill: Fill
    spans: tuple[Offsets, ...]


def read(path: Path) -> Iterator[Example]:
    """The documents of one JSON Lines file; those without a template are negatives throughout.

    Optional templates and fills count like the others. Of alternative classes the first counts. A span that is a fill of several templates has a class only
    where they agree. Every fill's first occurrence is an anchor, linked to all occurrences of all fills of the templates that it belongs to.

    Args:
        path: rows ``{"docid", "text", "templates"}``; a slot holds a list of fillers ``{"alts": [{"value" | "places", "ref"}]}`` or ``"*"``.

    Raises:
        ReportError: if a line is no JSON object.
        ValueError: if a class is none of its head's labels.
    """
    lost = total = 0
    for _, row in json_objects(path):
        text = row["text"]
        numbered = enumerate(row["templates"])
        fills = [fill for number, template in numbered for fill in _fills(text, number, template)]
        found = [Placed(fill=fill, spans=occurrences(text, fill.wordings)) for fill in fills]
        tagged = _tagged(found)
        kept = _kept(found, tagged)
        total += len(found)
        lost += len(found) - len(kept)
        anchors, linked = _same_template(kept)
        yield Example(
            id=row["docid"],
            corpus="muc4",
            text=text,
            layers=frozenset({LAYER}),
            relations=frozenset({RELATION}),
            tagged=tagged,
            sorted=_sorted(kept),
            anchors=anchors,
            linked=linked,
        )
    _log.info("%s: %d of %d fills stand nowhere or only within longer ones", path, lost, total)


def occurrences(text: str, wordings: Iterable[str]) -> tuple[Offsets, ...]:
    """Where any of the wordings stands in the text as whole words, in any case and with any blanks between its words; in order, each once.

    A line may also break after a hyphen.
    """
    found: set[Offsets] = set()
    for wording in wordings:
        words = r"\s+".join(re.escape(word) for word in wording.split())
        words = re.sub(r"(?<=\w)\\-(?=\w)", r"\\-\\s*", words)
        pattern = rf"(?<!\w){words}(?!\w)"
        found.update(match.span() for match in re.finditer(pattern, text, re.IGNORECASE))
    return tuple(sorted(found))


def _fillers(template: Template, slot: str) -> list[Mapping[str, Any]]:
    """The alternatives of a slot's fillers in one list; a slot that does not apply holds ``"*"``."""
    held = template[slot]
    return [] if isinstance(held, str) else [alt for filler in held for alt in filler["alts"]]


def _fills(text: str, number: int, template: Template) -> Iterator[Fill]:
    """The fills of a template with their classes, the places last."""
    shared = {
        (head, label)
        for head, slot in _OF_TEMPLATE.items()
        for label in _labels(head, _fillers(template, slot))[:1]
    }
    for slot, role in _ROLES.items():
        for alt in _fillers(template, slot):
            wordings = _wordings(alt["value"])
            own = set(_own_classes(template, role, (_wordings(alt.get("ref", ())), wordings)))
            if slot in _FORMS:
                own.add(("muc_person_form", _FORMS[slot]))
            if wordings:
                yield Fill(
                    template=number, role=role, wordings=wordings, classes=frozenset(shared | own)
                )
    named = {name: None for alt in _fillers(template, "inc-loc") for name in _finest(text, alt)}
    if named:
        yield Fill(template=number, role="place", wordings=tuple(named), classes=frozenset(shared))


def _wordings(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value.strip() and value != _NONE)


def _finest(text: str, location: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the smallest place of a location that the text names; the country is none."""
    for place in reversed(location["places"]):
        ends = place.get("between", (place,))
        names = _wordings(name for end in ends for name in end["names"])
        if occurrences(text, names):
            return names
    return ()


def _own_classes(
    template: Template, role: str, wordings: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Head and label of a fill by the slots that refer to it.

    Args:
        template: the fill's.
        role: the fill's.
        wordings: what it may be referred to by: the words it refers to itself (a name, from a description), then its own.
    """
    for head, slot in _OF_FILL.get(role, {}).items():
        fillers = _fillers(template, slot)
        labels = [
            label for words in wordings for label in _labels(head, _referring(fillers, words))
        ]
        if labels:
            yield head, labels[0]
        elif _UNSAID in HEADS[head]:
            yield head, _UNSAID


def _referring(
    fillers: Iterable[Mapping[str, Any]], wordings: tuple[str, ...]
) -> list[Mapping[str, Any]]:
    """The fillers that refer to any of the wordings; those that share most first, wordings that they do not share counting against them."""
    wanted = set(wordings)
    hits = [filler for filler in fillers if wanted & set(filler.get("ref", ()))]
    return sorted(hits, key=lambda f: len(wanted ^ set(f["ref"])) - len(wanted & set(f["ref"])))


def _labels(head: str, fillers: Iterable[Mapping[str, Any]]) -> list[str]:
    labels = [label for filler in fillers for label in filler["value"] if label != _NONE]
    for label in labels:
        if label not in HEADS[head]:
            raise ValueError(f"{head} has no label {label!r}")
    return labels


def _tagged(found: Iterable[Placed]) -> tuple[Tagged, ...]:
    tags = {
        Tagged(layer=LAYER, start=start, end=end, label=placed.fill.role)
        for placed in found
        for start, end in placed.spans
    }
    return longest(tags, ranks=MUC_ROLES)


def _kept(found: Iterable[Placed], tagged: Iterable[Tagged]) -> list[Placed]:
    """The fills with those of their occurrences that are tagged, if there is one."""
    tags = {(tag.label, (tag.start, tag.end)) for tag in tagged}
    kept = (
        Placed(fill=p.fill, spans=tuple(span for span in p.spans if (p.fill.role, span) in tags))
        for p in found
    )
    return [placed for placed in kept if placed.spans]


def _sorted(kept: Iterable[Placed]) -> tuple[Sorted, ...]:
    """The classes that the fills of a span agree on."""
    labels: dict[tuple[Offsets, str], set[str]] = {}
    for placed in kept:
        for span in placed.spans:
            for head, label in placed.fill.classes:
                labels.setdefault((span, head), set()).add(label)
    return tuple(
        Sorted(head=head, start=start, end=end, label=next(iter(found)))
        for ((start, end), head), found in sorted(labels.items())
        if len(found) == 1
    )


def _same_template(
    kept: Sequence[Placed],
) -> tuple[tuple[tuple[str, Offsets], ...], tuple[Linked, ...]]:
    """Anchors, and their links to the occurrences of the fills of their templates."""
    spans: dict[int, set[Offsets]] = {}
    templates: dict[Offsets, set[int]] = {}
    for placed in kept:
        spans.setdefault(placed.fill.template, set()).update(placed.spans)
        for span in placed.spans:
            templates.setdefault(span, set()).add(placed.fill.template)
    firsts = sorted({placed.spans[0] for placed in kept})
    linked = tuple(
        Linked(relation=RELATION, anchor=first, other=other)
        for first in firsts
        for other in sorted(set().union(*(spans[number] for number in templates[first])) - {first})
    )
    return tuple((RELATION, first) for first in firsts), linked
