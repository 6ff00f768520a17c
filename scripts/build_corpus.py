"""Compile ``corpus/stories/*.yml`` into the corpus's JSON Lines files.

    python scripts/build_corpus.py                      write corpus/{stories,train,dev,test}.jsonl
    python scripts/build_corpus.py --check              exit 1 if a file differs from what it would write
    python scripts/build_corpus.py --only FILE … [--show]   read these stories only and tell what is wrong with them

Stories stand in the order of their file names, reports in the order of publication. Output is byte-stable.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "corpus")]

import validate  # noqa: E402 -- stands in corpus/ for those who use it without this script
from checks.basics import Check  # noqa: E402 -- likewise
from corpus_authoring.spans import Json, Problems  # noqa: E402
from corpus_authoring.stories import load  # noqa: E402

CORPUS = ROOT / "corpus"


def compile_all(paths: list[Path], problems: list[str]) -> dict[str, list[Json]]:
    """The objects of every output file, by its stem."""
    files: dict[str, list[Json]] = {name: [] for name in ("stories", *validate.SPLITS)}
    for path in paths:
        mine = Problems(path.name)
        loaded = load(path, mine)
        problems += mine.found
        if loaded:
            files["stories"].append(loaded[0])
            files[loaded[0]["split"]] += loaded[1]
    return files


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


def main() -> int:
    """Write, check or look; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file is out of date"
    )
    parser.add_argument(
        "--only",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="read only these stories, write nothing",
    )
    parser.add_argument(
        "--show",
        action="store_true",
        help="with --only: print events and claims with their links, and the warnings",
    )
    chosen = parser.parse_args()
    found: list[str] = []
    files = compile_all(sorted(chosen.only or (CORPUS / "stories").glob("*.yml")), found)
    texts = {f"{name}.jsonl": rendered(rows) for name, rows in files.items()}
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in texts.items():
            Path(scratch, name).write_text(text, encoding="utf-8")
        result = validate.validate(Path(scratch)) if not found else Check()
    if chosen.only and chosen.show:
        show(files)
        print(*(f"warning: {w}" for w in result.warnings), sep="\n")
    trouble = found + result.problems
    print(*trouble, sep="\n" if trouble else "")
    if chosen.only or trouble:
        print(f"{len(trouble)} problems")
        return 1 if trouble else 0
    stale = [
        name
        for name, text in texts.items()
        if not (CORPUS / name).exists() or (CORPUS / name).read_text(encoding="utf-8") != text
    ]
    if chosen.check:
        print(
            *(
                f"corpus/{name} is out of date; run: python scripts/build_corpus.py"
                for name in stale
            ),
            sep="\n",
        )
        return 1 if stale else 0
    for name in stale:
        (CORPUS / name).write_text(texts[name], encoding="utf-8")
    print(
        f"{len(files['stories'])} stories, {sum(len(files[s]) for s in validate.SPLITS)} reports; wrote {', '.join(stale) or 'nothing new'}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
