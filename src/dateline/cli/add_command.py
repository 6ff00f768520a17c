"""``dateline add``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import click

from dateline.cli import REFUSED
from dateline.cli.options import json_option, ledger_option, load_options, reader_option
from dateline.cli.output import Ticker, clean, complain, print_json, progress
from dateline.cli.words import counted
from dateline.errors import ReportError
from dateline.ledger.store import Ledger
from dateline.model.reports import Report
from dateline.pipeline.adding import Step, Tally, add_reports, link, new_run
from dateline.pipeline.reading import encoder_of
from dateline.places.store import open_gazetteer
from dateline.reports.load import load
from dateline.reports.options import LoadOptions
from dateline.settings import Settings


@click.command("add")
@click.argument("paths", nargs=-1, required=True)
@load_options
@reader_option
@ledger_option
@json_option
def command(
    paths: tuple[str, ...],
    options: LoadOptions,
    reader: str,
    settings: Settings,
    *,
    as_json: bool,
) -> None:
    """Read reports into the ledger.

    PATHS are files, folders (read through, in order), archives, feed addresses, or - for standard input. Adding the same again changes
    nothing; adding after an upgrade of Dateline reads again and keeps both readings. Each report is one transaction: an interruption
    loses at most the one at hand, and the same call again goes on where it stopped.

    Refused files, reports without a date and copies of reports are told on standard error, one a line. The exit code is 1 where
    anything was refused.

    \b
    Examples:
      dateline add reports/
      dateline add --ledger postgresql://localhost/desk feed.xml
      dateline add --published 2024-04-24 --outlet "Corran Wire" flash.txt
      dateline add --column text=body --column published=pub_date articles.csv
    """
    gazetteer, encoder = open_gazetteer(settings.gazetteer), encoder_of(reader)
    told = _Told()
    with Ledger.open(settings.ledger) as store:
        run = new_run("add", encoder)
        store.begin_run(run)
        with progress("reading") as tick:
            items = _ticked(load(paths, options), tick)
            for step in add_reports(
                store, items, run_id=run.id, gazetteer=gazetteer, encoder=encoder
            ):
                told.add(step, store)
        incidents = link(store)
    if as_json:
        print_json(told.as_dict(incidents))
    else:
        click.echo(told.summary(incidents))
    if told.refused:
        raise click.exceptions.Exit(REFUSED)


def _ticked(items: Iterable[Report | ReportError], tick: Ticker) -> Iterator[Report | ReportError]:
    for item in items:
        yield item
        tick(item.name if isinstance(item, Report) else "")


@dataclass(slots=True)
class _Told:
    """What is told of a run: refusals, undated reports and copies at once, counts at the end."""

    tally: Tally = field(default_factory=Tally)
    refused: list[str] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    copies: list[dict[str, str]] = field(default_factory=list)

    def add(self, step: Step, store: Ledger) -> None:
        self.tally.add(step)
        if step.error is not None:
            self.refused.append(str(step.error))
            complain(f"refused: {step.error}")
        if step.report is None or step.outcome not in {"added", "read again"}:
            return
        name = step.report.name
        if step.report.published is None:
            self.undated.append(name)
        for warning in step.warnings:
            complain(f"{name}: {warning}")
        for other in step.copies:
            of = store.report(other).name
            self.copies.append({"report": name, "of": of})
            complain(f"{name}: copy of {of}; the two count as one origin")

    def summary(self, incidents: int) -> str:
        counts = [f"{count} {outcome}" for outcome, count in sorted(self.tally.counts.items())]
        lines = [
            f"{', '.join(counts) or 'nothing to read'}; the ledger holds {counted(incidents, 'incident')}"
        ]
        if self.undated:
            lines.append(
                f"{len(self.undated)} without a publication date: kept, relative dates stay open"
            )
        return clean(" · ".join(lines))

    def as_dict(self, incidents: int) -> dict[str, object]:
        return {
            "counts": dict(sorted(self.tally.counts.items())),
            "incidents": incidents,
            "refused": self.refused,
            "undated": self.undated,
            "copies": self.copies,
        }
