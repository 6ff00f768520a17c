"""``dateline report``."""

import click
from rich.console import Group
from rich.text import Text

from dateline.cli.marked_text import GROUPS, legend, marked_text, shown_layers
from dateline.cli.options import json_option, ledger_option
from dateline.cli.output import clean, console, or_not_found, print_json, quoted, table
from dateline.cli.words import day_or
from dateline.ledger.store import Ledger
from dateline.settings import Settings
from dateline.views.json_shapes import report_page_shape
from dateline.views.report_page import ReportPage, report_page


@click.command("report")
@click.argument("report_id")
@click.option(
    "--layer",
    "layers",
    multiple=True,
    type=click.Choice(list(GROUPS)),
    metavar="NAME",
    help=f"Mark only this. May be repeated. One of: {', '.join(GROUPS)}.",
)
@click.option("--list", "listed", is_flag=True, help="List the marks with what they say below.")
@ledger_option
@json_option
def command(
    report_id: str, layers: tuple[str, ...], settings: Settings, *, listed: bool, as_json: bool
) -> None:
    """Show one report with its spans marked.

    REPORT_ID is its id, the beginning of it, or its name. In a terminal the marks are colours and underlines; elsewhere what is
    marked stands between ⟦ and ⟧, followed by what it is. With --json come all marks with their offsets.

    \b
    Examples:
      dateline report corran-wire-flash
      dateline report corran-wire-flash --layer attributions
      dateline report r_1a2b --layer events --layer places --list
    """
    with Ledger.open(settings.ledger, create=False, read_only=True) as store, or_not_found():
        page = report_page(store, report_id)
    if as_json:
        print_json(report_page_shape(page))
        return
    out = console()
    shown = shown_layers(layers)
    out.print(_head(page))
    out.print()
    colour = out.color_system is not None
    text = marked_text(page.reading.report.text, page.marks, shown, colour=colour)
    out.print(text, soft_wrap=not out.is_terminal)
    out.print()
    out.print(legend(shown))
    if listed:
        out.print()
        rows = (
            (
                f"{mark.span.start}-{mark.span.end}",
                mark.layer.value,
                mark.event or "",
                quoted(mark.span.of(page.reading.report.text)),
                mark.label,
            )
            for mark in page.marks
            if mark.layer in shown
        )
        out.print(table(("at", "what", "event", "words", "read as"), rows))


def _head(page: ReportPage) -> Group:
    report = page.reading.report
    told = (report.outlet, day_or(report.published), report.title, report.url)
    lines = [Text(clean(f"{report.name}: {' · '.join(t for t in told if t)}"), style="bold")]
    lines.append(Text(f"{report.id}, read by {page.reading.reader}"))
    if page.origin != report.id:
        lines.append(Text(f"a near copy of {page.origin}: the two count as one origin"))
    lines += [Text(clean(f"! {warning}"), style="yellow") for warning in page.reading.warnings]
    lines += [Text(f"event {key}: incident {name}") for key, name in sorted(page.incidents.items())]
    return Group(*lines)
