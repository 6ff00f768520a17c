"""How the accounts of one field stand to each other.

``disputed``   someone denies a value, or two origins give values that can't both hold
``agreed``     one value is given by two independent origins or more and nobody denies it
``single source``  values are given, none by two origins
``unknown``    nobody gives a value

Values that can both hold are no dispute: a range and a number in it, "some" and a number, a vaguer word
and a finer one ("energy (unspecified)" and "fuel storage"), several targets, several quantities, several effects
(a fire and destruction) save ``none`` beside damage. An origin supports the vaguer value when it gives a
finer one. A source does not dispute itself: of one origin only the newest report's values are set
against others.
"""

from collections.abc import Sequence
from itertools import combinations

from dateline.incidents.corroboration import latest_of_each, origin_count
from dateline.incidents.facts import fold
from dateline.incidents.figures import compatible, entails
from dateline.lexicon.link_weights import general_targets
from dateline.model.claims import ClaimValue
from dateline.model.incidents import FieldRecord, FieldValue, Verdict, Voice
from dateline.model.vocab import Effect, Field, Stance, TargetType

_COUNTS = frozenset({Field.KILLED, Field.INJURED, Field.INTERCEPTED})


def record(field: Field, given: Sequence[Voice]) -> FieldRecord:
    """All values of one field side by side, most origins first, with the verdict on them."""
    told = [v for v in given if v.claim.field is field]
    open_ = tuple(v for v in told if v.claim.value is None or v.claim.stance is Stance.UNKNOWN)
    values = _side_by_side(field, [v for v in told if v not in open_])
    return FieldRecord(field=field, verdict=verdict(field, values), values=values, open=open_)


def _side_by_side(field: Field, told: Sequence[Voice]) -> tuple[FieldValue, ...]:
    giving: dict[str, list[Voice]] = {}
    denying: dict[str, list[Voice]] = {}
    first: dict[str, ClaimValue] = {}
    for voice in told:
        value, denied = _meaning(field, voice)
        key = _key(value)
        first.setdefault(key, value)
        (denying if denied else giving).setdefault(key, []).append(voice)
    values = (
        FieldValue(
            value=value,
            voices=tuple(giving.get(key, ())),
            denials=tuple(denying.get(key, ())),
            origins=origin_count(giving.get(key, ())),
        )
        for key, value in first.items()
    )
    return tuple(sorted(values, key=lambda v: (-v.origins, _key(v.value))))


def _meaning(field: Field, voice: Voice) -> tuple[ClaimValue, bool]:
    """The value a voice speaks of, and whether it denies it; "it did not happen" denies that it did."""
    value = voice.claim.value
    if field is Field.OCCURRENCE and value is False:
        return True, True
    return value, voice.claim.stance is Stance.DENIED


def _key(value: ClaimValue) -> str:
    """One key for values that are spelled differently but the same; ``True`` is not 1."""
    if isinstance(value, str):
        return f"s {fold(value)}"
    if isinstance(value, tuple):
        low, high = value
        return f"n {low}" if low == high and low is not None else f"r {low} {high}"
    return f"b {value}" if isinstance(value, bool) else f"n {value}"


def verdict(field: Field, values: Sequence[FieldValue]) -> Verdict:
    """The verdict on values side by side."""
    given = [v for v in values if v.voices]
    if not given:
        # A denial alone answers an accusation that no report of ours carries.
        return Verdict.DISPUTED if values else Verdict.UNKNOWN
    if any(_denied(field, value, values) for value in given) or _differ(field, given):
        return Verdict.DISPUTED
    best = max(origin_count(_supporters(field, value, given)) for value in given)
    return Verdict.AGREED if best > 1 else Verdict.SINGLE


def _denied(field: Field, value: FieldValue, values: Sequence[FieldValue]) -> bool:
    """Whether someone denies this value, or a vaguer one that it entails."""
    return any(v.denials and (v is value or _entails(field, value.value, v.value)) for v in values)


def _differ(field: Field, given: Sequence[FieldValue]) -> bool:
    """Whether two origins give values that can't both hold, each origin by its newest word."""
    current = {id(v) for v in latest_of_each([v for value in given for v in value.voices])}
    standing = [(value, {v.origin for v in value.voices if id(v) in current}) for value in given]
    return any(
        not can_both_hold(field, one.value, other.value) and bool(left - right or right - left)
        for (one, left), (other, right) in combinations(standing, 2)
        if left and right and len(left | right) > 1
    )


def _supporters(field: Field, value: FieldValue, given: Sequence[FieldValue]) -> tuple[Voice, ...]:
    return tuple(
        voice
        for other in given
        if other is value or _entails(field, other.value, value.value)
        for voice in other.voices
    )


def can_both_hold(field: Field, left: ClaimValue, right: ClaimValue) -> bool:
    """Whether two values of a field may be true of one incident at once."""
    if _key(left) == _key(right):
        return True
    if field in _COUNTS:
        return compatible(left, right)
    if field is Field.EFFECT:
        return Effect.NONE not in {left, right}
    return field in {Field.TARGET, Field.QUANTITY}


def _entails(field: Field, special: ClaimValue, general: ClaimValue) -> bool:
    """Whether who says ``special`` has thereby said ``general``."""
    if _key(special) == _key(general):
        return True
    if field in _COUNTS:
        return entails(special, general)
    if field is Field.TARGET:
        return (_target(general), _target(special)) in general_targets()
    return field is Field.EFFECT and (special, general) == (Effect.DESTROYED, Effect.DAMAGED)


def _target(value: ClaimValue) -> TargetType | None:
    return TargetType(value) if value in {t.value for t in TargetType} else None
