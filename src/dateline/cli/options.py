"""Options that several commands share, each set gathered into the value the command wants."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar, cast

import click

from dateline.reports.options import FIELDS, FORMATS, LoadOptions
from dateline.settings import DEFAULT_READER, READERS, Settings, from_environment

F = TypeVar("F", bound=Callable[..., Any])

DAY = click.DateTime(formats=["%Y-%m-%d"])


def gathered(
    into: str, build: Callable[..., Any], options: Mapping[str, Callable[[F], F]]
) -> Callable[[F], F]:
    """A decorator that adds options to a command and hands it one value made from them.

    Args:
        into: name of the command's argument that takes the value.
        build: makes it; called with the options by name.
        options: name of each option to its Click decorator, in the order of the help.
    """

    def decorate(function: F) -> F:
        @wraps(function)
        def call(*args: Any, **given: Any) -> Any:  # noqa: ANN401 -- whatever the command gives
            own = {name: given.pop(name) for name in options}
            return function(*args, **{into: build(**own)}, **given)

        made = cast("F", call)
        for option in reversed(tuple(options.values())):
            made = option(made)
        return made

    return decorate


def _settings(ledger: str | None) -> Settings:
    """The environment's settings, with the ledger given on the command line."""
    given = from_environment(os.environ)
    return given if ledger is None else replace(given, ledger=ledger)


def environment_settings() -> Settings:
    """The settings of a command that has no options for them."""
    return _settings(None)


def ledger_option(function: F) -> F:
    """``--ledger``; the command takes ``settings``."""
    option = click.option(
        "--ledger",
        metavar="URL",
        help="The ledger: a path, or a postgresql:// address. [default: $DATELINE_LEDGER, else dateline.db]",
    )
    return gathered("settings", _settings, {"ledger": option})(function)


def reader_option(function: F) -> F:
    """``--reader``; the command takes ``reader``, the environment's where none is given."""
    default = f"[default: $DATELINE_READER, else {DEFAULT_READER}]"
    return gathered("reader", _reader, {"reader": _reader_choice(default)})(function)


def layer_reader_option(function: F) -> F:
    """``--reader`` of a task on one layer of the learned reader; the command takes ``reader``, ``learned`` where none is given."""
    option = _reader_choice("[default: learned]", default="learned")
    return gathered("reader", _reader, {"reader": option})(function)


def _reader_choice(told: str, default: str | None = None) -> Callable[[F], F]:
    return click.option(
        "--reader",
        type=click.Choice(READERS),
        default=default,
        help=f"learned: a trained encoder with the rules behind it. rules: the rules alone. {told}",
    )


def _reader(reader: str | None) -> str:
    return reader if reader is not None else environment_settings().reader


def json_option(function: F) -> F:
    """``--json``; the command takes ``as_json``."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON for programs instead of tables."
    )(function)


def day(given: datetime | None) -> date | None:
    """The day of an option of type :data:`DAY`."""
    return given.date() if given is not None else None


def load_options(function: F) -> F:
    """How files are taken in: ``--column``, ``--published``, ``--outlet``, ``--format``, ``--encoding``; the command takes ``options``."""
    return gathered(
        "options",
        _load_options,
        {
            "columns": click.option(
                "--column",
                "columns",
                multiple=True,
                metavar="FIELD=NAME",
                help="Which column or key holds a field, e.g. --column text=body. May be repeated. "
                f"Fields: {', '.join(FIELDS)}.",
            ),
            "published": click.option(
                "--published",
                type=DAY,
                metavar="DATE",
                help="Publication date (YYYY-MM-DD) of reports that don't tell theirs.",
            ),
            "outlet": click.option(
                "--outlet", metavar="NAME", help="Outlet of reports that don't name one."
            ),
            "file_format": click.option(
                "--format",
                "file_format",
                type=click.Choice(FORMATS),
                metavar="NAME",
                help="Take the files for this format instead of finding out: "
                f"{', '.join(FORMATS)}.",
            ),
            "encoding": click.option(
                "--encoding",
                metavar="NAME",
                help="Character encoding of the files, where they don't tell.",
            ),
        },
    )(function)


def _load_options(
    columns: tuple[str, ...],
    published: datetime | None,
    outlet: str | None,
    file_format: str | None,
    encoding: str | None,
) -> LoadOptions:
    return LoadOptions(
        columns=mapped(columns),
        published=day(published),
        outlet=outlet,
        format=file_format,
        encoding=encoding,
    )


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
