import pytest

from dateline.model.vocab import Effect, TargetType, WeaponType
from tests.claims.world import find_all


def facilities(words: str) -> list[tuple[str, TargetType]]:
    found = find_all(words)
    return [(f.span.of(found.text.body), f.type) for f in found.mentions.facilities]


def weapons(words: str) -> list[tuple[str, WeaponType]]:
    found = find_all(words)
    return [(w.span.of(found.text.body), w.type) for w in found.mentions.weapons]


def effects(words: str) -> list[tuple[Effect, bool]]:
    return [(e.value, e.negated) for e in find_all(words).mentions.effects]


@pytest.mark.parametrize(
    ("words", "phrase", "kind"),
    [
        ("It hit a large oil depot.", "a large oil depot", TargetType.FUEL_STORAGE),
        ("It hit two schools.", "two schools", TargetType.SCHOOL),
        ("It hit an oil refinery.", "an oil refinery", TargetType.REFINING),
        ("It hit the crowd.", "the crowd", TargetType.PEOPLE),
        ("It hit a depot.", "a depot", TargetType.OTHER),
        ("It hit a tank.", "a tank", TargetType.VEHICLE),
    ],
)
def test_facilities_with_their_phrase_and_type(words: str, phrase: str, kind: TargetType) -> None:
    assert facilities(words) == [(phrase, kind)]


def test_tanks_beside_depots_hold_fuel() -> None:
    assert (TargetType.FUEL_STORAGE) in [
        kind
        for phrase, kind in facilities("It hit an oil depot. A tank burned.")
        if "tank" in phrase
    ]


@pytest.mark.parametrize(
    "words",
    [
        "A school teacher left.",
        "She was in hospital.",
        "A hall which houses art closed.",
        "They train soldiers.",
        "The market share fell.".replace("share", "price"),
        "The west bank flooded.",
        "A car bomb went off.",
    ],
)
def test_what_only_looks_like_a_facility(words: str) -> None:
    assert facilities(words) == []


@pytest.mark.parametrize(
    ("words", "weapon"),
    [
        ("It was a drone.", ("drone", WeaponType.DRONE)),
        ("It was a cruise missile.", ("cruise missile", WeaponType.MISSILE)),
        ("It was a sea drone.", ("sea drone", WeaponType.NAVAL_DRONE)),
        ("They fired Himars.", ("Himars", WeaponType.MISSILE)),
        ("It was a roadside bomb.", ("roadside bomb", WeaponType.MINE)),
    ],
)
def test_weapons(words: str, weapon: tuple[str, WeaponType]) -> None:
    assert weapons(words) == [weapon]


@pytest.mark.parametrize(
    "words", ["It hit a drone factory.", "They threatened to bomb it.", "It hit a missile depot."]
)
def test_a_weapon_in_the_name_of_a_facility_or_a_verb_is_none(words: str) -> None:
    assert weapons(words) == []


@pytest.mark.parametrize(
    ("words", "value", "negated"),
    [
        ("The mill was destroyed.", Effect.DESTROYED, False),
        ("Two mills were damaged.", Effect.DAMAGED, False),
        ("A fire broke out.", Effect.FIRE, False),
        ("The town lost power.", Effect.OUTAGE, False),
        ("There was no damage.", Effect.NONE, False),
        ("The mill was not destroyed.", Effect.DESTROYED, True),
        ("A mill burned to the ground.", Effect.DESTROYED, False),
        ("The pump is beyond repair.", Effect.DESTROYED, False),
        ("Windows were shattered.", Effect.DAMAGED, False),
        ("The town was without gas.", Effect.OUTAGE, False),
        ("The pumps were out of service.", Effect.OUTAGE, False),
    ],
)
def test_effects(words: str, value: Effect, negated: bool) -> None:
    assert (value, negated) in effects(words)


@pytest.mark.parametrize(
    "words",
    [
        "Troops opened fire.",
        "They destroyed nine drones.",
        "Nine drones were destroyed.",
        "A ceasefire holds.",
        "The fire service came.",
    ],
)
def test_what_is_no_effect_on_a_target(words: str) -> None:
    assert effects(words) == []
