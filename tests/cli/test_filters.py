from collections.abc import Callable
from datetime import date
from typing import Any

import click
import pytest
from click.testing import CliRunner

from dateline.cli.filters import claim_options, incident_options, position_options
from dateline.ledger.values import ClaimFilter, PositionFilter
from dateline.model.vocab import (
    EventType,
    Field,
    Polarity,
    SourceKind,
    Stage,
    Stance,
    TargetType,
)
from dateline.views.incidents import IncidentFilter


def given(options: Callable[[Any], Any], *line: str) -> Any:
    seen: list[Any] = []

    @click.command()
    @options
    def command(where: Any) -> None:
        seen.append(where)

    CliRunner().invoke(command, line, catch_exceptions=False)
    (where,) = seen
    return where


@pytest.mark.parametrize(
    ("options", "value"),
    [
        (incident_options, IncidentFilter()),
        (claim_options, ClaimFilter()),
        (position_options, PositionFilter()),
    ],
)
def test_no_option_is_no_condition(options: Callable[[Any], Any], value: object) -> None:
    assert given(options) == value


def test_conditions_on_incidents() -> None:
    line = [
        *("--since", "2031-05-01", "--until", "2031-05-31", "--as-of", "2031-06-01"),
        *("--country", "Norland", "--region", "Belmark", "--side", "Sudland"),
        *("--type", "air/drone strike", "--stage", "attempted", "--target", "fuel storage"),
        *("--words", "two depots"),
    ]
    assert given(incident_options, *line) == IncidentFilter(
        since=date(2031, 5, 1),
        until=date(2031, 5, 31),
        as_of=date(2031, 6, 1),
        country="Norland",
        region="Belmark",
        side="Sudland",
        type=EventType.DRONE,
        stage=Stage.ATTEMPTED,
        target_type=TargetType.FUEL_STORAGE,
        words="two depots",
    )


def test_conditions_on_claims() -> None:
    line = "--source Torv --kind named --side Norland --field killed --stance denied --since 2031-05-01 --until 2031-05-31"
    assert given(claim_options, *line.split()) == ClaimFilter(
        source="Torv",
        kind=SourceKind.NAMED,
        side="Norland",
        fields=frozenset({Field.KILLED}),
        stances=frozenset({Stance.DENIED}),
        published_from=date(2031, 5, 1),
        published_to=date(2031, 5, 31),
    )


def test_conditions_on_positions() -> None:
    line = "--source Torv --side Norland --polarity opposes --since 2031-05-01 --until 2031-05-31"
    assert given(position_options, *line.split()) == PositionFilter(
        source="Torv",
        side="Norland",
        polarities=frozenset({Polarity.OPPOSES}),
        published_from=date(2031, 5, 1),
        published_to=date(2031, 5, 31),
    )
