import json
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.corpus import as_dict, load, run
from dateline.errors import ReportError

INCIDENT: dict[str, Any] = {"incident": "A", "umbrella": False, "dissent": []}


def report(name: str, text: str, **more: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "incident": "A",
        "type": "Shelling/artillery/missile attack",
        "stage": "accomplished",
        "date": {"from": "2021-05-12", "to": "2021-05-12"},
        "country": "Ukraine",
        "admin1": "Sumy",
        "targets": [{"text": "a school", "type": "school"}],
        "claims": [],
    }
    head = {"id": name, "story": "s", "published": "2021-05-12", "outlet": f"Post {name}"}
    return head | {"text": text, "events": [told]} | more


REPORTS = [
    report("s-1", "Missiles hit a school in the Sumy region on Wednesday, killing two people, police said."),
    report("s-2", "A missile hit a school in Sumy region on Wednesday. The governor said that five people were killed."),
]  # fmt: skip


def write(folder: Path, incident: dict[str, Any], *reports: dict[str, Any]) -> Path:
    story = {"story": "s", "incidents": [incident]}
    (folder / "stories.jsonl").write_text(json.dumps(story) + "\n", "utf-8")
    path = folder / "dev.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in reports), "utf-8")
    return path


def test_reports_are_read_linked_and_their_dissent_found(tmp_path: Path) -> None:
    ticks: list[int] = []
    incident = INCIDENT | {"dissent": [{"field": "killed"}, {"field": "place"}]}
    done = run(write(tmp_path, incident, *REPORTS), tick=lambda: ticks.append(1))
    labels = {p["events"][0]["incident"] for p in done.predictions}
    assert len(ticks) == 2
    assert len(labels) == 1
    assert done.predictions[0]["disputed"] == {labels.pop(): ["killed"]}
    # Dissent on the place is no field with a verdict; it is not held against a reader.
    assert (done.grouping.dissent.tp, done.grouping.dissent.fn) == (1, 0)
    assert as_dict(done)["links"]["CoNLL"]["f1"] == 1.0


def test_another_readers_file_is_scored_alike(tmp_path: Path) -> None:
    path = write(tmp_path, INCIDENT, *REPORTS)
    own = run(path)
    system = tmp_path / "system.jsonl"
    system.write_text("".join(json.dumps(p) + "\n" for p in own.predictions), "utf-8")
    assert as_dict(run(path, system=system)) == as_dict(own)


def test_an_umbrella_is_known_from_the_stories(tmp_path: Path) -> None:
    gold = load(write(tmp_path, INCIDENT | {"umbrella": True}, *REPORTS))
    assert gold.umbrellas == {"s/A"}


def test_a_split_needs_its_stories(tmp_path: Path) -> None:
    path = write(tmp_path, INCIDENT, *REPORTS)
    (tmp_path / "stories.jsonl").unlink()
    with pytest.raises(ReportError, match=r"no stories\.jsonl beside it"):
        load(path)


def test_an_event_of_no_incident_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, INCIDENT | {"incident": "B"}, *REPORTS)
    with pytest.raises(ReportError, match="is of incident 's/A'"):
        load(path)
