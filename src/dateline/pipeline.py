"""Puts the stages together; the only module that knows them all.

::

    Report ─▶ Text ─▶ timexes, toponyms ─▶ mentions ─▶ Reading ─▶ ledger ─▶ incidents
"""

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import TypeAlias

from dateline import __version__
from dateline.claims.compose import compose
from dateline.errors import DatelineError, ReportError, ResourceError, Where
from dateline.incidents.record import all_incidents, members, stamp
from dateline.ledger.store import Ledger
from dateline.lexicon.outlets import home_country
from dateline.lexicon.tables import lexicon_hash
from dateline.mentions.find import find_mentions
from dateline.model.claims import Reading
from dateline.model.reports import Report
from dateline.model.runs import Run
from dateline.places.find import find_toponyms
from dateline.places.gazetteer import Gazetteer
from dateline.places.store import open_gazetteer
from dateline.reports.copies import bands, is_copy, signature, similarity
from dateline.text.prepare import prepare
from dateline.times.find import find_timexes

Watch: TypeAlias = Callable[[str], AbstractContextManager[object]]
"""Called with the name of a stage; what it returns is entered while the stage runs."""

STAGES = ("text", "times", "places", "mentions", "claims")


def unwatched(_stage: str) -> AbstractContextManager[object]:
    """A watch that does nothing."""
    return nullcontext()


@cache
def reader_name() -> str:
    """Name and version of the rule reader, with the hash of its tables."""
    return f"rules {__version__} {lexicon_hash()}"


@cache
def built_in_gazetteer() -> Gazetteer:
    """The gazetteer used where none is given; built on first use."""
    return open_gazetteer()


def read_report(
    report: Report, *, gazetteer: Gazetteer | None = None, watch: Watch = unwatched
) -> Reading:
    """Read one report with the rule reader.

    Args:
        report: what to read.
        gazetteer: where place names are looked up; the built-in one by default.
        watch: told of each stage (:data:`STAGES`) as it runs, for measuring.
    """
    places = gazetteer if gazetteer is not None else built_in_gazetteer()
    with watch("text"):
        text = prepare(report.text)
    with watch("times"):
        timexes = find_timexes(text, report.published)
    with watch("places"):
        toponyms = find_toponyms(text, places, home_country(report.outlet, report.url))
    with watch("mentions"):
        mentions = find_mentions(text, toponyms)
    with watch("claims"):
        return compose(
            report, text, mentions, toponyms=toponyms, timexes=timexes, reader=reader_name()
        )


def try_report(report: Report, *, gazetteer: Gazetteer | None = None) -> Reading | ReportError:
    """As :func:`read_report`; a fault of the reader refuses this one report instead of stopping the rest.

    Raises:
        ResourceError: if a table or the gazetteer is broken, which no other report would survive either.
    """
    try:
        return read_report(report, gazetteer=gazetteer)
    except ResourceError:
        raise
    except Exception as error:  # noqa: BLE001 -- the one place where a bug is kept from costing the other reports
        found = report.provenance
        return ReportError(
            Where(found.path, member=found.member, line=found.line),
            f"the reader failed on report {report.name!r} ({type(error).__name__}: {error}).",
            "That is a bug in Dateline: please report it, with this line. Other reports are not affected.",
        )


def new_run(command: str) -> Run:
    """A run that starts now, with what it is made with; ``command`` is what the user called."""
    return Run(
        id=f"u_{uuid.uuid4().hex[:16]}",
        started_at=datetime.now(UTC),
        code_version=__version__,
        lexicon_hash=lexicon_hash(),
        reader=reader_name(),
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
) -> Iterator[Step]:
    """Read reports into the ledger, one transaction a report; yields what became of each.

    A report that can't be read is told and passed over. Reading the same report twice with the same reader changes nothing. Call :func:`link` afterwards.
    """
    for item in items:
        yield (
            _refused(item)
            if isinstance(item, ReportError)
            else _add(ledger, item, run_id, gazetteer)
        )


def _refused(error: ReportError) -> Step:
    return Step(report=None, outcome="refused", error=error)


def _add(ledger: Ledger, report: Report, run_id: str, gazetteer: Gazetteer | None) -> Step:
    if ledger.has_reading(report.id, reader_name()):
        return Step(report=report, outcome="known")
    reading = try_report(report, gazetteer=gazetteer)
    if isinstance(reading, ReportError):
        return Step(report=report, outcome="refused", error=reading)
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
