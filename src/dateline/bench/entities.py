"""``bench entities``: persons, organisations, places, weapons and the like, in the forms of re3d, GUM and the CAMEO actor spans."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from dateline.bench.keyed import Keyed, field, keyed, objects, rules, stretch
from dateline.bench.metrics.counts import Prf
from dateline.bench.metrics.spans import Kinded, KindScores, score_kinds
from dateline.errors import InputError, ReportError
from dateline.mentions.find import find_mentions
from dateline.model.mentions import Mentions, NameMention
from dateline.model.places import Toponym, Use
from dateline.model.spans import Span
from dateline.model.vocab import SourceKind, TargetType
from dateline.pipeline.reading import built_in_gazetteer
from dateline.places.find import find_toponyms
from dateline.text.prepare import prepare

Reader: TypeAlias = Callable[[str], Iterable[Kinded]]
"""From a text to ``(start, end, kind)``: characters of the text, end exclusive, and one of :data:`KINDS` or a label of :data:`LABELS`."""

KINDS = (
    "person",
    "organisation",
    "place",
    "weapon",
    "vehicle",
    "money",
    "number",
    "source",
    "target",
    "related",
)
"""What is scored: entities, then CAMEO's actors (who acts, who is acted upon, who does both with another)."""

LABELS: Mapping[str, str | None] = {
    **{kind: kind for kind in KINDS},
    # re3d
    "location": "place",
    "militaryplatform": "vehicle",
    "quantity": "number",
    "nationality": None,
    "temporal": None,
    "documentreference": None,
    "coordinate": None,
    "commsidentifier": None,
    "frequency": None,
    # GUM
    "organization": "organisation",
    "abstract": None,
    "animal": None,
    "event": None,
    "object": None,  # weapons and vehicles among much else
    "plant": None,
    "substance": None,
    "time": None,
    # CAMEO
    "s": "source",
    "t": "target",
    "r": "related",
}
"""Kinds by the labels of the data, in lower case; None where the reader has no such kind, so that it is not scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesRun:
    """What was scored.

    Attributes:
        scores: by kind, of those kinds only that the data marks.
        texts: how many in the data.
        missing: texts that the system's file lacks; they count as read with nothing found.
        ignored: texts of the system's file that the data lacks.
        predictions: in the data file's own format.
    """

    scores: KindScores
    texts: int
    missing: int
    ignored: int
    predictions: tuple[dict[str, Any], ...]


def read_entities(text: str) -> tuple[Kinded, ...]:
    """What the rule reader's mentions, places and events say of the entities of a text."""
    body = prepare(text)
    toponyms = find_toponyms(body, built_in_gazetteer())
    mentions = find_mentions(body, toponyms)
    named = (
        (body.to_source(span), kind) for span, kind in (*_mentioned(mentions), *_located(toponyms))
    )
    return tuple(sorted({(s.start, s.end, kind) for s, kind in (*named, *_acting(text))}))


def _mentioned(mentions: Mentions) -> Iterator[tuple[Span, str]]:
    yield from ((_titled(name), "person") for name in mentions.names)
    for speaker in mentions.speakers:
        if speaker.kind is SourceKind.ORGANISATION and speaker.pronoun is None:
            yield speaker.span, "organisation"
    yield from ((weapon.span, "weapon") for weapon in mentions.weapons)
    for facility in mentions.facilities:
        if facility.type in {TargetType.VEHICLE, TargetType.VESSEL}:
            yield facility.span, "vehicle"
    yield from ((quantity.span, "number") for quantity in mentions.quantities)


def _titled(name: NameMention) -> Span:
    """The name with the title before it, as the corpora mark persons; without a role after it."""
    return Span(name.wide.start, name.span.end)


def _located(toponyms: Iterable[Toponym]) -> Iterator[tuple[Span, str]]:
    for toponym in toponyms:
        if toponym.use is Use.LITERAL:
            yield toponym.wide, "place"


