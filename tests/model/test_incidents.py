import dataclasses
import inspect

import pytest

from dateline.model import incidents
from dateline.model.claims import OUTLET, Claim
from dateline.model.incidents import DecisionKind, FieldRecord, FieldValue, MatchResult, Verdict
from dateline.model.spans import Span
from dateline.model.vocab import Field, Stance

CLASSES = [
    value
    for value in vars(incidents).values()
    if inspect.isclass(value)
    and value.__module__ == incidents.__name__
    and dataclasses.is_dataclass(value)
]


@pytest.mark.parametrize("kind", CLASSES)
def test_values_are_frozen_and_given_by_name(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert all(f.kw_only for f in dataclasses.fields(kind))


def test_verdicts_and_decisions_keep_their_words() -> None:
    assert [v.value for v in Verdict] == ["agreed", "single source", "disputed", "unknown"]
    assert [d.value for d in DecisionKind] == [
        "merge",
        "split",
        "accept",
        "reject",
        "correct",
        "undo",
    ]


def test_a_pair_is_not_barred_unless_told() -> None:
    assert MatchResult(left="a", right="b", weight=0.0, comparisons=()).barred is None


def test_a_field_without_open_voices_has_none() -> None:
    claim = Claim(
        field=Field.KILLED,
        value=2,
        text="two",
        span=Span(0, 3),
        source=OUTLET,
        stance=Stance.ASSERTED,
    )
    value = FieldValue(value=claim.value, voices=(), denials=(), origins=1)
    record = FieldRecord(field=Field.KILLED, verdict=Verdict.SINGLE, values=(value,))
    assert record.open == ()
