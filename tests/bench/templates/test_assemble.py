from datetime import date

from dateline.bench.templates.assemble import respond, templates
from dateline.bench.templates.fills import find_fills
from dateline.bench.templates.grouping import group
from dateline.places.memory import MemoryGazetteer
from dateline.text.prepare import prepare
from tests.encoder.fake import FakeEncoder, FakeSignals
from tests.factory import place

WORLD = MemoryGazetteer([place()])
WORDS = (
    "Members of the Popular Front (PF) bombed a pumping station in Arvany on 3 May. "
    "The Popular Front shot seven farmers on the coast a week before."
)
FRONT, STATION, FARMERS = "Popular Front", "a pumping station", "seven farmers"
FILLS = [
    (FRONT, "perp-org", 0.9),
    ("PF", "perp-org", 0.8),
    (STATION, "phys-tgt", 0.9),
    (FARMERS, "hum-tgt", 0.8),
    ("the coast", "phys-tgt", 0.4),
]
PAIRS = {
    ("same_template", FRONT): [STATION, FARMERS],
    ("same_template", STATION): [FRONT],
    ("same_template", FARMERS): [FRONT],
}
CLASSES = {
    ("muc_type", STATION): {"BOMBING": 0.9},
    ("muc_type", FARMERS): {"ATTACK": 0.9},
    ("muc_stage", STATION): {"ACCOMPLISHED": 0.9},
    ("muc_stage", FARMERS): {"ACCOMPLISHED": 0.9},
    ("muc_thing", STATION): {"ENERGY": 0.8, "OTHER": 0.2},
    ("muc_thing_effect", STATION): {"UNSAID": 0.7, "SOME DAMAGE": 0.3},
    ("muc_person", FARMERS): {"CIVILIAN": 0.9},
    ("muc_person_effect", FARMERS): {"DEATH": 0.9},
    ("muc_person_form", FARMERS): {"description": 0.9},
    ("muc_confidence", FRONT): {"REPORTED AS FACT": 0.9},
}
SIGNALS = FakeSignals(WORDS, {"muc": FILLS}, PAIRS, CLASSES)


def test_mentions_of_one_thing_are_one_fill_and_unsure_ones_none() -> None:
    found = find_fills(WORDS, SIGNALS)
    assert [(f.role, f.words, len(f.mentions)) for f in found] == [
        ("perp-org", "Popular Front", 2),
        ("phys-tgt", STATION, 1),
        ("hum-tgt", FARMERS, 1),
    ]


def test_targets_part_incidents_and_a_perpetrator_may_serve_several() -> None:
    groups = group(find_fills(WORDS, SIGNALS), SIGNALS)
    assert [[f.words for f in g] for g in groups] == [[STATION, FRONT], [FARMERS, FRONT]]


def test_a_template_holds_what_the_fills_tell() -> None:
    made = respond("D-1", prepare(WORDS), SIGNALS, WORLD, date(1990, 5, 10))
    assert made["docid"] == "D-1"
    first, second = made["templates"]
    assert first["inc-type"] == ["BOMBING"]
    assert first["inc-date"] == ["03 MAY 90"]
    assert first["phys-tgt-id"] == ['"A PUMPING STATION"']
    assert first["phys-tgt-type"] == ['ENERGY: "A PUMPING STATION"']
    assert first["phys-tgt-num"] == ['1: "A PUMPING STATION"']
    assert "phys-tgt-effect" not in first
    assert first["perp-org-conf"] == ['REPORTED AS FACT: "POPULAR FRONT"']
    assert second["hum-tgt-desc"] == ['"SEVEN FARMERS"']
    assert second["hum-tgt-num"] == ['7: "SEVEN FARMERS"']
    assert second["hum-tgt-effect"] == ['DEATH: "SEVEN FARMERS"']


def test_a_text_without_fills_has_no_template() -> None:
    record = {"docid": "D-2", "text": "The harvest was good."}
    assert templates(record, FakeEncoder(), WORLD, None) == {"docid": "D-2", "templates": []}


def test_a_fill_must_be_sure_less_so_of_some_roles_and_where_it_stands_often() -> None:
    words = "Raiders of the Column shot a guard. The Column fled. The Column came back."

    def found(role: str, score: float, told: str) -> list[str]:
        signals = FakeSignals(words, layers={"muc": [(told, role, score)]})
        return [fill.words for fill in find_fills(words, signals)]

    assert found("hum-tgt", 0.56, "a guard") == ["a guard"]
    assert found("hum-tgt", 0.53, "a guard") == []
    assert found("perp-org", 0.53, "the Column") == ["the Column"]
    assert found("perp-org", 0.48, "the Column") == []
    twice = FakeSignals(
        words, layers={"muc": [("the Column", "perp-org", 0.48), ("The Column", "perp-org", 0.48)]}
    )
    (often,) = find_fills(words, twice)
    assert len(often.mentions) == 2
