import pytest

from dateline.mentions.counts import find_counts
from dateline.model.vocab import Field
from dateline.text.prepare import prepare

BOTH = (Field.KILLED, Field.INJURED)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("No one was killed.", (Field.KILLED,)),
        ("Nobody was injured.", (Field.INJURED,)),
        ("No one was killed or injured.", BOTH),
        ("There were no casualties.", BOTH),
        ("There were no reports of casualties.", BOTH),
        ("It did not cause casualties.", BOTH),
        ("It passed without any injuries.", (Field.INJURED,)),
    ],
)
def test_none_is_zero_and_no_missing_value(words: str, fields: tuple[Field, ...]) -> None:
    counts = list(find_counts(prepare(words)))
    assert {c.value for c in counts} == {0}
    assert {f for c in counts for f in c.fields} == set(fields)
    assert not any(c.unknown for c in counts)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("It was not known whether anyone was hurt.", {Field.INJURED}),
        ("It was unclear whether anyone was killed.", {Field.KILLED}),
        ("He told of it without mentioning victims.", set(BOTH)),
    ],
)
def test_not_told_is_no_zero(words: str, fields: set[Field]) -> None:
    counts = list(find_counts(prepare(words)))
    assert {(c.value, c.unknown) for c in counts} == {(None, True)}
    assert {f for c in counts for f in c.fields} == fields


@pytest.mark.parametrize(
    "words",
    [
        "No mill burned, but three people were killed.",
        "Nobody came because three people were killed.",
        "They asked whether three people were killed.",
    ],
)
def test_a_denial_of_something_else_is_none(words: str) -> None:
    assert [c.value for c in find_counts(prepare(words))] == [3]
