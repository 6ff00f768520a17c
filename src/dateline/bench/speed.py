"""``bench speed``: reports and words a second, memory, and the share of time each stage takes."""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.bench.lines import json_objects
from dateline.bench.muc4 import as_response
from dateline.errors import ReportError, Where
from dateline.model.reports import Provenance, Report, make_report
from dateline.model.signals import Encoder
from dateline.pipeline.reading import built_in_gazetteer, read_report


@dataclass(slots=True)
class Stopwatch:
    """Seconds spent in each stage, of processor time."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Measure one stage."""
        before = time.process_time()
        try:
            yield
        finally:
            took = time.process_time() - before
            self.seconds[stage] = self.seconds.get(stage, 0.0) + took


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeedRun:
    """What was measured, and what was predicted."""

    figures: dict[str, Any]
    predictions: tuple[dict[str, Any], ...]


def load_texts(path: Path) -> Iterator[tuple[dict[str, Any], Report]]:
    """Every record of a JSON Lines file, with the report its ``text`` makes.

    Raises:
        ReportError: naming file and line, if a record holds no text.
    """
    for number, record in json_objects(path):
        text = record.get("text")
        if not isinstance(text, str) or not text.strip():
            raise ReportError(
                Where(str(path), line=number),
                "no text.",
                'Give one object a line with a "text", and an "id" or a "docid".',
            )
        provenance = Provenance(path=str(path), line=number, format="jsonl")
        name = str(record.get("docid") or record.get("id") or number)
        yield record, make_report(text, name=name, provenance=provenance)


def run(
    path: Path,
    *,
    limit: int | None = None,
    encoder: Encoder | None = None,
    tick: Callable[[], None] = lambda: None,
) -> SpeedRun:
    """Read all texts of a file one after the other in one process, the gazetteer opened before the clock starts.

    Args:
        path: one object with a ``text`` a line.
        limit: stop after so many.
        encoder: what the learned reader reads with; None reads by rules.
        tick: called after each text.
    """
    built_in_gazetteer()
    watch = Stopwatch()
    words = count = 0
    predictions = []
    wall, processor = time.perf_counter(), time.process_time()
    for record, report in load_texts(path):
        reading = read_report(report, encoder=encoder, watch=watch)
        predictions.append(as_response(record, reading))
        words += len(report.text.split())
        count += 1
        tick()
        if limit is not None and count >= limit:
            break
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    return SpeedRun(
        figures=_figures(count, words, (wall, processor), watch), predictions=tuple(predictions)
    )


def _figures(
    count: int, words: int, seconds: tuple[float, float], watch: Stopwatch
) -> dict[str, Any]:
    wall, processor = seconds
    spent = sum(watch.seconds.values()) or 1.0
    return {
        "reports": count,
        "words": words,
        "wall_seconds": round(wall, 3),
        "processor_seconds": round(processor, 3),
        "reports_per_second": round(count / processor, 1) if processor else None,
        "words_per_second": round(words / processor) if processor else None,
        "peak_memory_mib": round(_peak_mib(), 1),
        "share_of_time": {stage: round(took / spent, 3) for stage, took in watch.seconds.items()},
    }


def _peak_mib() -> float:
    """Largest resident size of this process so far (Linux counts KiB, macOS bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
