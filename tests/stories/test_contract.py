"""``dateline read --json`` on an invented report, against the contract written out in full."""

from typing import Any

from tests.stories.shell import Shell

TEXT = (
    "Drones struck a fuel depot in the Poltava region overnight, the regional governor, Ann Example, said. "
    "No one was hurt, she said."
)
REPORT = f"Date: 2021-05-12\nOutlet: Poltava Post\nTitle: Depot struck\nURL: https://post.example/1\n\n{TEXT}\n"

KEYS = {
    "report": "id report_id published outlet url title reader warnings text events positions not_incidents sources attributions",
    "event": "key type stage date country admin1 places attackers targets weapons claims trigger follow_up score",
    "date": "from to precision basis text start end",
    "place": "text start end name level radius_km geonames_id country admin1",
    "claim": "field value text start end source source_kind side stance hedged source_start source_end attribution",
    "attribution": "source source_span cue content stance hedged quoted via",
    "source": "name kind office side start end",
}


def keys(name: str) -> list[str]:
    return KEYS[name].split()


def read(shell: Shell) -> dict[str, Any]:
    (shell.folder / "post.txt").write_text(REPORT, "utf-8")
    found: dict[str, Any] = shell.json("read", "post.txt")
    return found


def test_every_object_has_its_keys_in_order(shell: Shell) -> None:
    report = read(shell)
    assert list(report) == keys("report")
    (event,) = report["events"]
    assert list(event) == keys("event")
    assert list(event["date"]) == keys("date")
    for place in event["places"]:
        assert list(place) == keys("place")
    for claim in event["claims"]:
        assert list(claim) == keys("claim")
    for attribution in report["attributions"]:
        assert list(attribution) == keys("attribution")
    for source in report["sources"]:
        assert list(source) == keys("source")


def test_the_values_are_those_a_careful_reader_writes_down(shell: Shell) -> None:
    report = read(shell)
    head = {key: report[key] for key in ("id", "published", "outlet", "url", "title", "text")}
    assert head == {
        "id": "post",
        "published": "2021-05-12",
        "outlet": "Poltava Post",
        "url": "https://post.example/1",
        "title": "Depot struck",
        "text": TEXT,
    }
    (event,) = report["events"]
    told = {key: event[key] for key in ("key", "type", "stage", "country", "admin1")}
    assert told == {
        "key": "A",
        "type": "Air/drone strike",
        "stage": "accomplished",
        "country": "Ukraine",
        "admin1": "Poltava",
    }
    assert (event["date"]["from"], event["date"]["to"]) == ("2021-05-11", "2021-05-12")
    assert event["date"]["precision"] == "night"
    assert [t["type"] for t in event["targets"]] == ["fuel storage"]
    assert [w["type"] for w in event["weapons"]] == ["drone"]
    injured = next(c for c in event["claims"] if c["field"] == "injured")
    said = {
        key: injured[key] for key in ("value", "text", "source", "source_kind", "stance", "hedged")
    }
    assert said == {
        "value": 0,
        "text": "No one was hurt",
        "source": "Ann Example",
        "source_kind": "named",
        "stance": "asserted",
        "hedged": False,
    }


def test_a_place_is_an_area_with_level_radius_and_id(shell: Shell) -> None:
    (event,) = read(shell)["events"]
    (place,) = event["places"]
    assert place["text"] == TEXT[place["start"] : place["end"]]
    assert (place["name"], place["level"], place["country"]) == ("Poltava", "region", "Ukraine")
    assert isinstance(place["geonames_id"], int)
    assert place["radius_km"] > 10
    assert not {"latitude", "longitude", "lat", "lon"} & set(place)


def spans(value: Any, text: str) -> list[tuple[str, str]]:
    """Every ``text`` with the characters that its offsets name."""
    if isinstance(value, list):
        return [pair for each in value for pair in spans(each, text)]
    if not isinstance(value, dict):
        return []
    found = [pair for each in value.values() for pair in spans(each, text)]
    if isinstance(value.get("text"), str) and isinstance(value.get("start"), int):
        found.append((value["text"], text[value["start"] : value["end"]]))
    return found


def test_every_offset_leads_to_its_words(shell: Shell) -> None:
    report = read(shell)
    pairs = spans([report["events"], report["attributions"], report["not_incidents"]], TEXT)
    assert len(pairs) > 10
    assert [words for words, _ in pairs] == [there for _, there in pairs]
