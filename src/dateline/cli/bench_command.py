"""``dateline bench``."""

from pathlib import Path

import click

from dateline.bench import corpus as bench_corpus
from dateline.bench import pace as bench_pace
from dateline.bench import records as bench_records
from dateline.bench import speed as bench_speed
from dateline.bench.metrics.coreference import MEASURES, conll
from dateline.bench.metrics.grouping import Grouping
from dateline.bench.metrics.records import NAMES, Scores
from dateline.cli.bench_layers_command import attribution, entities, eventtype
from dateline.cli.bench_muc4_command import muc4
from dateline.cli.bench_parts import COUNTS, counted, file_option, predictions_option, write
from dateline.cli.options import json_option, reader_option
from dateline.cli.output import console, print_json, progress, table
from dateline.pipeline.reading import encoder_of


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


@command.command("records")
@file_option("--data", "Coded reports (JSON Lines), each scored by itself.")
@file_option(
    "--corpus",
    "A split of a corpus of stories (JSON Lines, with stories.jsonl beside it): links and dissent are scored too.",
)
@file_option("--system", "Score these readings of another reader instead of this one's.")
@predictions_option
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
    write(predictions, found)
    if as_json:
        print_json(figures)
        return
    _print_scores(scores)
    if told:
        _print_grouping(told.grouping)


def _print_scores(scores: Scores) -> None:
    rows = [(name, *counted(scores.counts[name])) for name in NAMES]
    rows.append(("RECORD", *counted(scores.record)))
    console().print(table(("measure", *COUNTS), rows))
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
            ("measure", *COUNTS),
            [("dissent", *counted(group.dissent))],
        )
    )
    console().print(
        f"{group.incidents} incidents, {group.told_once} of them told by one report only"
    )


@command.command("speed")
@file_option("--data", "The data file (JSON Lines).", required=True)
@predictions_option
@click.option("--limit", type=click.IntRange(1), help="Stop after so many reports.")
@click.option(
    "--rounds",
    type=click.IntRange(1),
    help="Time the whole reader and its encoder alone by turns, so many times each, and give their ratio.",
)
@click.option(
    "--spacy",
    metavar="PIPELINE",
    help="With --rounds: time this installed pipeline of spaCy's in turn with them.",
)
@reader_option
@json_option
def speed(
    data: Path,
    predictions: Path | None,
    limit: int | None,
    rounds: int | None,
    spacy: str | None,
    reader: str,
    *,
    as_json: bool,
) -> None:
    """Measure reports and words a second, memory, and the share of time of each stage.

    FILE holds one object a line with a "text". OUT gets the events as MUC-4 templates. With --rounds whole runs are timed by turns instead,
    on the clock on the wall, reports read ahead as "dateline add" reads them.

    \b
    Examples:
      dateline bench speed --data texts.jsonl
      dateline bench speed --data texts.jsonl --limit 200 --json
      dateline bench speed --data texts.jsonl --limit 50 --rounds 5 --spacy en_core_web_sm
    """
    if rounds is not None:
        if predictions is not None:
            raise click.UsageError(
                "--rounds times readers and keeps no readings: leave --predictions out."
            )
        _pace(data, rounds, limit, spacy, reader, as_json=as_json)
        return
    if spacy is not None:
        raise click.UsageError("--spacy goes with --rounds N.")
    with progress("reading") as tick:
        done = bench_speed.run(data, limit=limit, encoder=encoder_of(reader), tick=tick)
    write(predictions, done.predictions)
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


def _pace(
    data: Path, rounds: int, limit: int | None, spacy: str | None, reader: str, *, as_json: bool
) -> None:
    with progress("timing") as tick:
        done = bench_pace.run(
            data, rounds=rounds, limit=limit, encoder=encoder_of(reader), spacy=spacy, tick=tick
        )
    if as_json:
        print_json(bench_pace.as_dict(done))
        return
    rows = [
        (
            name,
            *(f"{figure:,.0f}" for figure in (speed.least, speed.middle, speed.most)),
            *(
                (f"{ratio.middle:.2f}", f"{ratio.least:.2f} to {ratio.most:.2f}")
                if (ratio := done.times_of_encoder.get(name))
                else ("", "")
            ),
        )
        for name, speed in done.words_per_second.items()
    ]
    columns = ("words a second", "least", "median", "most", "times the encoder's time", "from, to")
    console().print(table(columns, rows))
    console().print(f"{done.texts} reports, {done.words} words, {rounds} rounds")
