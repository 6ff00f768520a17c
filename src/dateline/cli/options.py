"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from dateline.settings import Settings, from_environment

F = TypeVar("F", bound=Callable[..., Any])

DAY = click.DateTime(formats=["%Y-%m-%d"])


def settings_from(ledger: str | None) -> Settings:
    """The settings of this call: the environment's, with the ledger given on the command line."""
    given = from_environment(os.environ)
    return given if ledger is None else Settings(ledger=ledger, gazetteer=given.gazetteer)


def ledger_option(function: F) -> F:
    """``--ledger``."""
    return click.option(
        "--ledger",
        metavar="URL",
        help="The ledger: a path, or a postgresql:// address. [default: $DATELINE_LEDGER, else dateline.db]",
    )(function)


def json_option(function: F) -> F:
    """``--json``."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON for programs instead of tables."
    )(function)


def day(given: datetime | None) -> date | None:
    """The day of an option of type :data:`DAY`."""
    return given.date() if given is not None else None


def load_options(function: F) -> F:
    """How files are taken in: ``--column``, ``--published``, ``--outlet``, ``--format``, ``--encoding``."""
    for option in (
        click.option(
            "--encoding",
            metavar="NAME",
            help="Character encoding of the files, where they don't tell.",
        ),
        click.option(
            "--format",
            "file_format",
            metavar="NAME",
            help="Take the files for this format instead of finding out: seed, text, html, jsonl, csv, feed.",
        ),
        click.option("--outlet", metavar="NAME", help="Outlet of reports that don't name one."),
        click.option(
            "--published",
            type=DAY,
            metavar="DATE",
            help="Publication date (YYYY-MM-DD) of reports that don't tell theirs.",
        ),
        click.option(
            "--column",
            "columns",
            multiple=True,
            metavar="FIELD=NAME",
            help="Which column or key holds a field, e.g. --column text=body. Fields: id, text, published, outlet, title, url, language. May be repeated.",
        ),
    ):
        function = option(function)
    return function


def mapped(columns: tuple[str, ...]) -> dict[str, str]:
    """``FIELD=NAME`` pairs.

    Raises:
        click.BadParameter: for one without ``=``.
    """
    pairs: dict[str, str] = {}
    for column in columns:
        name, equals, source = column.partition("=")
        if not equals or not name or not source:
            raise click.BadParameter(
                f"{column!r} is no FIELD=NAME pair, such as text=body", param_hint="--column"
            )
        pairs[name.strip()] = source.strip()
    return pairs
