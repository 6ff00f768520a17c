"""``dateline bench``: the tasks on one layer of a reading (attributions, entities, types of events)."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.bench import attribution as bench_attribution
from dateline.bench import entities as bench_entities
from dateline.bench import eventtype as bench_eventtype
from dateline.bench import learned
from dateline.bench.metrics.attribution import KINDS, MEASURES, WHOLE
from dateline.bench.metrics.classes import support
from dateline.cli.bench_parts import COUNTS, counted, file_option, predictions_option, write
from dateline.cli.options import json_option, layer_reader_option
from dateline.cli.output import console, print_json, progress, table
from dateline.pipeline.reading import encoder_of

_F = TypeVar("_F", bound=Callable[..., Any])


def _task(name: str, data: str) -> Callable[[_F], click.Command]:
    """A command with the options that every task has; ``data`` tells what its file holds."""

    def decorate(function: _F) -> click.Command:
        made = json_option(layer_reader_option(function))
        for option in (
            predictions_option,
            file_option(
                "--system",
                "Score this file of another reader, in the data file's format, instead of this one's.",
            ),
            file_option("--data", data, required=True),
        ):
            made = option(made)
        return click.command(name)(made)

    return decorate


@_task("attribution", "Texts with source, cue and content marked (JSON Lines).")
def attribution(
    data: Path, system: Path | None, predictions: Path | None, reader: str, *, as_json: bool
) -> None:
    """Measure who is found to say what: source, cue and content of each attribution.

    FILE holds one object a line: "id", "text", "attributions": [{"source": [[start, end], ...], "cue": ..., "content": ...}], in
    characters of the text, end exclusive, a list empty where there is none.

    Tokens and characters are those in any span of the kind. Tokens are this package's own: the possessive stands alone, contractions and
    compounds with hyphens stay whole; a token is in if it shares a character with a span. Exact spans are all that one attribution has
    of a kind. Whole attributions are paired one to one: all three exact, or (relaxed) half the characters or more shared in each.
    Published figures stand beside those they are nearest to; the test data and, for models, the unit of text are others.

    \b
    Examples:
      dateline bench attribution --data attributed.jsonl
      dateline bench attribution --data attributed.jsonl --system another.jsonl --json
    """
    encoder = encoder_of(reader)
    using = {"reader": learned.attributions(encoder)} if encoder is not None else {}
    with progress("reading") as tick:
        done = bench_attribution.run(data, system=system, tick=tick, **using)
    write(predictions, done.predictions)
    if as_json:
        print_json(bench_attribution.as_dict(done.scores))
        return
    scores = done.scores
    rows = [
        (f"{measure}, {kind}", *counted(scores.parts[measure][kind]), _published(measure, kind))
        for measure in MEASURES
        for kind in KINDS
    ]
    rows += [(f"whole attributions, {name}", *counted(scores.whole[name]), "") for name in WHOLE]
    console().print(table(("measure", *COUNTS, "F1 of others"), rows))
    _print_texts(scores.texts, scores.missing, scores.ignored)
    for told in bench_attribution.PUBLISHED:
        console().print(f"{told.who}, {told.measure}: {told.on}", markup=False)


def _published(measure: str, kind: str) -> str:
    return ", ".join(
        f"{told.f1[kind]:.3f} {told.who}"
        for told in bench_attribution.PUBLISHED
        if told.measure == measure
    )


@_task("entities", "Texts with entities marked (JSON Lines).")
def entities(
    data: Path, system: Path | None, predictions: Path | None, reader: str, *, as_json: bool
) -> None:
    """Measure persons, organisations, places, weapons and other entities, exact and by overlap.

    FILE holds one object a line: "text", "entities": [{"start", "end", "label"}] ("etype" does for "label"), and "id" where it has one;
    without one a text goes by its line. Labels are those of re3d, GUM and the CAMEO actor spans (S, T, R); those without a kind of ours are not
    scored, nor are kinds that the file never marks. By overlap, spans of one kind that share a character are paired one to one.

    \b
    Examples:
      dateline bench entities --data entities.jsonl
      dateline bench entities --data entities.jsonl --predictions found.jsonl
    """
    encoder = encoder_of(reader)
    using = {"reader": learned.entities(encoder)} if encoder is not None else {}
    with progress("reading") as tick:
        done = bench_entities.run(data, system=system, tick=tick, **using)
    write(predictions, done.predictions)
    if as_json:
        print_json(bench_entities.as_dict(done))
        return
    scores = done.scores
    for name, counts, micro in zip(
        ("exact", "overlapping"), (scores.exact, scores.overlapping), scores.micro, strict=True
    ):
        rows = [(kind, *counted(count)) for kind, count in (*counts.items(), ("all", micro))]
        console().print(table((name, *COUNTS), rows))
    _print_texts(done.texts, done.missing, done.ignored)
    console().print(f"{scores.passed_over} spans of kinds that the data does not mark, passed over")


@_task("eventtype", "Short texts with a label each (JSON Lines).")
def eventtype(
    data: Path, system: Path | None, predictions: Path | None, reader: str, *, as_json: bool
) -> None:
    """Measure the sorting of short texts into ACLED's 25 sub-event types.

    FILE holds one object a line: "id", "text", "label": a name of ACLED's or a code of CASE 2021, shared task 2, in any case and
    punctuation. The learned reader sorts the text as a whole; the rules give it the type of the first event they read in it, "Other" if
    there is none.

    \b
    Examples:
      dateline bench eventtype --data snippets.jsonl
      dateline bench eventtype --data snippets.jsonl --system another.jsonl --json
    """
    encoder = encoder_of(reader)
    using = {"classifier": learned.types(encoder)} if encoder is not None else {}
    with progress("reading") as tick:
        done = bench_eventtype.run(data, system=system, tick=tick, **using)
    write(predictions, done.predictions)
    if as_json:
        print_json(bench_eventtype.as_dict(done))
        return
    scores = done.scores
    console().print(
        table(
            ("type", *COUNTS, "texts"),
            [(n, *counted(count), f"{support(count)}") for n, count in scores.classes.items()],
        )
    )
    rows = [
        ("weighted F1", f"{scores.weighted_f1:.3f}", _best("weighted_f1")),
        ("macro F1", f"{scores.macro_f1:.3f}", ""),
        ("accuracy", f"{scores.accuracy:.3f}", ""),
    ]
    console().print(table(("over all texts", "figure", "of others"), rows))
    mistakes = [
        (c.gold, c.system or "nothing", f"{c.count}")
        for c in scores.confusions[: bench_eventtype.COMMONEST]
    ]
    if mistakes:
        console().print(table(("commonest mistakes: is", "taken for", "texts"), mistakes))
    _print_texts(scores.texts, done.missing, done.ignored)


def _best(measure: str) -> str:
    published: Iterable[Mapping[str, Any]] = bench_eventtype.PUBLISHED
    return ", ".join(f"{row[measure]:.3f} {row['who']}" for row in published)


def _print_texts(texts: int, missing: int, ignored: int) -> None:
    console().print(f"{texts} texts, {missing} missing, {ignored} ignored")
