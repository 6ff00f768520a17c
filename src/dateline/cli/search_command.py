"""``dateline search``."""

import click
from rich.text import Text

from dateline.cli.options import json_option, ledger_option, settings_from
from dateline.cli.output import clean, console, print_json, table
from dateline.ledger.store import Ledger
from dateline.ledger.values import Hit


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many hits."
)
@ledger_option
@json_option
def command(words: tuple[str, ...], limit: int, ledger: str | None, *, as_json: bool) -> None:
    """Search reports and claims for words.

    All WORDS must stand in the report or claim; quote several to search a phrase.

    \b
    Examples:
      dateline search refinery fire
      dateline search '"oil depot"'
    """
    with Ledger.open(settings_from(ledger).ledger, create=False, read_only=True) as store:
        hits = store.search(" ".join(words), limit)
    if as_json:
        print_json([_as_dict(hit) for hit in hits])
        return
    if not hits:
        click.echo("nothing found")
        return
    rows = (
        (
            hit.report.name,
            hit.report.published.isoformat() if hit.report.published else "",
            hit.report.outlet or "",
            "claim" if hit.claim_id else "report",
            _snippet(hit),
        )
        for hit in hits
    )
    console().print(table(("report", "published", "outlet", "in", "words"), rows))


def _snippet(hit: Hit) -> Text:
    made = Text()
    for piece in hit.pieces:
        made.append(
            clean(piece.text) if piece.found else " " + clean(piece.text) + " ",
            style="bold reverse" if piece.found else "",
        )
    return made


def _as_dict(hit: Hit) -> dict[str, object]:
    return {
        "report_id": hit.report.id,
        "report": hit.report.name,
        "outlet": hit.report.outlet,
        "published": hit.report.published.isoformat() if hit.report.published else None,
        "claim_id": hit.claim_id,
        "event_id": hit.event_id,
        "snippet": [{"text": piece.text, "found": piece.found} for piece in hit.pieces],
    }
