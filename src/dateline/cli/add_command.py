"""``dateline add``."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import click

from dateline import __version__
from dateline.cli import REFUSED
from dateline.cli.inputs import load_from
from dateline.cli.options import (
    day,
    json_option,
    ledger_option,
    load_options,
    mapped,
    settings_from,
)
from dateline.cli.output import Ticker, complain, print_json, progress
from dateline.errors import ReportError
from dateline.ledger.store import Ledger
from dateline.lexicon.tables import lexicon_hash
from dateline.model.reports import Report
from dateline.model.runs import Run
from dateline.pipeline import Step, Tally, add_reports, link, reader_name
from dateline.places.store import open_gazetteer
from dateline.reports.options import LoadOptions


@click.command("add")
@click.argument("paths", nargs=-1, required=True)
@load_options
@ledger_option
@json_option
def command(
    paths: tuple[str, ...],
    columns: tuple[str, ...],
    published: datetime | None,
    outlet: str | None,
    file_format: str | None,
    encoding: str | None,
    ledger: str | None,
    *,
    as_json: bool,
) -> None:
    """Read reports into the ledger.

    PATHS are files, folders (read through, in order), archives, feed addresses, or - for standard input. Adding the same again changes
    nothing; adding after an upgrade of Dateline reads again and keeps both readings. Each report is one transaction: an interruption
    loses at most the one at hand.

    \b
    Examples:
      dateline add reports/
      dateline add --ledger postgresql://localhost/desk feed.xml
      dateline add --published 2024-04-24 --outlet "Corran Wire" flash.txt
    """
    options = LoadOptions(
        columns=mapped(columns),
        published=day(published),
        outlet=outlet,
        format=file_format,
        encoding=encoding,
    )
    settings = settings_from(ledger)
    gazetteer = open_gazetteer(settings.gazetteer)
    with Ledger.open(settings.ledger) as store:
        run = _run()
        store.begin_run(run)
        tally, refused, warned = Tally(), [], 0
        with progress("reading") as tick:
            for step in add_reports(
                store, _told(load_from(paths, options), tick), run_id=run.id, gazetteer=gazetteer
            ):
                tally.add(step)
                refused += _complaints(step)
                warned += bool(step.warnings)
        incidents = link(store)
    summary = {
        "counts": tally.counts,
        "without_date": warned,
        "incidents": incidents,
        "refused": refused,
    }
    _report(summary, tally, warned, incidents, as_json=as_json)
    if refused:
        raise click.exceptions.Exit(REFUSED)


def _told(items: Iterable[Report | ReportError], tick: Ticker) -> Iterator[Report | ReportError]:
    for item in items:
        yield item
        tick(item.name if isinstance(item, Report) else "")


def _run() -> Run:
    return Run(
        id=f"u_{uuid.uuid4().hex[:16]}",
        started_at=datetime.now(UTC),
        code_version=__version__,
        lexicon_hash=lexicon_hash(),
        reader=reader_name(),
        command="add",
    )


def _complaints(step: Step) -> list[str]:
    """Refusals are told at once; undated reports and copies as they come."""
    if step.error is not None:
        complain(f"refused: {step.error}")
        return [str(step.error)]
    name = step.report.name if step.report is not None else ""
    for warning in step.warnings:
        complain(f"{name}: {warning}")
    return []


def _report(
    summary: dict[str, object], tally: Tally, warned: int, incidents: int, *, as_json: bool
) -> None:
    if as_json:
        print_json(summary)
        return
    counts = (
        ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.counts.items()))
        or "nothing to read"
    )
    click.echo(f"{counts}; the ledger holds {incidents} incidents")
    if warned:
        click.echo(f"{warned} without a publication date: kept, their relative dates stay open")
