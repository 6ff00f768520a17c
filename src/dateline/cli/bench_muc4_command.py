"""``dateline bench muc4``."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from dateline.bench import muc4_bench
from dateline.bench.metrics.coreference import Ratio
from dateline.bench.metrics.muc4.published import MEASURES, NOTE, OFFICIAL, PUBLISHED, REE, RME
from dateline.bench.metrics.muc4.report import Scores
from dateline.bench.metrics.muc4.tallies import Tally
from dateline.cli.bench_parts import file_option, predictions_option, write
from dateline.cli.options import json_option, layer_reader_option
from dateline.cli.output import console, print_json, progress, titled
from dateline.pipeline.reading import encoder_of

_COUNTS = ("pos", "act", "cor", "par", "inc", "spu", "mis", "non")
_NAMES = {OFFICIAL: "MUC-4", REE: "CEAF-REE", RME: "CEAF-RME"}


@click.command("muc4")
@file_option("--data", "The key (JSON Lines), with the documents' texts.", required=True)
@file_option("--system", "Score these responses instead of reading the documents.")
@predictions_option
@click.option(
    "--measure",
    "measures",
    multiple=True,
    type=click.Choice(MEASURES),
    help="Only this measure; may be repeated. [default: all]",
)
@layer_reader_option
@json_option
def muc4(
    data: Path,
    system: Path | None,
    predictions: Path | None,
    measures: tuple[str, ...],
    reader: str,
    *,
    as_json: bool,
) -> None:
    """Measure templates against a key of MUC-4 (reports of attacks in Latin America, 1988 to 1991).

    FILE holds one document a line: {"docid", "text", "templates"}, fills in the notation of MUC-4. OUT gets the responses, {"docid", "templates"}.
    official is the score report of 1992, its human judge replaced by rules made from the scoring guidelines; ree and rme are CEAF-REE
    (Du et al. 2021) and CEAF-RME (Chen et al. 2023), the entities of the key made from its strings. All in percent, published figures beside them.

    \b
    Examples:
      dateline bench muc4 --data dev.jsonl
      dateline bench muc4 --data dev.jsonl --predictions responses.jsonl --json
      dateline bench muc4 --data dev.jsonl --system responses.jsonl --measure ree
    """
    encoder = None if system else encoder_of(reader)
    using = None if encoder is None else muc4_bench.learned_reader(encoder)
    wanted = measures or MEASURES
    with progress("reading") as tick:
        done = muc4_bench.run(data, system=system, reader=using, measures=wanted, tick=tick)
    write(predictions, done.predictions)
    if as_json:
        print_json(muc4_bench.as_dict(done))
        return
    if done.official:
        _print_official(done.official)
    if done.ree:
        _print_ratios(_NAMES[REE], done.ree)
    for variant, roles in done.rme.items():
        _print_ratios(f"{_NAMES[RME]}, {variant}", roles)
    _print_published(wanted)
    console().print()
    console().print(
        f"{done.documents} documents, {done.missing} missing, {done.ignored} ignored; "
        f"{done.malformed} fills against the notation"
    )


def _print_official(scores: Scores) -> None:
    rows = (_official_row(name, tally) for name, tally in scores.rows().items())
    columns = ("slot", *(c.upper() for c in _COUNTS), "R", "P", "F")
    console().print(titled("MUC-4, guidelines judge", columns, rows))


def _official_row(name: str, tally: Tally) -> tuple[str, ...]:
    figures = ["" if n is None else str(n) for n in (tally.recall, tally.precision)]
    f = "" if tally.f is None else f"{tally.f:.2f}"
    return (name, *(str(getattr(tally, c)) for c in _COUNTS), *figures, f)


def _print_ratios(title: str, roles: Mapping[str, Ratio]) -> None:
    rows = (
        (name, *(f"{100 * figure:.2f}" for figure in (each.precision, each.recall, each.f1)))
        for name, each in roles.items()
    )
    console().print()
    console().print(titled(title, ("role", "P", "R", "F1"), rows))


def _print_published(measures: Iterable[str]) -> None:
    wanted = frozenset(measures)
    rows = [
        (_NAMES[p.measure], p.system, p.part, str(p.f), p.source)
        for p in PUBLISHED
        if p.measure in wanted
    ]
    console().print()
    console().print(titled(NOTE, ("measure", "system", "of", "F", "from"), rows))
