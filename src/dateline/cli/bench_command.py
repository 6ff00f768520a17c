"""``dateline bench``."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.bench import corpus as bench_corpus
from dateline.bench import records as bench_records
from dateline.bench import speed as bench_speed
from dateline.bench.metrics.coreference import MEASURES, conll
from dateline.bench.metrics.grouping import Grouping
from dateline.bench.metrics.records import NAMES, Scores
from dateline.cli.bench_layers_command import attribution, entities, eventtype
from dateline.cli.bench_muc4_command import muc4
from dateline.cli.options import json_option, reader_option
from dateline.cli.output import as_json_text, console, print_json, progress, table
from dateline.exports.atomic import replacing
from dateline.pipeline.reading import encoder_of

_F = TypeVar("_F", bound=Callable[..., Any])


@click.group("bench")
def command() -> None:
    """Measure the reader on coded reports, and its speed.

    Every task is called alike: dateline bench TASK --data FILE [--predictions OUT] [--json]. OUT gets what was predicted, in the data
    file's own format, so that any scorer can be run over it.

    \b
    Examples:
      dateline bench records --data coded.jsonl --predictions predicted.jsonl
      dateline bench speed --data texts.jsonl --limit 200 --json
    """


for _task in (attribution, entities, eventtype, muc4):
    command.add_command(_task)


def _file(name: str, told: str, *, required: bool = False) -> Callable[[_F], _F]:
    """An option that names a file which is there."""
    there = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option(name, required=required, type=there, help=told)


_data = _file("--data", "The data file (JSON Lines).", required=True)
_predictions = click.option(
    "--predictions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was predicted here.",
)


@command.command("records")
@_file("--data", "Coded reports (JSON Lines), each scored by itself.")
@_file(
    "--corpus",
    "A split of a corpus of stories (JSON Lines, with stories.jsonl beside it): links and dissent are scored too.",
)
@_file("--system", "Score these readings of another reader instead of this one's.")
@_predictions
@reader_option
@json_option
def records(
    data: Path | None,
    corpus: Path | None,
    system: Path | None,
    predictions: Path | None,
    reader: str,
    *,
    as_json: bool,
) -> None:
    """Measure events, fields, claims and positions on reports coded by hand.

    FILE holds one coded report a line. OUT gets the readings in the same format. With --corpus the reports are also linked into incidents,
    and the links (MUC, B-cubed, CEAF-e, LEA) and the fields found disputed are scored. Another reader's file gives each
    event an "incident" of its own naming and each report "disputed": {incident: [fields]}; without them only the reports are scored.

    \b
    Examples:
      dateline bench records --data coded.jsonl
      dateline bench records --corpus corpus/dev.jsonl --predictions predicted.jsonl --json
      dateline bench records --corpus corpus/dev.jsonl --system another.jsonl
    """
    path = data or corpus
    if path is None or (data and corpus):
        raise click.UsageError(
            "Give one of --data FILE (reports alone) and --corpus FILE (stories told by several reports)."
        )
    with progress("reading") as tick:
        if corpus:
            told = bench_corpus.run(corpus, system=system, encoder=encoder_of(reader), tick=tick)
            scores, found, figures = told.scores, told.predictions, bench_corpus.as_dict(told)
        else:
            told = None
            done = bench_records.run(path, system=system, encoder=encoder_of(reader), tick=tick)
            scores, found, figures = (
                done.scores,
                done.predictions,
                bench_records.as_dict(done.scores),
            )
    _write(predictions, found)
    if as_json:
        print_json(figures)
        return
    _print_scores(scores)
    if told:
        _print_grouping(told.grouping)


def _print_scores(scores: Scores) -> None:
    rows = [(*_figures(name, scores.counts[name].row()),) for name in NAMES]
    rows.append((*_figures("RECORD", scores.record.row()),))
    console().print(table(("measure", "P", "R", "F1", "tp", "fp", "fn"), rows))
    console().print(
        f"false events on reports without an event: {scores.false_events} (in {scores.noisy} of {scores.empty} such reports); "
        f"{scores.reports} reports, {scores.missing} missing"
    )


def _print_grouping(group: Grouping) -> None:
    rows = [
        (
            name,
            *(f"{figure:.3f}" for r in (every, found) for figure in (r.precision, r.recall, r.f1)),
        )
        for name in MEASURES
        for every, found in [(group.links[name], group.found_links[name])]
    ]
    rows.append(
        ("CoNLL", "", "", f"{conll(group.links):.3f}", "", "", f"{conll(group.found_links):.3f}")
    )
    columns = ("links of all events", "P", "R", "F1", "P, events found", "R", "F1")
    console().print(table(columns, rows))
    console().print(
        table(
            ("measure", "P", "R", "F1", "tp", "fp", "fn"),
            [_figures("dissent", group.dissent.row())],
        )
    )
    console().print(
        f"{group.incidents} incidents, {group.told_once} of them told by one report only"
    )


def _figures(name: str, row: dict[str, float]) -> tuple[str, ...]:
    return (
        name,
        *(f"{row[key]:.3f}" for key in ("p", "r", "f1")),
        *(f"{row[key]:.0f}" for key in ("tp", "fp", "fn")),
    )


@command.command("speed")
@_data
@_predictions
@click.option("--limit", type=click.IntRange(1), help="Stop after so many reports.")
@reader_option
@json_option
def speed(
    data: Path, predictions: Path | None, limit: int | None, reader: str, *, as_json: bool
) -> None:
    """Measure reports and words a second, memory, and the share of time of each stage.

    FILE holds one object a line with a "text". OUT gets the events as MUC-4 templates.

    \b
    Examples:
      dateline bench speed --data texts.jsonl
      dateline bench speed --data texts.jsonl --limit 200 --json
    """
    with progress("reading") as tick:
        done = bench_speed.run(data, limit=limit, encoder=encoder_of(reader), tick=tick)
    _write(predictions, done.predictions)
    if as_json:
        print_json(done.figures)
        return
    shares = done.figures.pop("share_of_time")
    console().print(
        table(
            ("figure", "value"),
            ((name.replace("_", " "), str(value)) for name, value in done.figures.items()),
        )
    )
    console().print(
        table(
            ("stage", "share of time"), ((stage, f"{share:.0%}") for stage, share in shares.items())
        )
    )


def _write(path: Path | None, values: Iterable[dict[str, Any]]) -> None:
    if path is None:
        return
    with replacing(path) as out:
        for value in values:
            out.write(as_json_text(value).encode() + b"\n")
