from typing import Any

from dateline.bench.metrics.grouping import Grouping, grouping


def event(
    incident: str | None, admin1: str = "Smolensk", day: str = "2024-04-24"
) -> dict[str, Any]:
    return {
        "incident": incident,
        "type": "Air/drone strike",
        "date": {"from": day, "to": day},
        "country": "Russia",
        "admin1": admin1,
        "targets": [{"text": "a depot", "type": "fuel storage"}],
    }


def report(name: str, *events: dict[str, Any], **more: Any) -> tuple[str, dict[str, Any]]:
    return name, {"id": name, "text": "", "events": list(events), **more}


GOLD = dict(
    [
        report("1", event("s/A")),
        report("2", event("s/A"), event("s/B", "Lipetsk")),
        report("3", event("s/B", "Lipetsk")),
    ]
)


def measure(system: dict[str, Any], **more: Any) -> Grouping:
    return grouping(GOLD, system, {"s/A": frozenset({"killed", "effect"})}, **more)


def test_labels_need_not_be_the_golds_own() -> None:
    same = {
        name: row | {"events": [e | {"incident": f"i_{e['incident']}"} for e in row["events"]]}
        for name, row in GOLD.items()
    }
    done = measure(same)
    assert all(ratio.f1 == 1.0 for ratio in done.links.values())
    assert (done.incidents, done.told_once) == (2, 0)
    assert done.dissent.fn == 2


def test_events_without_a_label_stand_alone() -> None:
    apart = dict(report(n, *(e | {"incident": None} for e in r["events"])) for n, r in GOLD.items())
    done = measure(apart)
    assert done.links["B-cubed"].precision == 1.0
    assert done.links["B-cubed"].recall == 0.5
    assert done.links["MUC"].recall == 0.0


def test_a_missed_event_costs_links_but_not_those_of_events_found() -> None:
    done = measure({name: row for name, row in GOLD.items() if name != "3"})
    assert done.links["B-cubed"].recall < 1.0
    assert all(ratio.f1 == 1.0 for ratio in done.found_links.values())


def test_an_invented_event_costs_precision() -> None:
    invented = GOLD | dict([report("3", event("s/B", "Lipetsk"), event("x", "Omsk", "1999-01-01"))])
    done = measure(invented)
    assert done.links["B-cubed"].precision < 1.0
    assert done.found_links["B-cubed"].f1 == 1.0


def test_an_umbrella_and_what_was_aligned_to_it_are_passed_over() -> None:
    wave = event("s/W", "Tula")
    gold = GOLD | dict([report("4", wave)])
    done = grouping(gold, gold, {}, umbrellas=frozenset({"s/W"}))
    assert done.incidents == 2
    assert all(ratio.f1 == 1.0 for ratio in done.links.values())


def test_dissent_is_counted_on_the_incident_with_most_events_in_common() -> None:
    system = {
        "1": GOLD["1"] | {"events": [event("x")], "disputed": {"x": ["killed", "target"]}},
        "2": GOLD["2"]
        | {"events": [event("x"), event("y", "Lipetsk")], "disputed": {"y": ["effect"]}},
        "3": GOLD["3"] | {"events": [event("y", "Lipetsk")]},
    }
    done = measure(system)
    assert (done.dissent.tp, done.dissent.fp, done.dissent.fn) == (1, 2, 1)
