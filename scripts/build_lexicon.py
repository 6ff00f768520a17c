"""Compile ``resources/*.yml`` into the tables the package carries.

    python scripts/build_lexicon.py           write src/dateline/lexicon/_generated/*.json
    python scripts/build_lexicon.py --check   exit 1 if a table differs from what it would write

Output is byte-stable: files in sorted order, keys as typed in, no time stamps. A file whose name does not
end in ``.yml`` (the GeoNames tables) is left to ``dateline.places.build``.
"""

import argparse
import json
import sys
from pathlib import Path

import yaml
from strict_yaml import StrictLoader

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources"
TARGET = ROOT / "src" / "dateline" / "lexicon" / "_generated"


def render(path: Path) -> str:
    """The JSON text of one YAML table.

    Raises:
        SystemExit: naming the file, if it is no mapping or lacks the key ``about``.
    """
    table = yaml.load(path.read_text(encoding="utf-8"), StrictLoader)  # noqa: S506 -- derived from SafeLoader
    if not isinstance(table, dict) or "about" not in table:
        sys.exit(
            f"{path}: needs to be a mapping with the key 'about' (what the table is and where it comes from)"
        )
    return json.dumps(table, ensure_ascii=False, indent=0, default=str) + "\n"


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a table is out of date"
    )
    check: bool = parser.parse_args().check
    wanted = {f"{path.stem}.json": render(path) for path in sorted(SOURCE.glob("*.yml"))}
    TARGET.mkdir(parents=True, exist_ok=True)
    there = {path.name: path.read_text(encoding="utf-8") for path in sorted(TARGET.glob("*.json"))}
    stale = sorted(
        name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name)
    )
    if check:
        for name in stale:
            print(
                f"{TARGET.relative_to(ROOT) / name} is out of date; run: python scripts/build_lexicon.py"
            )
        return 1 if stale else 0
    for name in stale:
        if name in wanted:
            (TARGET / name).write_text(wanted[name], encoding="utf-8")
        else:
            (TARGET / name).unlink()
        print(f"{name}: {'written' if name in wanted else 'removed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
