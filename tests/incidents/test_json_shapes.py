import json
from dataclasses import fields

from dateline.incidents.json_shapes import (
    claim_shape,
    dating_shape,
    decision_shape,
    event_shape,
    incident_shape,
    incident_summary_shape,
    match_shape,
    place_shape,
    value_shape,
)
from dateline.incidents.score import compare
from dateline.incidents.settle import settle
from dateline.model.claims import PlaceArgument
from dateline.model.incidents import DecisionKind, Incident
from dateline.model.places import Place
from dateline.model.times import UNDATED
from dateline.model.vocab import Effect, Field, Stance, TargetType
from tests.factory import AT, DAY, claim, dating, decision, event, mention, place, source


def test_values_are_plain_json() -> None:
    assert value_shape((5, None)) == [5, None]
    assert type(value_shape(Effect.FIRE)) is str
    assert value_shape(value=True) is True
    assert value_shape(None) is None


def test_a_date_has_both_ends_included() -> None:
    shape = dating_shape(dating(DAY.replace(day=13), DAY), "Drones struck")
    assert shape is not None
    assert (shape["from"], shape["to"], shape["text"]) == ("2031-05-13", "2031-05-14", "Drones")
    assert dating_shape(UNDATED) is None


def test_a_geonames_id_is_a_number_and_other_ids_none() -> None:
    known = Place(id="geonames:707471", name="Arvany", level=place().level)
    assert place_shape(PlaceArgument(text="Arvany", span=AT, place=known))["geonames_id"] == 707471
    assert place_shape(PlaceArgument(text="Arvany", span=AT, place=place()))["geonames_id"] is None
    bare = place_shape(PlaceArgument(text="Arvany", span=AT))
    assert (bare["text"], bare["level"]) == ("Arvany", None)


def test_nothing_finer_than_names_is_told_of_a_place() -> None:
    shape = place_shape(PlaceArgument(text="Arvany", span=AT, place=place()))
    assert not {"latitude", "longitude"} & shape.keys()


def test_a_claim_has_the_guides_keys() -> None:
    shape = claim_shape(claim(Field.KILLED, (3, 5), source("Ilan Torv", side="Norland")))
    guide = [
        "field",
        "value",
        "text",
        "start",
        "end",
        "source",
        "source_kind",
        "side",
        "stance",
        "hedged",
    ]
    assert list(shape)[: len(guide)] == guide
    assert (shape["value"], shape["source_start"], shape["source_end"]) == ([3, 5], 0, 6)


def test_an_incident_keeps_every_claim_and_field() -> None:
    told = event(
        places=[place()],
        targets=[TargetType.PORT],
        claims=[claim(), claim(Field.KILLED, None, stance=Stance.UNKNOWN), claim(Field.KILLED, 2)],
    )
    found = settle([mention(told, "a"), mention(event(follow_up=True), "b")])
    shape = incident_shape(found)
    assert json.loads(json.dumps(shape)) == shape
    text = json.dumps(shape["mentions"])
    assert text.count('"stance"') == 3
    assert json.dumps(shape["fields"]).count('"claim"') == 3
    renamed = {"interval": "date"}
    assert {renamed.get(f.name, f.name) for f in fields(Incident)} <= shape.keys()
    assert list(incident_summary_shape(found)) == list(incident_summary_shape(settle([mention()])))


def test_matches_and_decisions() -> None:
    match = match_shape(compare(mention(event(), "a"), mention(event(), "b")))
    assert json.loads(json.dumps(match)) == match
    made = decision_shape(decision(DecisionKind.CORRECT, "e_1", field=Field.KILLED, value=(1, 2)))
    assert (made["kind"], made["field"], made["value"]) == ("correct", "killed", [1, 2])


def test_event_keys_stay_in_order() -> None:
    guide = [
        "key",
        "type",
        "stage",
        "date",
        "country",
        "admin1",
        "places",
        "attackers",
        "targets",
        "weapons",
        "claims",
    ]
    assert list(event_shape(event()))[: len(guide)] == guide
