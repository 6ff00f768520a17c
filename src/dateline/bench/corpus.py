"""``bench records --corpus``: a reader on stories told by several reports.

What is scored is what a user gets: the reports go into a ledger, are linked there, and the incidents' verdicts are looked up.
"""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.bench.lines import json_objects
from dateline.bench.metrics.coreference import Ratio, conll
from dateline.bench.metrics.grouping import Disputes, Grouping, grouping
from dateline.bench.metrics.records import Scores, score
from dateline.bench.records import as_dict as records_dict
from dateline.bench.records import as_report, load_by_id, load_gold
from dateline.errors import ReportError, Where
from dateline.ledger.store import Ledger
from dateline.model.incidents import Verdict
from dateline.model.signals import Encoder
from dateline.model.vocab import Field
from dateline.pipeline.adding import add_reports, link, new_run
from dateline.views.coded import coded
from dateline.views.incidents import incidents as linked

STORIES = "stories.jsonl"
_FIELDS = frozenset(field.value for field in Field)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusRun:
    """Scores of a reader over one split of the corpus.

    Attributes:
        scores: of each report by itself.
        grouping: of the links between reports and the dissent found.
        predictions: the readings, in the corpus's format; events with ``incident``, reports with ``disputed``.
    """

    scores: Scores
    grouping: Grouping
    predictions: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One split: reports by id, the fields disputed by incident, and the incidents that stand for several."""

    reports: dict[str, dict[str, Any]]
    disputed: Disputes
    umbrellas: frozenset[str]


def load(path: Path) -> Gold:
    """A split and what ``stories.jsonl`` beside it says of its incidents, whose names are made unique by their story's.

    Raises:
        ReportError: naming the file, if there is no such file beside it, it lacks a story, or an event names no incident of its story.
    """
    beside = path.with_name(STORIES)
    if not beside.is_file():
        raise ReportError(
            Where(str(path)),
            f"there is no {STORIES} beside it.",
            "Give a split of a corpus whose stories stand in the same folder, or use --data for reports alone.",
        )
    incidents = {
        f"{story['story']}/{incident['incident']}": incident
        for _, story in json_objects(beside)
        for incident in story["incidents"]
    }
    reports = {record["id"]: _labelled(record, incidents, path) for record in load_gold(path)}
    told = {event["incident"] for record in reports.values() for event in record["events"]}
    return Gold(
        reports=reports,
        disputed={
            name: frozenset(row["field"] for row in incidents[name]["dissent"]) & _FIELDS
            for name in told
        },
        umbrellas=frozenset(name for name in told if incidents[name]["umbrella"]),
    )


def _labelled(record: dict[str, Any], incidents: dict[str, Any], path: Path) -> dict[str, Any]:
    """The report with its events' incidents named by story and incident."""
    events = []
    for event in record["events"]:
        name = f"{record.get('story')}/{event.get('incident')}"
        if name not in incidents:
            raise ReportError(
                Where(str(path), field="incident"),
                f"event {event.get('key')} of {record['id']!r} is of incident {name!r}, which {STORIES} does not hold.",
                "Give the two files of one version of the corpus.",
            )
        events.append(event | {"incident": name})
    return record | {"events": events}


def run(
    path: Path,
    *,
    system: Path | None = None,
    encoder: Encoder | None = None,
    tick: Callable[[], None] = lambda: None,
) -> CorpusRun:
    """Score a reader on one split.

    Args:
        path: the split.
        system: what another reader made of it, in the corpus's format; this package's own reader if None.
        encoder: what the learned reader reads with; None reads by rules.
        tick: called after each report that is read.
    """
    gold = load(path)
    predicted = (
        read_all(gold, path, encoder=encoder, tick=tick) if system is None else load_by_id(system)
    )
    return CorpusRun(
        scores=score(gold.reports, predicted),
        grouping=grouping(gold.reports, predicted, gold.disputed, umbrellas=gold.umbrellas),
        predictions=tuple(predicted.values()),
    )


def read_all(
    gold: Gold, path: Path, *, encoder: Encoder | None = None, tick: Callable[[], None]
) -> dict[str, dict[str, Any]]:
    """Every report read and linked with the others in a ledger of its own."""
    reports = {as_report(record, path): name for name, record in gold.reports.items()}
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "corpus.db") as ledger,
    ):
        run_of = new_run("bench records --corpus", encoder)
        ledger.begin_run(run_of)
        for _ in add_reports(ledger, reports, run_id=run_of.id, encoder=encoder):
            tick()
        link(ledger)
        incidents = linked(ledger)
        predicted = {name: coded(ledger.reading(report.id)) for report, name in reports.items()}
    label: dict[tuple[str, str], str] = {}
    disputed: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for incident in incidents:
        fields = [r.field.value for r in incident.fields if r.verdict is Verdict.DISPUTED]
        for mention in (*incident.mentions, *incident.follow_ups):
            label[mention.report.id, mention.event.key] = incident.id
            disputed[mention.report.id][incident.id] = fields
    return {
        name: _with_links(record, name, label, disputed[str(record["report_id"])])
        for name, record in predicted.items()
    }


def _with_links(
    record: dict[str, Any],
    name: str,
    label: dict[tuple[str, str], str],
    disputed: dict[str, list[str]],
) -> dict[str, Any]:
    events = [
        event | {"incident": label.get((record["report_id"], event["key"]))}
        for event in record["events"]
    ]
    return {**record, "id": name, "events": events, "disputed": disputed}


def as_dict(done: CorpusRun) -> dict[str, Any]:
    """Every figure."""
    group = done.grouping
    return {
        **records_dict(done.scores),
        "incidents": group.incidents,
        "incidents_told_once": group.told_once,
        "links": _links(group.links),
        "links_of_events_found": _links(group.found_links),
        "dissent": group.dissent.row(),
    }


def _links(measures: Mapping[str, Ratio]) -> dict[str, Any]:
    rows = {
        name: {"p": ratio.precision, "r": ratio.recall, "f1": ratio.f1}
        for name, ratio in measures.items()
    }
    return {**rows, "CoNLL": {"f1": conll(measures)}}
