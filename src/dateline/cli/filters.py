"""Options that say which incidents, claims or positions."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

import click

from dateline.cli.options import DAY, day, gathered
from dateline.ledger.values import ClaimFilter, PositionFilter
from dateline.model.vocab import EventType, Field, Polarity, SourceKind, Stage, Stance, TargetType
from dateline.views.incidents import IncidentFilter

F = TypeVar("F", bound=Callable[..., Any])


def _text(name: str, text: str) -> Callable[[F], F]:
    return click.option(name, metavar="WORDS" if name == "--words" else "NAME", help=text)


def _day(name: str, text: str) -> Callable[[F], F]:
    return click.option(name, type=DAY, metavar="DATE", help=text)


def _word(name: str, vocabulary: type[StrEnum], text: str) -> Callable[[F], F]:
    """An option that takes a word of a vocabulary, in any case; the words stand in its help."""
    words = [word.value for word in vocabulary]
    return click.option(
        name,
        type=click.Choice(words, case_sensitive=False),
        metavar="WORD",
        help=f"{text} One of: {', '.join(words)}.",
    )


def incident_options(function: F) -> F:
    """Which incidents; the command takes ``where``, an :class:`IncidentFilter`."""
    return gathered(
        "where",
        _incidents,
        {
            "since": _day("--since", "Only what may have happened on this day or later."),
            "until": _day("--until", "Only what may have happened on this day or earlier."),
            "country": _text("--country", "Only in this country."),
            "region": _text("--region", "Only in this first-level region, e.g. Kharkiv."),
            "side": _text("--side", "Only what some account lays to this side."),
            "type": _word("--type", EventType, "Only of this type."),
            "stage": _word("--stage", Stage, "Only what got so far."),
            "target": _word("--target", TargetType, "Only with this target type."),
            "words": _text("--words", "Only where a report or claim holds all these words."),
            "as_of": _day(
                "--as-of", "The record as it stood at the end of this day: nothing later counts."
            ),
        },
    )(function)


def _incidents(
    *,
    since: datetime | None,
    until: datetime | None,
    as_of: datetime | None,
    type: str | None,  # noqa: A002 -- the option's name
    stage: str | None,
    target: str | None,
    **names: str | None,
) -> IncidentFilter:
    return IncidentFilter(
        since=day(since),
        until=day(until),
        as_of=day(as_of),
        type=EventType(type) if type else None,
        stage=Stage(stage) if stage else None,
        target_type=TargetType(target) if target else None,
        **names,
    )


_PUBLISHED = {
    "since": _day("--since", "Only in reports published on this day or later."),
    "until": _day("--until", "Only in reports published on this day or earlier."),
}


def claim_options(function: F) -> F:
    """Which claims; the command takes ``where``, a :class:`ClaimFilter`."""
    return gathered(
        "where",
        _claims,
        {
            "source": _text("--source", "Only what this speaker says."),
            "kind": _word("--kind", SourceKind, "Only what speakers of this kind say."),
            "side": _text("--side", "Only what speakers of this side say."),
            "field": _word("--field", Field, "Only this field."),
            "stance": _word("--stance", Stance, "Only held in this way."),
            **_PUBLISHED,
        },
    )(function)


def _claims(  # one argument an option
    *,
    kind: str | None,
    field: str | None,
    stance: str | None,
    since: datetime | None,
    until: datetime | None,
    source: str | None,
    side: str | None,
) -> ClaimFilter:
    return ClaimFilter(
        kind=SourceKind(kind) if kind else None,
        fields=frozenset({Field(field)}) if field else None,
        stances=frozenset({Stance(stance)}) if stance else None,
        published_from=day(since),
        published_to=day(until),
        source=source,
        side=side,
    )


def position_options(function: F) -> F:
    """Which positions; the command takes ``where``, a :class:`PositionFilter`."""
    return gathered(
        "where",
        _positions,
        {
            "source": _text("--source", "Only what this speaker holds."),
            "side": _text("--side", "Only what speakers of this side hold."),
            "polarity": _word("--polarity", Polarity, "Only this way."),
            **_PUBLISHED,
        },
    )(function)


def _positions(
    *,
    polarity: str | None,
    since: datetime | None,
    until: datetime | None,
    source: str | None,
    side: str | None,
) -> PositionFilter:
    return PositionFilter(
        polarities=frozenset({Polarity(polarity)}) if polarity else None,
        published_from=day(since),
        published_to=day(until),
        source=source,
        side=side,
    )
