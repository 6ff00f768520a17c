"""``dateline bench``."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from dateline.bench import records as bench_records
from dateline.bench import speed as bench_speed
from dateline.bench.metrics.records import NAMES, Scores
from dateline.cli.options import json_option
from dateline.cli.output import as_json_text, console, print_json, progress, table
from dateline.exports.atomic import replacing


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


_data = click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The data file (JSON Lines).",
)
_predictions = click.option(
    "--predictions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was predicted here.",
)


@command.command("records")
@_data
@_predictions
@json_option
def records(data: Path, predictions: Path | None, *, as_json: bool) -> None:
    """Measure events, fields, claims and positions on reports coded by hand.

    FILE holds one coded report a line. OUT gets the readings in the same format.

    \b
    Examples:
      dateline bench records --data coded.jsonl
      dateline bench records --data coded.jsonl --predictions predicted.jsonl --json
    """
    with progress("reading") as tick:
        done = bench_records.run(data, tick=tick)
    _write(predictions, done.predictions)
    if as_json:
        print_json(bench_records.as_dict(done.scores))
    else:
        _print_scores(done.scores)


def _print_scores(scores: Scores) -> None:
    rows = [(*_figures(name, scores.counts[name].row()),) for name in NAMES]
    rows.append((*_figures("RECORD", scores.record.row()),))
    console().print(table(("measure", "P", "R", "F1", "tp", "fp", "fn"), rows))
    console().print(
        f"false events on reports without an event: {scores.false_events} (in {scores.noisy} of {scores.empty} such reports); "
        f"{scores.reports} reports, {scores.missing} missing"
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
@json_option
def speed(data: Path, predictions: Path | None, limit: int | None, *, as_json: bool) -> None:
    """Measure reports and words a second, memory, and the share of time of each stage.

    FILE holds one object a line with a "text". OUT gets the events as MUC-4 templates.

    \b
    Examples:
      dateline bench speed --data texts.jsonl
      dateline bench speed --data texts.jsonl --limit 200 --json
    """
    with progress("reading") as tick:
        done = bench_speed.run(data, limit=limit, tick=tick)
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
