"""What every command prints with: one console, tables, JSON, progress on standard error."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text


def console() -> Console:
    """Standard output; plain and wide where it is no terminal, so that nothing is cut in a file or a pipe."""
    return (
        Console(highlight=False)
        if sys.stdout.isatty()
        else Console(highlight=False, width=160, color_system=None)
    )


def print_json(value: Any) -> None:  # noqa: ANN401 -- any JSON value
    """One JSON value, indented, as UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_json_lines(values: Iterable[Any]) -> None:
    """One JSON value a line."""
    for value in values:
        click.echo(json.dumps(value, ensure_ascii=False))


def complain(message: str) -> None:
    """One line on standard error."""
    click.echo(message, err=True)


def clean(words: str) -> str:
    """Words of a report made fit for a terminal: control characters shown as spaces, on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str | Text]], *, title: str | None = None
) -> Table:
    """A table people can read; cells are taken literally, not as markup."""
    made = Table(
        title=title, title_justify="left", header_style="bold", pad_edge=False, expand=False
    )
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(clean(cell)) for cell in row))
    return made


class Ticker(Protocol):
    """Counts steps of long work."""

    def __call__(self, label: str = "") -> None:
        """One step done; ``label`` names the thing at hand."""


@contextmanager
def progress(title: str, total: int | None = None, *, show: bool = True) -> Iterator[Ticker]:
    """A progress bar on standard error while it is a terminal; silent otherwise."""
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[label]}", markup=False),
        console=Console(stderr=True),
        transient=True,
        disable=not show or not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task(title, total=total, label="")

        def tick(label: str = "") -> None:
            bar.update(task, advance=1, label=clean(label)[:50])

        yield tick
