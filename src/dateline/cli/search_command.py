"""``dateline search``."""

import click
from rich.text import Text

from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import clean_lines, console, print_json, table
from dateline.cli.words import day_or
from dateline.ledger.store import Ledger
from dateline.ledger.values import Hit
from dateline.settings import Settings
from dateline.views.json_shapes import hit_shape


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="At most so many reports, and so many claims.",
)
@ledger_option
@json_option
def command(words: tuple[str, ...], limit: int, settings: Settings, *, as_json: bool) -> None:
    """Search reports and claims for words.

    All WORDS must stand in the report or claim; words between double quotes stand next to each other.

    \b
    Examples:
      dateline search refinery fire
      dateline search '"oil depot"'
      dateline search --json --limit 5 drone
    """
    with Ledger.open(settings.ledger, create=False, read_only=True) as store:
        hits = store.search(" ".join(words), limit)
    if as_json:
        print_json([hit_shape(hit) for hit in hits])
    elif not hits:
        click.echo("nothing found")
    else:
        columns = ("report", "published", "outlet", "in", "words")
        console().print(table(columns, (_cells(hit) for hit in hits)))


def _cells(hit: Hit) -> tuple[str | Text, ...]:
    report = hit.report
    kind = "claim" if hit.claim_id else "report"
    return report.name, day_or(report.published), report.outlet or "not told", kind, _snippet(hit)


def _snippet(hit: Hit) -> Text:
    """The words found stand out in colour; where there is none, between angle marks."""
    made = Text()
    for piece in hit.pieces:
        words = clean_lines(piece.text).replace("\n", " ")
        if piece.found and console().is_terminal:
            made.append(words, style="bold reverse")
        else:
            made.append(f"⟦{words}⟧" if piece.found else words)
    return made
