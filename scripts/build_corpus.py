"""Compile ``corpus/stories/*.yml`` into the corpus's JSON Lines files.

    python scripts/build_corpus.py                      write corpus/{stories,train,dev,test}.jsonl
    python scripts/build_corpus.py --check              exit 1 if a file differs from what it would write
    python scripts/build_corpus.py --second FILE        tell what is wrong with these second codings, write nothing
    python scripts/build_corpus.py --only FILE … [--show]   read these stories only and tell what is wrong with them

Stories stand in the order of their file names, reports in the order of publication. Output is byte-stable.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "corpus")]

import validate  # noqa: E402 -- stands in corpus/ for those who use it without this script
from checks.basics import Check  # noqa: E402 -- likewise
from corpus_authoring.spans import Json, Problems  # noqa: E402
from corpus_authoring.stories import load, load_second  # noqa: E402

CORPUS = ROOT / "corpus"


def compile_all(
    paths: list[Path], problems: list[str], seconds: Iterable[Path] = ()
) -> dict[str, list[Json]]:
    """The objects of every output file, by its stem."""
    files: dict[str, list[Json]] = {name: [] for name in ("stories", *validate.SPLITS)}
    for path in paths:
        mine = Problems(path.name)
        loaded = load(path, mine)
        problems += mine.found
        if loaded:
            files["stories"].append(loaded[0])
            files[loaded[0]["split"]] += loaded[1]
    files["second"] = []
    add_seconds(files, seconds, problems)
    return files


def add_seconds(files: dict[str, list[Json]], paths: Iterable[Path], problems: list[str]) -> None:
    """The second codings in these files, beside the reports they are of."""
    first = by_id(files)
    for path in paths:
        mine = Problems(path.name)
        files["second"] += load_second(path, first, mine)
        problems += mine.found


def by_id(files: dict[str, list[Json]]) -> dict[str, Json]:
    """The reports of all splits."""
    return {report["id"]: report for split in validate.SPLITS for report in files[split]}


def rendered(rows: list[Json]) -> str:
    """JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def show(files: dict[str, list[Json]]) -> None:
    """Each event with what was linked by rule, for the coder to look over."""
    for split in validate.SPLITS:
        for report in files[split]:
            print(
                f"\n== {report['id']} ({report['published']}, {report['outlet']}, {report['genre']}, {len(report['text'].split())} words)"
            )
            for one in report["events"]:
                triggers = one["triggers"]
                print(
                    f"  event {one['key']} of {one['incident']}: {one['type']}, {one['stage']}, {one['date']}, {one['admin1']}; triggers {[t['text'] for t in triggers]}"
                )
                for key in ("times", "places", "attackers", "targets", "weapons"):
                    for row in one[key]:
                        print(f"    {key}: {row['text']!r} -> {triggers[row['trigger']]['text']!r}")
                for row in one["claims"]:
                    print(
                        f"    claim {row['field']} = {row['value']!r}: {row['text']!r} by {row['speaker']} ({row['stance']}{', hedged' if row['hedged'] else ''}), attribution {row['attribution']} -> {triggers[row['trigger']]['text']!r}"
                    )


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    only: dict[str, Any] = {"nargs": "+", "type": Path, "metavar": "FILE"}
    told = "write nothing; fail if a file is out of date"
    parser.add_argument("--check", action="store_true", help=told)
    parser.add_argument("--only", **only, help="read only these stories, write nothing")
    parser.add_argument("--second", **only, help="read only these second codings, write nothing")
    told = "with --only: print events and claims with their links, and the warnings"
    parser.add_argument("--show", action="store_true", help=told)
    return parser.parse_args()


def checked(files: dict[str, list[Json]]) -> Check:
    """What the validator finds in files that are not written yet."""
    with tempfile.TemporaryDirectory() as scratch:
        for name, rows in files.items():
            Path(scratch, f"{name}.jsonl").write_text(rendered(rows), encoding="utf-8")
        return validate.validate(Path(scratch))


def look(chosen: argparse.Namespace) -> int:
    """Tell what is wrong with the files named; the exit status."""
    found: list[str] = []
    stories = chosen.only or sorted((CORPUS / "stories").glob("*.yml"))
    # Whoever looks at second codings is not told what is wrong with the first.
    files = compile_all(stories, [] if chosen.second else found)
    add_seconds(files, chosen.second or (), found)
    result = checked(files)
    if chosen.show:
        show(files)
    if chosen.second:
        found += [p for p in result.problems if p.startswith("second.jsonl")]
    elif not found:
        found += result.problems
    warnings = [w for w in result.warnings if w.startswith("second.jsonl") == bool(chosen.second)]
    for line in (*(f"warning: {w}" for w in warnings if chosen.show), *found):
        print(line)
    print(f"{len(found)} problems")
    return 1 if found else 0


def main() -> int:
    """Write, check or look; the exit status."""
    chosen = arguments()
    if chosen.only or chosen.second:
        return look(chosen)
    found: list[str] = []
    seconds = sorted((CORPUS / "second").glob("*.yml"))
    files = compile_all(sorted((CORPUS / "stories").glob("*.yml")), found, seconds)
    found += [] if found else checked(files).problems
    if found:
        print(*found, f"{len(found)} problems", sep="\n")
        return 1
    texts = {CORPUS / f"{name}.jsonl": rendered(rows) for name, rows in files.items()}
    stale = {p: t for p, t in texts.items() if not p.exists() or p.read_text("utf-8") != t}
    for path, text in stale.items():
        if chosen.check:
            print(f"corpus/{path.name} is out of date; run: python scripts/build_corpus.py")
        else:
            path.write_text(text, encoding="utf-8")
    if not chosen.check:
        wrote = ", ".join(path.name for path in stale) or "nothing new"
        print(f"{len(files['stories'])} stories, {len(by_id(files))} reports; wrote {wrote}")
    return 1 if chosen.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
