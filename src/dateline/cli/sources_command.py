"""``dateline sources``."""

import click
from rich.console import Group, RenderableType

from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import console, or_not_found, print_json, quoted, table, titled
from dateline.cli.words import day_or, outlet_of, spoken_value
from dateline.ledger.store import Ledger
from dateline.ledger.values import SourceRow
from dateline.settings import Settings
from dateline.views.json_shapes import source_page_shape, source_row_shape
from dateline.views.sources import SourcePage, source, sources

_COLUMNS = ("speaker", "kind", "office", "side", "claims", "positions", "reports")


@click.command("sources")
@click.argument("words", nargs=-1)
@click.option("--all-of", "name", metavar="NAME", help="Everything this one speaker said.")
@ledger_option
@json_option
def command(words: tuple[str, ...], name: str | None, settings: Settings, *, as_json: bool) -> None:
    """List speakers and how much rests on each.

    WORDS, if given, must all stand in the name, an office or a side. Speakers of one name and kind are one across reports. Nothing here
    scores trust: these are counts.

    \b
    Examples:
      dateline sources
      dateline sources governor
      dateline sources --all-of "Jane Doe"
    """
    if words and name is not None:
        raise click.UsageError("give WORDS for a list or --all-of NAME for one speaker, not both")
    with Ledger.open(settings.ledger, create=False, read_only=True) as store, or_not_found():
        if name is not None:
            _print_page(source(store, name), as_json=as_json)
        else:
            _print_list(sources(store, " ".join(words)), as_json=as_json)


def _print_list(rows: tuple[SourceRow, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([source_row_shape(row) for row in rows])
    elif not rows:
        click.echo("no speaker fits")
    else:
        console().print(table(_COLUMNS, (_cells(row) for row in rows)))


def _cells(row: SourceRow) -> tuple[str, ...]:
    counts = (str(row.claims), str(row.positions), str(row.reports))
    return (row.name, row.kind.value, "; ".join(row.offices), ", ".join(row.sides), *counts)


def _print_page(page: SourcePage, *, as_json: bool) -> None:
    if as_json:
        print_json(source_page_shape(page))
        return
    claims = (
        (
            f"{outlet_of(row.report)}, {day_or(row.report.published)}",
            row.claim.field.value,
            spoken_value(row.claim.value),
            row.claim.stance.value + (", hedged" if row.claim.hedged else ""),
            quoted(row.claim.text),
        )
        for row in page.claims
    )
    stands = (
        (
            f"{outlet_of(row.report)}, {day_or(row.report.published)}",
            row.position.polarity.value,
            row.position.issue,
            quoted(row.position.text),
        )
        for row in page.positions
    )
    parts: list[RenderableType] = [table(_COLUMNS, [_cells(page.row)])]
    if page.claims:
        columns = ("outlet, date", "field", "value", "how", "words")
        parts += ["", titled("Claims", columns, claims)]
    if page.positions:
        parts += ["", titled("Positions", ("outlet, date", "stand", "on", "words"), stands)]
    console().print(Group(*parts))
