import json
from pathlib import Path
from typing import Any

from corpus_authoring.spans import Problems
from corpus_authoring.stories import load, load_second

from tests.corpus.world import STORY


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


def compiled(folder: Path, text: str) -> tuple[Any, list[str]]:
    path = folder / "norrland-depot.yml"
    path.write_text(text, "utf-8")
    problems = Problems(path.name)
    return load(path, problems), problems.found


def test_a_report_gets_its_offsets_speakers_and_links(folder: Path) -> None:
    first, second, third = read(folder, "train")
    (event,) = first["events"]
    killed = event["claims"][2]
    assert first["id"] == "norrland-depot-1"
    assert first["text"][killed["start"] : killed["end"]] == killed["text"] == "Two people died"
    assert (killed["source"], killed["side"], killed["attribution"]) == ("Ana Bell", "Norrland", 1)
    assert event["times"][0]["from"] == "2031-03-04"
    assert first["attributions"][1]["via"][0]["text"] == "North Wire"
    assert [s["speaker"] for s in first["sources"]] == ["mayor"]
    assert third["not_incidents"][0]["trigger"]["text"] == "attacked"
    # A communiqué speaks for itself: the outlet is the speaker.
    own = second["events"][0]["claims"][0]
    assert (own["source"], own["speaker"], own["side"]) == ("outlet", "army", "Sudmark")


def test_what_a_speaker_says_again_stands_apart(tmp_path: Path) -> None:
    again = "    - [killed, 2, Two people, mayor, asserted]\n- id: 2"
    story, problems = compiled(tmp_path, STORY.replace("- id: 2", again, 1))
    event = story[1][0]["events"][0]
    assert problems == []
    assert [c["text"] for c in event["claims"] if c["field"] == "killed"] == ["Two people"]
    assert [c["text"] for c in event["repeats"]] == ["Two people died"]


def test_arguments_belong_to_the_nearest_trigger_of_their_sentence_unless_coded(
    tmp_path: Path,
) -> None:
    text = STORY.replace("triggers: [set]", "triggers: [set, died]")
    story, _ = compiled(tmp_path, text.replace("[[Drones, drone]]", "[[Drones, drone, {t: 1}]]"))
    event = story[1][0]["events"][0]
    assert [c["trigger"] for c in event["claims"]] == [0, 0, 1]
    assert event["weapons"][0]["trigger"] == 1


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    text = (
        STORY.replace("triggers: [set]", "triggers: []")
        .replace("claims:\n    - [occurrence, true, Drones set", "claims:\n    - [occurrence, true, Kites set")
        .replace("- [effect, fire, on fire, mayor, asserted]", "- [effect, fire, on fire, baker, asserted]")
        .replace("- [Traders attacked the krona, attacked]", "- []")
        .replace("date: null", "date: yesterday")
    )  # fmt: skip
    _, problems = compiled(tmp_path, text)
    assert len(problems) == 5
    for told in ("needs triggers", "Kites set", "'baker'", "not_incident 0", "found 'yesterday'"):
        assert any(told in problem for problem in problems)


def test_a_file_that_is_no_story_is_told(tmp_path: Path) -> None:
    assert compiled(tmp_path, "story: [")[0] is None
    found, problems = compiled(tmp_path, "story: x\n")
    assert found is None
    assert "lacks split, theatre" in problems[0]


def test_a_second_coding_takes_its_text_from_the_first(folder: Path) -> None:
    first = {report["id"]: report for report in read(folder, "train")}
    path = folder / "second.yml"
    path.write_text(
        "reports:\n"
        "- report: norrland-depot-3\n"
        "  speakers: {bell: {name: Ana Bell, kind: named, side: null}}\n"
        "  attributions:\n"
        "  - [bell, Ana Bell, said, ['\"I am against the war and its strikes,\"']]\n"
        "- report: nowhere-9\n",
        "utf-8",
    )
    problems = Problems(path.name)
    (report,) = load_second(path, first, problems)
    assert report["id"] == "norrland-depot-3"
    assert report["text"] == first["norrland-depot-3"]["text"]
    assert report["sources"][0]["speaker"] == "bell"
    assert problems.found == ["second.yml: report: 'nowhere-9' is no report of the corpus"]
