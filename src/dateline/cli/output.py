"""What every command prints with: one console, tables, JSON, progress on standard error.

Nothing that a report holds reaches a terminal as a command to it: control characters, escape sequences, and characters
that turn the direction of the text are shown as spaces or as JSON escapes, and Rich's markup is never read.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import click
from rich import box
from rich.console import Console, Group, RenderableType
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

from dateline.cli import NOT_FOUND
from dateline.errors import UsageError

WIDE = 120
"""Columns of a table that goes to a file or a pipe, unless the variable COLUMNS says otherwise."""

# What json.dumps leaves as it is and a terminal may obey: C1 controls, marks of direction, lone surrogates.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def console() -> Console:
    """Standard output; where it is no terminal, plain and so wide that little is folded."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    told = os.environ.get("COLUMNS", "")
    width = int(told) if told.isdecimal() and int(told) else WIDE
    return Console(highlight=False, width=width, color_system=None)


def as_json_text(value: Any, *, indent: int | None = None) -> str:  # noqa: ANN401 -- any JSON value
    """JSON that is safe to show in a terminal and equal to the value when it is read."""
    made = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", made)


def print_json(value: Any) -> None:  # noqa: ANN401 -- any JSON value
    """One JSON value, indented, as UTF-8."""
    click.echo(as_json_text(value, indent=1))


def print_json_line(value: Any) -> None:  # noqa: ANN401 -- any JSON value
    """One JSON value on one line."""
    click.echo(as_json_text(value))


def complain(message: str) -> None:
    """One line on standard error."""
    click.echo(clean(message), err=True)


def clean(words: str) -> str:
    """Words of a report made fit for a terminal: control characters shown as spaces, on one line."""
    return " ".join(clean_lines(words).split())


def clean_lines(words: str) -> str:
    """The same, each character by one, so that offsets and line breaks stay."""
    return "".join(c if c == "\n" or c.isprintable() else " " for c in words)


def quoted(words: str) -> str:
    """Words of a report in quotation marks, fit for a terminal."""
    return f"“{clean(words)}”"


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str | Text]], *, leading: int = 0
) -> Table:
    """A table people can read; cells are taken literally, not as markup.

    Args:
        columns: their heads.
        rows: one cell a column.
        leading: empty lines between rows.
    """
    made = Table(
        header_style="bold", box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, leading=leading
    )
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(clean(cell)) for cell in row))
    return made


def titled(
    title: str | Text, columns: Sequence[str], rows: Iterable[Sequence[str | Text]]
) -> RenderableType:
    """A table under a title, which is taken literally too and may be wider than the table."""
    above = Text(clean(title), style="bold") if isinstance(title, str) else title
    return Group(above, table(columns, rows))


def fitting_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], width: int
) -> RenderableType:
    """A table, or where it is wider than ``width``, one block of lines a row."""
    made = table(columns, rows)
    natural = Console(width=100_000).measure(made).maximum
    if natural <= width or len(columns) == 1:
        return made
    longest = max(len(clean(column)) for column in columns)
    return Group(*(_block(columns, row, longest) for row in rows))


def _block(columns: Sequence[str], row: Sequence[str], longest: int) -> Table:
    block = Table.grid(padding=(0, 2))
    block.add_column(style="bold", min_width=longest, no_wrap=True)
    block.add_column(overflow="fold")
    for column, cell in zip(columns, row, strict=True):
        block.add_row(Text(clean(column)), Text(clean(cell)))
    block.add_row("", "")
    return block


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


@contextmanager
def or_not_found() -> Iterator[None]:
    """Ends the command with :data:`NOT_FOUND` where the block finds nothing of the name it was given, or several.

    Raises:
        click.exceptions.Exit: with that code.
    """
    try:
        yield
    except UsageError as error:
        complain(f"dateline: {error}")
        raise click.exceptions.Exit(NOT_FOUND) from error
