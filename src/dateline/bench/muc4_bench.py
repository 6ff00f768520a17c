"""``bench muc4``: a reader, or responses made elsewhere, against a key of MUC-4."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from dateline.bench.lines import json_objects
from dateline.bench.metrics.coreference import Ratio
from dateline.bench.metrics.muc4 import entities
from dateline.bench.metrics.muc4.fills import Kind
from dateline.bench.metrics.muc4.notation import parse
from dateline.bench.metrics.muc4.published import MEASURES, OFFICIAL, PUBLISHED, REE, RME
from dateline.bench.metrics.muc4.ratios import row
from dateline.bench.metrics.muc4.ree import ree
from dateline.bench.metrics.muc4.report import Scores, score
from dateline.bench.metrics.muc4.rme import VARIANTS, rme
from dateline.bench.metrics.muc4.slots import SLOTS
from dateline.bench.metrics.muc4.templates import templates
from dateline.bench.muc4 import as_response
from dateline.bench.templates import assemble
from dateline.errors import ReportError, Where
from dateline.model.reports import Provenance, make_report
from dateline.model.signals import Encoder
from dateline.pipeline.reading import built_in_gazetteer, read_report

Record: TypeAlias = dict[str, Any]
Reader: TypeAlias = Callable[[Record], Record]
"""Takes a record of the key without its answers and returns ``{"docid", "templates"}``."""

_ANSWERS = frozenset({"templates", "relevant", "key_comments"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Muc4Run:
    """What was measured, and what was predicted.

    Attributes:
        official: the score report of 1992 with the guidelines judge; None if not asked for.
        ree: CEAF-REE by role; empty if not asked for.
        rme: CEAF-RME by variant and role; empty if not asked for.
        documents: how many the key holds.
        missing: of those, how many the response lacks; they count as read with nothing found.
        ignored: documents of the response that the key lacks.
        malformed: fills of the response that are against the notation; they count as wrong.
        predictions: the response.
    """

    official: Scores | None
    ree: Mapping[str, Ratio]
    rme: Mapping[str, Mapping[str, Ratio]]
    documents: int
    missing: int
    ignored: int
    malformed: int
    predictions: tuple[Record, ...]


def load(path: Path, *, texts: bool = False) -> dict[str, Record]:
    """A key or a response by document.

    Args:
        path: JSON Lines of ``{"docid", "templates"}``; a key may hold more.
        texts: every record needs a ``text`` too.

    Raises:
        ReportError: naming file and line, if a line lacks that, a fill is no line of words, or a document stands there twice.
    """
    found: dict[str, Record] = {}
    for number, record in json_objects(path):
        amiss = _amiss(record, texts=texts)
        if amiss is None and record["docid"] in found:
            amiss = f"holds {record['docid']!r} again."
        if amiss:
            raise ReportError(
                Where(str(path), line=number),
                amiss,
                'Give each document once: {"docid", "templates": [{slot: [fill, …]}]}.',
            )
        found[record["docid"]] = record
    return found


def _amiss(record: Mapping[str, Any], *, texts: bool) -> str | None:
    """What keeps a record from being used."""
    rows = record.get("templates")
    if not isinstance(record.get("docid"), str) or not isinstance(rows, list):
        return "lacks a docid or templates."
    if texts and not (isinstance(record.get("text"), str) and record["text"].strip()):
        return "lacks a text."
    for template in rows:
        if not isinstance(template, dict):
            return "holds a template that is no object."
        slot = next((s for s in SLOTS if not _fills(template.get(s))), None)
        if slot:
            return f"holds something under {slot!r} that is no list of fills."
    return None


def _fills(given: Any) -> bool:  # noqa: ANN401 -- any JSON value
    """Whether this may stand under a slot."""
    lines = given if isinstance(given, list) else [given or "-"]
    raw = (line.get("raw") if isinstance(line, dict) else line for line in lines)
    return all(isinstance(line, str) for line in raw)


def rule_reader(path: Path) -> Reader:
    """The rules of this package, on records of a file."""

    def read(record: Record) -> Record:
        provenance = Provenance(path=str(path), format="jsonl")
        report = make_report(record["text"], name=record["docid"], provenance=provenance)
        return as_response(record, read_report(report))

    return read


def learned_reader(encoder: Encoder) -> Reader:
    """The learned reader, whose templates are made for this benchmark."""

    def read(record: Record) -> Record:
        return assemble.templates(record, encoder, built_in_gazetteer(), published(record))

    return read


def published(record: Mapping[str, Any]) -> date | None:
    """The day in a record's dateline (``dateline_parts``), such as 4 FEB 90; None where it tells none."""
    told = parse(str((record.get("dateline_parts") or {}).get("date")), Kind.DATE)
    with suppress(ValueError):
        return date.fromisoformat(str(told))
    return None


def run(
    path: Path,
    *,
    system: Path | None = None,
    reader: Reader | None = None,
    measures: Sequence[str] = MEASURES,
    tick: Callable[[], None] = lambda: None,
) -> Muc4Run:
    """Score a reader on a key.

    Args:
        path: the key, with the documents' texts.
        system: responses made elsewhere, instead of a reader's.
        reader: called with each record, its answers taken out; :func:`rule_reader` if None.
        measures: of :data:`~dateline.bench.metrics.muc4.published.MEASURES`.
        tick: called after each document that is read.
    """
    key = load(path, texts=system is None)
    if system is not None:
        response = load(system)
    else:
        response = _read_all(key, reader or rule_reader(path), tick)
    told = {name: templates(record["templates"]) for name, record in response.items()}
    gold = {name: _normalized(entities.gold(record)) for name, record in key.items()}
    found = {
        name: _normalized(entities.response(record["templates"]))
        for name, record in response.items()
    }
    known = {name: templates(record["templates"]) for name, record in key.items()}
    return Muc4Run(
        official=score(known, told) if OFFICIAL in measures else None,
        ree=ree(gold, found) if REE in measures else {},
        rme={v: rme(gold, found, v) for v in VARIANTS} if RME in measures else {},
        documents=len(key),
        missing=len(key.keys() - response.keys()),
        ignored=len(response.keys() - key.keys()),
        malformed=sum(each.malformed for every in told.values() for each in every),
        predictions=tuple(response.values()),
    )


def _read_all(
    key: Mapping[str, Record], reader: Reader, tick: Callable[[], None]
) -> dict[str, Record]:
    response = {}
    for name, record in key.items():
        given = {field: value for field, value in record.items() if field not in _ANSWERS}
        response[name] = {**reader(given), "docid": name}
        tick()
    return response


def _normalized(incidents: Sequence[entities.Incident]) -> tuple[entities.Incident, ...]:
    return tuple(incident.normalized() for incident in incidents)


def as_dict(done: Muc4Run) -> dict[str, Any]:
    """Every figure, in percent, with the published ones of the measures that were asked for."""
    measured: dict[str, Any] = {}
    if done.official:
        measured[OFFICIAL] = {name: t.row() for name, t in done.official.rows().items()}
    if done.ree:
        measured[REE] = {role: row(ratio) for role, ratio in done.ree.items()}
    if done.rme:
        measured[RME] = {
            variant: {role: row(ratio) for role, ratio in roles.items()}
            for variant, roles in done.rme.items()
        }
    return {
        "documents": done.documents,
        "documents_missing": done.missing,
        "documents_ignored": done.ignored,
        "malformed_fills": done.malformed,
        **measured,
        "published": [each.row() for each in PUBLISHED if each.measure in measured],
    }
