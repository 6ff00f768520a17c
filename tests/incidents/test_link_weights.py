"""The table ``resources/link_weights.yml`` and its accessor."""

from dateline.lexicon.link_weights import (
    akin_event_types,
    general_targets,
    levels,
    link_threshold,
    link_weight,
    prior_weight,
)
from dateline.lexicon.tables import table
from dateline.model.vocab import EventType, TargetType


def test_every_weight_has_its_reason() -> None:
    source = table("link_weights")
    rows = [source["prior"], source["threshold"]]
    rows += [row for feature in source["features"].values() for row in feature.values()]
    assert all(row["why"] and isinstance(row["bits"], int | float) for row in rows)


def test_unknown_is_not_unlike() -> None:
    for feature in table("link_weights")["features"]:
        assert "unknown" in levels(feature)
        assert link_weight(feature, "unknown") == 0


def test_no_single_likeness_makes_a_link() -> None:
    for feature in set(table("link_weights")["features"]) - {"copies"}:
        best = max(link_weight(feature, level) for level in levels(feature))
        assert prior_weight() + best < link_threshold()


def test_kinds() -> None:
    assert (TargetType.ENERGY, TargetType.FUEL_STORAGE) in general_targets()
    assert (TargetType.FUEL_STORAGE, TargetType.ENERGY) not in general_targets()
    pair = EventType.DRONE, EventType.SHELLING
    assert {pair, pair[::-1]} <= akin_event_types()
