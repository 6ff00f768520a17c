import dataclasses
import inspect

import pytest

from dateline.model import mentions
from dateline.model.mentions import CueKind, MarkerKind, Mentions, TriggerMention
from dateline.model.spans import Span

CLASSES = [
    value
    for value in vars(mentions).values()
    if inspect.isclass(value)
    and value.__module__ == mentions.__name__
    and dataclasses.is_dataclass(value)
]


@pytest.mark.parametrize("kind", CLASSES)
def test_mentions_are_frozen_and_given_by_name(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert all(f.kw_only for f in dataclasses.fields(kind))


@pytest.mark.parametrize("kind", [k for k in CLASSES if k is not Mentions])
def test_every_mention_has_its_span_first(kind: type) -> None:
    assert dataclasses.fields(kind)[0].name == "span"


def test_no_mentions_is_the_default() -> None:
    assert all(getattr(Mentions(), f.name) == () for f in dataclasses.fields(Mentions))


def test_a_trigger_says_nothing_it_is_not_told() -> None:
    trigger = TriggerMention(span=Span(0, 3), type=None)
    assert (trigger.stage, trigger.weapon) == (None, None)
    assert (trigger.verb, trigger.plural, trigger.definite) == (False,) * 3


def test_kinds_are_told_by_their_words() -> None:
    assert CueKind("silence") is CueKind.SILENCE
    assert MarkerKind("follow up") is MarkerKind.FOLLOW_UP
