"""What the tasks of ``dateline bench`` share: their options, their rows of figures, and the file of what was predicted."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.bench.metrics.counts import Prf
from dateline.cli.output import as_json_text
from dateline.exports.atomic import replacing

F = TypeVar("F", bound=Callable[..., Any])

COUNTS = ("P", "R", "F1", "tp", "fp", "fn")
"""Columns of :func:`figures`."""


def file_option(name: str, told: str, *, required: bool = False) -> Callable[[F], F]:
    """An option that names a file which is there."""
    there = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option(name, required=required, type=there, help=told)


def predictions_option(function: F) -> F:
    """``--predictions``; the command takes ``predictions``."""
    return click.option(
        "--predictions",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write what was predicted here.",
    )(function)


def figures(row: dict[str, float]) -> tuple[str, ...]:
    """The cells of :data:`COUNTS`, of a row as :meth:`dateline.bench.metrics.counts.Prf.row` gives it."""
    return (
        *(f"{row[key]:.3f}" for key in ("p", "r", "f1")),
        *(f"{row[key]:.0f}" for key in ("tp", "fp", "fn")),
    )


def counted(count: Prf) -> tuple[str, ...]:
    """The same of counts."""
    return figures(count.row())


def write(path: Path | None, values: Iterable[dict[str, Any]]) -> None:
    """What was predicted, one object a line; nothing where no file is given."""
    if path is None:
        return
    with replacing(path) as out:
        for value in values:
            out.write(as_json_text(value).encode() + b"\n")