def _acting(text: str) -> Iterator[tuple[Span, str]]:
    """Who attacks and who speaks, and what is attacked."""
    reading = rules(text, "text")
    for said in reading.attributions:
        if said.source_span is not None:
            yield said.source_span, "source"
    for event in reading.events:
        for attacker in event.attackers:
            yield attacker.span, "source"
            yield attacker.span, "organisation"
        yield from ((target.span, "target") for target in event.targets)
        yield from ((place.span, "place") for place in event.places)


def run(
    path: Path,
    *,
    system: Path | None = None,
    reader: Reader = read_entities,
    tick: Callable[[], None] = lambda: None,
) -> EntitiesRun:
    """Score entities on every text of a file.

    Args:
        path: rows with ``text`` and ``entities``: ``[{"start", "end", "label"}]``, or ``etype`` for ``label``.
        system: what another reader made of them, in the same format; ``reader`` is then not called.
        reader: what reads each text; this package's rules by default.
        tick: called after each text that is read.

    Raises:
        ReportError: naming file and line, if a row is not of that form or a label is unknown.
        InputError: if ``reader`` gives a kind that is unknown, or no stretch of the text.
    """
    rows = keyed(path, "text", "entities")
    texts = {name: at.row["text"] for name, at in rows.items()}
    gold = {name: marked(at, len(texts[name])) for name, at in rows.items()}
    found: dict[str, tuple[Kinded, ...]] = {}
    if system is not None:
        given = keyed(system, "entities")
        found = {n: marked(at, len(texts[n])) if n in texts else () for n, at in given.items()}
    else:
        for name, text in texts.items():
            found[name] = tuple(_checked(reader(text), text))
            tick()
    told = {kind for stretches in gold.values() for *_, kind in stretches}
    return EntitiesRun(
        scores=score_kinds(
            ((gold[name], found.get(name, ())) for name in texts), [k for k in KINDS if k in told]
        ),
        texts=len(texts),
        missing=sum(name not in found for name in texts),
        ignored=sum(name not in texts for name in found),
        predictions=tuple(_as_row(n, texts[n], found[n]) for n in texts if n in found),
    )


def marked(at: Keyed, size: int) -> tuple[Kinded, ...]:
    """The entities of a row that have a kind, checked against the size of its text in characters.

    Raises:
        ReportError: naming file and line, if one is not of the form that :func:`run` tells.
    """
    where = field(at, "entities")
    found: list[Kinded] = []
    for row in objects(at, "entities"):
        start, end = stretch(row.get("start"), row.get("end"), size, where)
        label = row.get("label") or row.get("etype")
        folded = str(label).casefold()
        if folded not in LABELS:
            raise ReportError(where, f"unknown label {label!r}.", f"Give one of: {_allowed()}.")
        kind = LABELS[folded]
        if kind is not None and start < end:
            found.append((start, end, kind))
    return tuple(found)


def _allowed() -> str:
    return ", ".join(LABELS)


def _checked(found: Iterable[Kinded], text: str) -> Iterator[Kinded]:
    for start, end, label in found:
        if not 0 <= start < end <= len(text) or label.casefold() not in LABELS:
            raise InputError(
                f"the reader gave ({start}, {end}, {label!r}) for a text of {len(text)} characters; "
                f"kinds are {_allowed()}"
            )
        kind = LABELS[label.casefold()]
        if kind is not None:
            yield start, end, kind


def _as_row(name: str, text: str, found: Iterable[Kinded]) -> dict[str, Any]:
    entities = [
        {"start": start, "end": end, "label": kind, "text": text[start:end]}
        for start, end, kind in sorted(set(found))
    ]
    return {"id": name, "text": text, "entities": entities}


def as_dict(done: EntitiesRun) -> dict[str, Any]:
    """Every figure."""
    exact, overlapping = done.scores.micro
    return {
        "exact": _with_all(done.scores.exact, exact),
        "overlapping": _with_all(done.scores.overlapping, overlapping),
        "texts": done.texts,
        "texts_missing": done.missing,
        "texts_ignored": done.ignored,
        "spans_passed_over": done.scores.passed_over,
    }


def _with_all(counts: Mapping[str, Prf], micro: Prf) -> dict[str, dict[str, float]]:
    return {**{kind: count.row() for kind, count in counts.items()}, "all": micro.row()}
