"""``bench records``: the reader on reports coded by hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.bench.lines import json_objects
from dateline.bench.metrics.records import NAMES, Scores, score
from dateline.errors import ReportError, Where
from dateline.model.reports import Provenance, Report, make_report
from dateline.model.signals import Encoder
from dateline.pipeline.reading import read_report
from dateline.reports.dates import parse_published
from dateline.views.coded import coded


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsRun:
    """Scores, and what was predicted in the data file's own format."""

    scores: Scores
    predictions: tuple[dict[str, Any], ...]


def load_gold(path: Path) -> Iterator[dict[str, Any]]:
    """The coded reports of a JSON Lines file.

    Raises:
        ReportError: naming file and line, if a line is no coded report, or a report stands there twice.
    """
    seen: set[str] = set()
    for number, record in json_objects(path):
        missing = [key for key in ("id", "text", "events") if key not in record]
        if missing or record["id"] in seen:
            found = f"lacks {', '.join(missing)}." if missing else f"holds {record['id']!r} again."
            raise ReportError(
                Where(str(path), line=number),
                found,
                "Give each report once, in the coding guide's format.",
            )
        seen.add(record["id"])
        yield record


def load_by_id(path: Path) -> dict[str, dict[str, Any]]:
    """The same by report id."""
    return {record["id"]: record for record in load_gold(path)}


def as_report(record: dict[str, Any], path: Path) -> Report:
    """The report a coded record is about."""
    published, moment = (
        parse_published(record["published"], where=Where(str(path), field="published"))
        if record.get("published")
        else (None, None)
    )
    return make_report(
        record["text"],
        name=record["id"],
        provenance=Provenance(path=str(path), format="jsonl"),
        published=published,
        published_at=moment,
        outlet=record.get("outlet"),
        title=record.get("title"),
        url=record.get("url"),
    )


def run(
    path: Path,
    *,
    system: Path | None = None,
    encoder: Encoder | None = None,
    tick: Callable[[], None] = lambda: None,
) -> RecordsRun:
    """Read every report of the file and score the readings.

    Args:
        path: coded reports.
        system: what another reader made of them, in the same format; this package's own reader if None.
        encoder: what the learned reader reads with; None reads by rules.
        tick: called after each report that is read.
    """
    gold = load_by_id(path)
    if system is not None:
        predicted = load_by_id(system)
        return RecordsRun(scores=score(gold, predicted), predictions=tuple(predicted.values()))
    predicted = {}
    for name, record in gold.items():
        # The report's own name may have been cleaned; the scorer goes by the gold's.
        predicted[name] = {
            **coded(read_report(as_report(record, path), encoder=encoder)),
            "id": name,
        }
        tick()
    return RecordsRun(scores=score(gold, predicted), predictions=tuple(predicted.values()))


def as_dict(scores: Scores) -> dict[str, Any]:
    """Every figure, in the reference scorer's own shape."""
    return {
        "record": scores.record.row(),
        "scores": {name: scores.counts[name].row() for name in NAMES},
        "reports": scores.reports,
        "reports_missing": scores.missing,
        "reports_ignored": scores.ignored,
        "no_event_reports": scores.empty,
        "no_event_reports_with_false_events": scores.noisy,
        "false_events": scores.false_events,
    }
