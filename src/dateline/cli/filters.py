"""Options that say which incidents or claims."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

from dateline.cli.options import DAY, day
from dateline.model.vocab import TargetType
from dateline.views.incidents import IncidentFilter

F = TypeVar("F", bound=Callable[..., Any])


def incident_options(function: F) -> F:
    """``--since``, ``--until``, ``--country``, ``--region``, ``--side``, ``--target``."""
    for option in (
        click.option(
            "--target",
            type=click.Choice([t.value for t in TargetType]),
            help="Only incidents with this target type.",
        ),
        click.option(
            "--side", metavar="NAME", help="Only incidents that some account lays to this side."
        ),
        click.option(
            "--region", metavar="NAME", help="Only in this first-level region, e.g. Kharkiv."
        ),
        click.option("--country", metavar="NAME", help="Only in this country."),
        click.option(
            "--until",
            type=DAY,
            metavar="DATE",
            help="Only what may have happened on this day or earlier.",
        ),
        click.option(
            "--since",
            type=DAY,
            metavar="DATE",
            help="Only what may have happened on this day or later.",
        ),
    ):
        function = option(function)
    return function


def incident_filter(
    *,
    since: datetime | None,
    until: datetime | None,
    country: str | None,
    region: str | None,
    side: str | None,
    target: str | None,
) -> IncidentFilter:
    """The filter these options make."""
    return IncidentFilter(
        since=day(since),
        until=day(until),
        country=country,
        region=region,
        side=side,
        target_type=TargetType(target) if target else None,
    )
