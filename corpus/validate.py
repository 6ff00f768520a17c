#!/usr/bin/env python3
"""Check the Dateline corpus.

    python3 validate.py [FOLDER] [--warnings]

Standard library only, so that the corpus can be checked without Dateline. Every problem is told with file, report and field;
the exit status is 1 if there is one. Warnings are for a coder's eye and do not fail.

Checked: offsets against the text; the closed vocabularies; that speakers, attributions, triggers, incidents, stories and copies which
are named exist; that days are days, in order, and agree with a weekday the words name; that a claim's value fits its field;
that the settled record's dissent rests on claims and that differing figures are told as dissent or as updates; that stories keep
to one split and that no place of ``test`` stands in ``train``.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from checks.basics import VOCABULARY, Check, Json
from checks.reports import check_report
from checks.stories import check_places, check_story

SPLITS = tuple(VOCABULARY["split"])


def read(path: Path) -> list[Json]:
    """The objects of one JSON Lines file; none if there is no such file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def validate(folder: Path) -> Check:
    """Everything found wrong with the corpus in a folder."""
    check = Check()
    stories = {story["story"]: story for story in read(folder / "stories.jsonl")}
    reports = {split: read(folder / f"{split}.jsonl") for split in SPLITS}
    times = Counter(report["id"] for rows in reports.values() for report in rows)
    check.problems += [f"{name} stands {n} times" for name, n in times.items() if n > 1]
    grouped: dict[str, list[Json]] = defaultdict(list)
    for split, rows in reports.items():
        ids = {report["id"] for report in rows}
        for report in rows:
            where = f"{split}.jsonl, {report['id']}"
            check.need(report["split"] == split, where, f"is of split {report['split']!r}")
            check_report(check, report, stories.get(report["story"]), ids, where)
            grouped[report["story"]].append(report)
    for name, story in stories.items():
        check_story(check, story, grouped[name], f"stories.jsonl, {name}")
    first = {report["id"]: report for rows in reports.values() for report in rows}
    for second in read(folder / "second.jsonl"):
        where = f"second.jsonl, {second['id']}"
        known = first.get(second["id"], {}).get("text")
        check.need(known == second["text"], where, "has not the text of the first coding")
        check_report(check, second, _by_itself(second), (), where)
    check_places(check, reports["train"], reports["test"], list(stories.values()))
    return check


def _by_itself(report: Json) -> Json:
    """A story for a report that was coded apart from the others: its own speakers and incidents."""
    return {
        "reports": [report["id"]],
        "speakers": report["sources"],
        "incidents": [{"incident": event["incident"]} for event in report["events"]],
    }


def main(arguments: list[str]) -> int:
    """Print what is wrong; the exit status."""
    folders = [a for a in arguments if not a.startswith("--")]
    folder = Path(folders[0]) if folders else Path(__file__).resolve().parent
    if not (folder / "stories.jsonl").exists():
        print(f"{folder}: no corpus here (there is no stories.jsonl)")
        return 2
    check = validate(folder)
    shown = check.warnings if "--warnings" in arguments else []
    for line in (*(f"warning: {warning}" for warning in shown), *check.problems):
        print(line)
    told = f"{len(check.problems)} problems, {len(check.warnings)} warnings"
    print(told if shown else f"{told} (--warnings shows them)")
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
