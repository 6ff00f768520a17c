"""Readings into the ledger, and the ledger's mentions into incidents."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from dateline import __version__
from dateline.errors import DatelineError, ReportError
from dateline.incidents.record import all_incidents, members, stamp
from dateline.ledger.store import Ledger
from dateline.lexicon.tables import lexicon_hash
from dateline.model.claims import Reading
from dateline.model.reports import Report
from dateline.model.runs import Run
from dateline.model.signals import Encoder
from dateline.pipeline.reading import read_reports, reader_name
from dateline.places.gazetteer import Gazetteer
from dateline.reports.copies import bands, is_copy, signature, similarity


def new_run(command: str, encoder: Encoder | None = None) -> Run:
    """A run that starts now, with what it is made with; ``command`` is what the user called."""
    return Run(
        id=f"u_{uuid.uuid4().hex[:16]}",
        started_at=datetime.now(UTC),
        code_version=__version__,
        lexicon_hash=lexicon_hash(),
        reader=reader_name(encoder),
        command=command,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What became of one report on its way into the ledger.

    Attributes:
        report: the report; None if it could not be loaded.
        outcome: ``added``, ``read again`` (known report, newer reader), ``known`` or ``refused``.
        error: why it was refused.
        copies: ids of reports in the ledger that it is a near-identical copy of.
        warnings: what the reader could not do.
    """

    report: Report | None
    outcome: str
    error: DatelineError | None = None
    copies: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts of what became of the reports of one run."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, step: Step) -> None:
        """Count one step."""
        self.counts[step.outcome] = self.counts.get(step.outcome, 0) + 1


def add_reports(
    ledger: Ledger,
    items: Iterable[Report | ReportError],
    *,
    run_id: str,
    gazetteer: Gazetteer | None = None,
    encoder: Encoder | None = None,
) -> Iterator[Step]:
    """Read reports into the ledger, one transaction a report; yields what became of each.

    A report that can't be read is told and passed over. Reading the same report twice with the same reader changes nothing. Call :func:`link` afterwards.
    """
    name = reader_name(encoder)

    def known(report: Report) -> bool:
        return ledger.has_reading(report.id, name)

    for report, reading in read_reports(items, gazetteer=gazetteer, encoder=encoder, skip=known):
        if isinstance(reading, ReportError):
            yield Step(report=report, outcome="refused", error=reading)
        elif report is None or reading is None:
            yield Step(report=report, outcome="known")
        else:
            yield _append(ledger, reading, run_id)


def _append(ledger: Ledger, reading: Reading, run_id: str) -> Step:
    report = reading.report
    mark = signature(report.text)
    keys = bands(mark)
    copies = tuple(
        (other, similarity(mark, theirs))
        for other, theirs in ledger.similar(keys)
        if other != report.id and is_copy(mark, theirs)
    )
    appended = ledger.append(reading, run_id=run_id, signature=mark, bands=keys, copies=copies)
    if not appended.reading_new:
        return Step(report=report, outcome="known")
    return Step(
        report=report,
        outcome="added" if appended.report_new else "read again",
        copies=tuple(other for other, _ in copies),
        warnings=reading.warnings,
    )


def link(ledger: Ledger) -> int:
    """Link all event mentions of the ledger into incidents and keep the result as its cache; how many there are.

    The result is a function of mentions and decisions alone: neither the order of arrival nor an interruption changes it.
    """
    mark = stamp(ledger.watermark())
    kept, marked = ledger.clusters()
    if marked == mark:
        return len({incident for incident, _, _ in kept})
    incidents = all_incidents(ledger.mentions(), ledger.decisions())
    ledger.save_clusters(members(incidents), mark)
    return len(incidents)
