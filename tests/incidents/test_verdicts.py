from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.incidents.corroboration import voices
from dateline.incidents.verdicts import can_both_hold, record
from dateline.model.claims import Claim, ClaimValue
from dateline.model.incidents import FieldRecord, Verdict
from dateline.model.vocab import Effect, Field, Stance, TargetType
from tests.factory import DAY, claim, event, head, mention, source

T = TargetType


def _record(field: Field, *claims: Claim) -> FieldRecord:
    """Each claim in a report of its own, a day after the last."""
    told = [
        mention(event(claims=[c]), head(f"r{i}", published=DAY + timedelta(days=i)))
        for i, c in enumerate(claims)
    ]
    return record(field, voices(told, [], None))


def _by(name: str, field: Field, value: ClaimValue, stance: Stance = Stance.ASSERTED) -> Claim:
    return claim(field, value, source(name), stance=stance)


@pytest.mark.parametrize(
    ("field", "one", "other", "expected"),
    [
        (Field.KILLED, 3, 3, Verdict.AGREED),
        (Field.KILLED, 3, 5, Verdict.DISPUTED),
        (Field.KILLED, 3, "some", Verdict.AGREED),
        (Field.KILLED, (2, 4), 3, Verdict.AGREED),
        (Field.KILLED, (2, 4), (3, 6), Verdict.SINGLE),
        (Field.KILLED, 0, "some", Verdict.DISPUTED),
        (Field.TARGET, T.FUEL_STORAGE, T.ENERGY, Verdict.AGREED),
        (Field.TARGET, T.FUEL_STORAGE, T.RAIL, Verdict.SINGLE),
        (Field.ATTACKER, "Sudland", "SUDLAND", Verdict.AGREED),
        (Field.ATTACKER, "Sudland", "Norland", Verdict.DISPUTED),
        (Field.EFFECT, Effect.FIRE, Effect.DESTROYED, Verdict.SINGLE),
        (Field.EFFECT, Effect.DESTROYED, Effect.DAMAGED, Verdict.AGREED),
        (Field.EFFECT, Effect.NONE, Effect.FIRE, Verdict.DISPUTED),
        (Field.OCCURRENCE, True, False, Verdict.DISPUTED),
        (Field.QUANTITY, "26,000 tonnes", "900 km", Verdict.SINGLE),
    ],
)
def test_two_speakers(field: Field, one: ClaimValue, other: ClaimValue, expected: Verdict) -> None:
    found = _record(field, _by("Ilan Torv", field, one), _by("Mara Sell", field, other))
    assert found.verdict is expected


def test_one_speaker_twice_is_a_single_source() -> None:
    twice = [_by("Ilan Torv", Field.KILLED, 3), _by("Ilan Torv", Field.KILLED, 3)]
    found = _record(Field.KILLED, *twice)
    assert (found.verdict, found.values[0].origins) == (Verdict.SINGLE, 1)
    assert len(found.values[0].voices) == 2


def test_a_rising_toll_of_one_speaker_is_no_dispute() -> None:
    rise = [_by("Ilan Torv", Field.KILLED, 3), _by("Ilan Torv", Field.KILLED, 5)]
    assert _record(Field.KILLED, *rise).verdict is Verdict.SINGLE
    old = _by("Mara Sell", Field.KILLED, 3)
    assert _record(Field.KILLED, *rise, old).verdict is Verdict.DISPUTED


def test_a_denial_disputes_and_stands_beside_the_value() -> None:
    given_ = _by("Ilan Torv", Field.ATTACKER, "Sudland", Stance.ALLEGED)
    denied = _by("Mara Sell", Field.ATTACKER, "Sudland", Stance.DENIED)
    found = _record(Field.ATTACKER, given_, denied)
    assert found.verdict is Verdict.DISPUTED
    (value,) = found.values
    assert [len(value.voices), len(value.denials), value.origins] == [1, 1, 1]


def test_not_known_is_open_and_no_value() -> None:
    found = _record(Field.KILLED, _by("Ilan Torv", Field.KILLED, None, Stance.UNKNOWN))
    assert (found.verdict, found.values, len(found.open)) == (Verdict.UNKNOWN, (), 1)


def test_false_is_a_denial_of_what_happened() -> None:
    found = _record(Field.OCCURRENCE, _by("Mara Sell", Field.OCCURRENCE, value=False))
    (value,) = found.values
    assert (value.value, len(value.denials), found.verdict) == (True, 1, Verdict.DISPUTED)


_values = {
    Field.KILLED: st.one_of(
        st.integers(0, 3), st.just("some"), st.tuples(st.integers(0, 2), st.just(None))
    ),
    Field.TARGET: st.sampled_from([T.ENERGY, T.GAS, T.RAIL]),
    Field.EFFECT: st.sampled_from(list(Effect)),
    Field.ATTACKER: st.sampled_from(["Sudland", "Norland"]),
}


@pytest.mark.law
@given(st.data(), st.sampled_from(sorted(_values)))
def test_laws(data: st.DataObject, field: Field) -> None:
    names = st.sampled_from(["Ilan Torv", "Mara Sell", "Tess Ardel"])
    rows = data.draw(st.lists(st.tuples(names, _values[field]), max_size=5))
    found = _record(field, *(_by(name, field, value) for name, value in rows))
    assert sum(len(v.voices) for v in found.values) == len(rows)
    if found.verdict is Verdict.AGREED:
        assert len({name for name, _ in rows}) > 1
    if found.verdict is Verdict.UNKNOWN:
        assert not rows
    if found.verdict is Verdict.DISPUTED:
        assert any(not can_both_hold(field, x, y) for _, x in rows for _, y in rows)
    origins = [v.origins for v in found.values]
    assert origins == sorted(origins, reverse=True)
