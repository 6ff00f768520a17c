"""Make the tables of regions and countries that the package carries.

    python scripts/build_gazetteer_tables.py           write src/dateline/lexicon/_generated/geonames_*.tsv
    python scripts/build_gazetteer_tables.py --check   exit 1 if one differs from what it would write

Input: ``resources/geonames/*.tsv`` (facts of GeoNames, CC BY 4.0) and ``resources/place_aliases.yml`` (rules and
plain English names). Output is byte-stable: rows sorted by code, no time stamps. Columns:

``geonames_admin1.tsv``    code, name, variants joined by ``|``, geonameid, kind (``region``; ``city``: a town that is a
region by itself; ``absorbed``: counted with the region in the next column), code of the region it counts as, what
is added to the rank of its names.
``geonames_countries.tsv`` code, name, variants, geonameid, capital, population, neighbours joined by commas.
"""

import argparse
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "geonames"
ALIASES = ROOT / "resources" / "place_aliases.yml"
TARGET = ROOT / "src" / "dateline" / "lexicon" / "_generated"
PLAIN = str.maketrans(
    "\u2019\u2018\u02bb\u02bc`\u00b4\u0142\u0141\u00f8\u00d8\u0111\u0110\u0131", "'" * 6 + "lLoOdDi"
)
"""Apostrophes, and letters that have no decomposition (l, o, d with a stroke, i without a dot)."""
NOTICE = "# made by scripts/build_gazetteer_tables.py; contains data of GeoNames, CC BY 4.0"


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated table, by column; comment lines left out.

    Raises:
        SystemExit: naming the line, if a row has another number of columns than the heading.
    """
    lines = [
        (number, line.split("\t"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line and not line.startswith("#")
    ]
    heading = lines[0][1]
    for number, cells in lines[1:]:
        if len(cells) != len(heading):
            sys.exit(f"{path}:{number}: {len(cells)} columns, the heading has {len(heading)}")
        yield dict(zip(heading, cells, strict=True))


def plain(text: str) -> str:
    """The text in plain letters: no diacritics, straight apostrophes."""
    letters = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return "".join(c for c in letters if not unicodedata.combining(c))


def stem(name: str, stems: dict[str, Any]) -> str:
    """The bare name of a region, by the rules of ``stems`` in ``place_aliases.yml``."""
    bare = name
    for prefix in stems["prefixes"]:
        bare = bare.removeprefix(prefix)
    for suffix in stems["suffixes"]:
        if bare.endswith(suffix):
            bare = bare.removesuffix(suffix)
            break
    if not bare or bare in stems["directions"]:
        return name
    for ending in stems["adjectives"]["endings"]:
        if bare.endswith(ending) and len(bare) > len(ending) + 2:
            bare = bare.removesuffix(ending)
    return bare.rstrip("'").strip()


def line(*cells: str) -> str:
    """One row; a tab or bar inside a cell would break the table."""
    if any("\t" in cell or "\n" in cell for cell in cells):
        sys.exit(f"a cell holds a tab or line end: {cells}")
    return "\t".join(cells)


def joined(name: str, variants: list[str]) -> str:
    """Variants other than ``name``, each once, in order, joined by bars."""
    return "|".join(v for v in dict.fromkeys(variants) if v and v != name)


def admin1(aliases: dict[str, Any]) -> str:
    """The table of regions."""
    given = {entry["code"]: entry for entry in aliases["regions"]}
    cities, absorbed = set(aliases["cities"]["codes"]), aliases["absorbed"]
    known = list(rows(SOURCE / "admin1.tsv"))
    check_codes("admin1.tsv", {row["code"] for row in known}, {*given, *cities, *absorbed})
    out = [NOTICE, line("code", "name", "variants", "geonameid", "kind", "counts_as", "prominence")]
    for row in known:
        code, entry = row["code"], given.get(row["code"], {})
        found = plain(row["name"])
        found = found if found.isascii() else plain(row["ascii"])
        keeps = code in aliases["stems"]["keep"]
        name = entry.get("name") or (found if keeps else stem(found, aliases["stems"]))
        variants = [
            *entry.get("also", []),
            found,
            row["ascii"],
            *aliases["abbreviations"].get(code, []),
        ]
        kind = "absorbed" if code in absorbed else "city" if code in cities else "region"
        counts_as = absorbed[code]["into"] if code in absorbed else code
        cells = (row["geonameid"], kind, counts_as, str(entry.get("prominence", 0)))
        out.append(line(code, name, joined(name, variants), *cells))
    return "\n".join(out) + "\n"


def countries(aliases: dict[str, Any]) -> str:
    """The table of countries."""
    given = {entry["code"]: entry for entry in aliases["countries"]}
    known = list(rows(SOURCE / "countries.tsv"))
    check_codes("countries.tsv", {row["code"] for row in known}, set(given))
    out = [
        NOTICE,
        line("code", "name", "variants", "geonameid", "capital", "population", "neighbours"),
    ]
    for row in known:
        entry = given.get(row["code"], {})
        name = entry.get("name") or plain(row["name"])
        variants = joined(name, [*entry.get("also", []), plain(row["name"])])
        cells = (row["geonameid"], plain(row["capital"]), row["population"], row["neighbours"])
        out.append(line(row["code"], name, variants, *cells))
    return "\n".join(out) + "\n"


def check_codes(where: str, known: set[str], used: set[str]) -> None:
    """Stop if the aliases name a code that GeoNames lacks."""
    if missing := sorted(used - known):
        sys.exit(f"{ALIASES.name} names codes that {where} lacks: {', '.join(missing)}")


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a table is out of date"
    )
    check: bool = parser.parse_args().check
    aliases: dict[str, Any] = yaml.safe_load(ALIASES.read_text(encoding="utf-8"))
    wanted = {"geonames_admin1.tsv": admin1(aliases), "geonames_countries.tsv": countries(aliases)}
    TARGET.mkdir(parents=True, exist_ok=True)
    stale = 0
    for name, text in wanted.items():
        path = TARGET / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if check:
            print(
                f"{path.relative_to(ROOT)} is out of date; run: python scripts/build_gazetteer_tables.py"
            )
        else:
            path.write_text(text, encoding="utf-8")
            print(f"{name}: written")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
