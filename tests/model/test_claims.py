import dataclasses
import inspect

import pytest

from dateline.model import claims
from dateline.model.claims import OUTLET, Claim, EventMention, Reading, Source
from dateline.model.reports import Provenance, make_report
from dateline.model.spans import Span
from dateline.model.times import UNDATED
from dateline.model.vocab import EventType, Field, SourceKind, Stage, Stance

CLASSES = [
    value
    for value in vars(claims).values()
    if inspect.isclass(value) and value.__module__ == claims.__name__
]


@pytest.mark.parametrize("kind", CLASSES)
def test_values_are_frozen_and_slim(kind: type) -> None:
    assert dataclasses.is_dataclass(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)


def test_the_outlet_is_a_source_without_words() -> None:
    assert (OUTLET.name, OUTLET.kind, OUTLET.span, OUTLET.side) == (
        "outlet",
        SourceKind.OUTLET,
        None,
        None,
    )


def test_sources_with_equal_values_are_one() -> None:
    one, two = (Source(name="Jana Brel", kind=SourceKind.NAMED) for _ in range(2))
    assert len({one, two}) == 1


def test_a_claim_is_never_changed() -> None:
    claim = Claim(
        field=Field.KILLED,
        value=2,
        text="two",
        span=Span(0, 3),
        source=OUTLET,
        stance=Stance.ASSERTED,
    )
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.value = 3  # type: ignore[misc]


def test_what_is_not_told_is_empty_and_undated() -> None:
    event = EventMention(
        key="A", trigger="hit", trigger_span=Span(0, 3), type=EventType.OTHER, stage=Stage.ATTEMPTED
    )
    assert (event.country, event.admin1, event.dating) == (None, None, UNDATED)
    assert (event.places, event.attackers, event.targets, event.weapons, event.claims) == ((),) * 5
    report = make_report("x", name="x", provenance=Provenance(path="-", format="api"))
    assert Reading(report=report, reader="rules").events == ()
