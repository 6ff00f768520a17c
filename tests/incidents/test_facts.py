from dateline.incidents.facts import (
    fine_names,
    fold,
    regions_of_places,
    told_sides,
    undisputed_side,
)
from dateline.model.places import Level
from dateline.model.vocab import Field, Stance
from tests.factory import claim, event, mention, place, source


def test_fold_ignores_accents_case_and_marks() -> None:
    assert fold("  Åsa-Vrått’s ") == "asa vratt s"


def test_a_region_is_no_fine_place_even_when_unresolved() -> None:
    region = place("Belmark", level=Level.REGION)
    told = mention(event(places=[region, "Belmark", "Norland", "Little Orsk"]))
    assert fine_names(told) == {"little orsk"}


def test_regions_of_places_tells_a_summed_up_wave() -> None:
    two = mention(event(places=[place(), place("Zell", admin1="Zellmark")]))
    assert len(regions_of_places(two)) == 2


def test_a_denied_side_is_not_told() -> None:
    denied = claim(Field.ATTACKER, "Sudland", stance=Stance.DENIED)
    assert told_sides(mention(event(claims=[denied]))) == frozenset()


def test_undisputed_side_needs_the_outlets_own_word() -> None:
    own = claim(Field.ATTACKER, "Sudland")
    accused = claim(
        Field.ATTACKER, "Sudland", source("Ilan Torv", side="Norland"), stance=Stance.ALLEGED
    )
    denied = claim(Field.ATTACKER, "Sudland", source("Mara Sell"), stance=Stance.DENIED)
    assert undisputed_side(mention(event(claims=[own]))) == "sudland"
    assert undisputed_side(mention(event(claims=[accused]))) is None
    assert undisputed_side(mention(event(claims=[own, denied]))) is None
    assert undisputed_side(mention(event(sides=["Sudland"]))) == "sudland"
