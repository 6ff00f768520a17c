import pytest

from dateline.lexicon.attacks import (
    TriggerEntry,
    bound_table,
    casualty_words,
    effect_table,
    facility_table,
    infinitive_table,
    trigger_table,
    vague_numbers,
    weapon_table,
)
from dateline.lexicon.tables import table
from dateline.model.vocab import Effect, EventType, Stage, TargetType, WeaponType
from dateline.text.prepare import prepare


def trigger(phrase: str) -> TriggerEntry | None:
    hit = trigger_table().at(prepare(phrase).tokens, 0)
    return hit.value if hit is not None else None


def test_a_verb_with_its_stage_and_need() -> None:
    entry = trigger("intercepted")
    assert entry is not None
    assert (entry.verb, entry.type, entry.stage, entry.needs) == (
        True,
        EventType.DISRUPTED,
        Stage.INTERCEPTED,
        "air",
    )


def test_nouns_in_both_numbers_with_the_weapon_in_the_word() -> None:
    one, many = trigger("drone attack"), trigger("drone attacks")
    assert one is not None
    assert many is not None
    assert (one.plural, many.plural) == (False, True)
    assert {one.weapon, many.weapon} == {WeaponType.DRONE}
    assert not one.verb


@pytest.mark.parametrize("phrase", ["heart attack", "hunger strike", "blast furnace", "sleep"])
def test_words_that_mean_something_else(phrase: str) -> None:
    assert trigger(phrase) is None


def test_base_forms_are_kept_apart() -> None:
    tokens = prepare("blow up").tokens
    hit = infinitive_table().at(tokens, 0)
    assert hit is not None
    assert hit.value.type is EventType.IED
    assert trigger_table().at(tokens, 0) is None


@pytest.mark.parametrize(
    ("phrase", "kind"), [("naval drones", WeaponType.NAVAL_DRONE), ("Himars", WeaponType.MISSILE)]
)
def test_weapons(phrase: str, kind: WeaponType) -> None:
    hit = weapon_table().at(prepare(phrase).tokens, 0)
    assert hit is not None
    assert hit.value is kind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("oil refineries", TargetType.REFINING),
        ("civilians", TargetType.PEOPLE),
        ("in hospital", None),
    ],
)
def test_facilities_and_their_guards(phrase: str, kind: TargetType | None) -> None:
    hit = facility_table().at(prepare(phrase).tokens, 0)
    assert hit is not None
    assert hit.value is kind


@pytest.mark.parametrize(
    ("phrase", "value"),
    [("no damage", Effect.NONE), ("blackouts", Effect.OUTAGE), ("ceasefire", None)],
)
def test_effects_and_false_friends_of_fire(phrase: str, value: Effect | None) -> None:
    hit = effect_table().at(prepare(phrase).tokens, 0)
    assert hit is not None
    assert hit.value is value


def test_bounds_and_vague_numbers_hold_the_settled_cases() -> None:
    bound = bound_table().at(prepare("more than").tokens, 0)
    vague = vague_numbers().at(prepare("dozens of").tokens, 0)
    some = vague_numbers().at(prepare("several").tokens, 0)
    assert bound is not None
    assert vague is not None
    assert some is not None
    assert (bound.value.kind, vague.value, some.value) == ("at_least", (24, None), "some")


@pytest.mark.parametrize(
    "name", ["killed", "injured", "both", "none", "intercepted", "air", "persons", "units"]
)
def test_every_list_of_casualty_words_can_be_asked_for(name: str) -> None:
    first = table("casualties")[name]["words"][0]
    assert casualty_words(name).at(prepare(first).tokens, 0) is not None
