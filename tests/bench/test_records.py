import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.records import as_dict, as_report, load_gold, run
from dateline.errors import ReportError

CODED: dict[str, Any] = {
    "id": "one",
    "published": "2021-05-12",
    "outlet": "Post",
    "text": "Missiles hit a school in the Sumy region on Wednesday, police said.",
    "events": [],
}


def write(folder: Path, *records: dict[str, Any]) -> Path:
    path = folder / "coded.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    return path


def test_coded_records_become_reports(tmp_path: Path) -> None:
    path = write(tmp_path, CODED)
    (record,) = load_gold(path)
    report = as_report(record, path)
    assert (report.name, report.outlet, report.published) == ("one", "Post", date(2021, 5, 12))
    assert report.text == CODED["text"]
    assert as_report(record | {"published": None}, path).published is None


def test_every_report_is_read_counted_and_predicted(tmp_path: Path) -> None:
    ticks: list[int] = []
    path = write(tmp_path, CODED, CODED | {"id": "two", "text": "It rained."})
    done = run(path, tick=lambda: ticks.append(1))
    assert [p["id"] for p in done.predictions] == ["one", "two"]
    assert len(ticks) == 2
    assert done.scores.false_events == len(done.predictions[0]["events"]) == 1
    assert as_dict(done.scores)["no_event_reports"] == 2


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ([{"id": "x", "text": "y"}], "lacks events"),
        ([{"events": []}], "lacks id, text"),
        ([CODED, CODED], "holds 'one' again"),
    ],
)
def test_what_is_no_coded_report_is_named(
    tmp_path: Path, records: list[dict[str, Any]], found: str
) -> None:
    path = write(tmp_path, *records)
    with pytest.raises(ReportError, match=found) as error:
        list(load_gold(path))
    assert error.value.where.line == len(records)
