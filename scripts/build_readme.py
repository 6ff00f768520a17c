"""Put the real output of the commands into README.md.

    python scripts/build_readme.py           run every command of the README and write what it prints
    python scripts/build_readme.py --check   exit 1 if a command prints something else than stands there

A block of output in the README stands under a comment that says which command it is of::

    <!-- run: dateline incident {Smolensk} | keep: i_ effect Told -->

``{Region}`` stands for the id of the incident of that region with the most reports. Of an output with ``keep``, only the parts (set apart
by empty lines) that begin with one of these words are shown; ``…`` stands for the rest. Ids, and with them the
order of equals, differ with every change of the tables; the check passes over both.
"""

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(
    r"(?P<head><!-- run: (?P<command>[^|\n]+?)(?: \| keep: (?P<keep>[^\n]+?))? -->\n\n```console\n)"
    r"(?P<old>.*?)(?P<tail>```\n)",
    re.DOTALL,
)
ID = re.compile(r"\b[irecpsw]_[0-9a-f]{6,16}\b")
WIDTH = "112"


def rendered(text: str, folder: Path) -> str:
    """The README with every block written anew."""
    ledger = folder / "demo.db"
    _run(["add", "examples/reports"], ledger)
    found = json.loads(_run(["incidents", "--json"], ledger))

    def block(match: re.Match[str]) -> str:
        command = _with_ids(match["command"], found)
        shown = _run(shlex.split(command)[1:], ledger)
        kept = _kept(shown, tuple((match["keep"] or "").split()))
        return f"{match['head']}$ {command}\n{kept}{match['tail']}"

    return BLOCK.sub(block, text)


def _run(arguments: list[str], ledger: Path) -> str:
    done = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "-m", "dateline", *arguments],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": WIDTH, "DATELINE_LEDGER": str(ledger)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _with_ids(command: str, found: list[dict[str, object]]) -> str:
    for region in re.findall(r"\{(\w+)\}", command):
        there = [i for i in found if i["admin1"] == region]
        most = max(there, key=lambda i: int(str(i["reports"])))
        command = command.replace(f"{{{region}}}", str(most["id"])[:10])
    return command


def _kept(shown: str, words: tuple[str, ...]) -> str:
    """Without spaces at the ends of lines; only the parts asked for."""
    lines = "\n".join(line.rstrip() for line in shown.strip("\n").splitlines())
    parts = re.split(r"\n\n+", lines)
    chosen: list[str] = []
    for part in parts:
        if not words or part.startswith(words):
            chosen.append(part)
        elif chosen[-1:] != ["…"]:
            chosen.append("…")
    return "\n\n".join(chosen) + "\n"


def _alike(one: str, other: str) -> bool:
    """The same lines, but for ids and their order."""
    return sorted(ID.sub("ID", one).splitlines()) == sorted(ID.sub("ID", other).splitlines())


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing; fail if out of date")
    check: bool = parser.parse_args().check
    there = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        wanted = rendered(there, Path(folder))
    if wanted == there or (check and _alike(wanted, there)):
        return 0
    if check:
        print("README.md shows other output than the commands; run: python scripts/build_readme.py")
        return 1
    README.write_text(wanted, encoding="utf-8")
    print("README.md: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
