"""The example reports, from the first command to the last."""

import json
from pathlib import Path
from typing import Any

import dateline
from tests.stories.shell import Shell


def incidents(desk: Shell) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.json("incidents")
    return [desk.json("incident", incident["id"]) for incident in found]


def reports_of(incident: dict[str, Any]) -> set[str]:
    return {m["report"]["name"] for m in (*incident["mentions"], *incident["follow_ups"])}


def test_a_folder_is_added_and_listed(desk: Shell) -> None:
    told = (desk.folder / "first.txt").read_text("utf-8")
    assert told.startswith("14 added; the ledger holds ")
    listed = desk("incidents")
    assert listed.returncode == 0
    assert "Smolensk" in listed.stdout
    assert "Lipetsk" in listed.stdout
    assert "Tatarstan" in listed.stdout


def test_adding_again_changes_nothing(desk: Shell, examples: Path) -> None:
    before = desk("export", "jsonl").stdout
    assert desk("add", examples).stdout.startswith("14 known; ")
    assert desk("export", "jsonl").stdout == before


def test_the_syndicated_copy_is_told_and_counts_as_one_origin(desk: Shell) -> None:
    told = (desk.folder / "first.txt").read_text("utf-8")
    assert "corran-wire-flash" in told
    assert "the two count as one origin" in told
    found = [
        i
        for i in incidents(desk)
        if {"corran-wire-flash", "eastmoor-evening-post"} <= reports_of(i)
    ]
    assert found
    for incident in found:
        voices = [
            voice
            for field in incident["fields"]
            for value in field["values"]
            for voice in value["voices"]
            if voice["claim"]["source_kind"] == "outlet"
        ]
        heads = {m["report"]["id"]: m["report"] for m in incident["mentions"]}
        agency = [
            v["origin"]
            for v in voices
            if heads.get(v["report"], {}).get("name")
            in {"corran-wire-flash", "eastmoor-evening-post"}
        ]
        assert len(set(agency)) <= 1


def test_a_denial_is_shown_as_a_dispute(desk: Shell) -> None:
    found = [i for i in incidents(desk) if "sredny-put-denial" in reports_of(i)]
    disputed = {
        field["field"]: field
        for incident in found
        for field in incident["fields"]
        if field["verdict"] == "disputed"
    }
    assert "effect" in disputed
    denials = [d for value in disputed["effect"]["values"] for d in value["denials"]]
    assert denials
    assert {d["claim"]["stance"] for d in denials} == {"denied"}
    shown = desk("incidents").stdout
    assert "⚠" in shown


def test_the_undated_report_is_kept_with_a_warning(desk: Shell) -> None:
    told = (desk.folder / "first.txt").read_text("utf-8")
    assert "undated-letter: no publication date" in told
    assert "1 without a publication date: kept" in told
    page = desk.json("report", "undated-letter")
    assert page["published"] is None
    assert page["events"]
    assert all(event["date"] is None for event in page["events"])


def test_every_value_leads_back_to_its_words(desk: Shell) -> None:
    with dateline.open(desk.folder / "dateline.db", read_only=True) as record:
        rows = list(record.claims())
        texts = {row.report.id: record.reading(row.report.id).report.text for row in rows}
    assert len(texts) > 5
    for row in rows:
        assert row.claim.span.of(texts[row.report.id]) == row.claim.text


def test_the_export_is_the_same_twice(desk: Shell, tmp_path: Path) -> None:
    for form in ("jsonl", "parquet"):
        for name in ("one", "other"):
            assert desk("export", form, "-o", tmp_path / name).returncode == 0
        assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_the_order_of_arrival_changes_nothing(desk: Shell, shell: Shell, examples: Path) -> None:
    assert shell("add", *sorted(examples.iterdir(), reverse=True)).returncode == 0
    for form in ("jsonl", "csv"):
        assert shell("export", form).stdout == desk("export", form).stdout


def test_search_and_sql_find_the_same_reports(desk: Shell) -> None:
    found = {hit["report"]["name"] for hit in desk.json("search", "Rosneft")}
    rows = desk.json("sql", "select name from v_reports where text like '%Rosneft%'")
    assert found == {row["name"] for row in rows} != set()


def test_installations_have_no_coordinates(desk: Shell) -> None:
    """Only towns have points, and every point says how far it may be off."""
    features = json.loads(desk("export", "geojson").stdout)["features"]
    for feature in features:
        properties = feature["properties"]
        if feature["geometry"] is None:
            assert properties["precision_level"] != "town"
        else:
            assert properties["precision_level"] == "town"
            assert properties["uncertainty_m"] >= 1000
