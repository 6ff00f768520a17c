"""Held against the reference scorers, over the key beside the project and responses spoilt in many ways."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.metrics.coreference import Ratio
from dateline.bench.metrics.muc4 import entities
from dateline.bench.metrics.muc4.judge import guidelines
from dateline.bench.metrics.muc4.ree import ree
from dateline.bench.metrics.muc4.report import ALL, Scores, Status, score
from dateline.bench.metrics.muc4.rme import VARIANTS, rme
from dateline.bench.metrics.muc4.slots import SLOTS
from dateline.bench.metrics.muc4.templates import templates

Record = dict[str, Any]
Slots = dict[str, list[str]]

COLUMNS = ("pos", "act", "cor", "par", "inc", "icr", "ipa", "spu", "mis", "non")
STATUS = {
    "matched": Status.MATCHED,
    "missing": Status.MISSING,
    "spurious": Status.SPURIOUS,
    "irrelevant": Status.NONE,
    "optional": Status.OPTIONAL,
}
CASES = [("dev", seed, spoilt) for seed in range(3) for spoilt in (0.0, 0.1, 0.25, 0.4, 0.55)] + [
    ("train", 7, 0.3)
]


def read(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(path: Path, records: Sequence[Mapping[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def spoil(key: Sequence[Record], seed: int, much: float) -> list[Record]:
    """Responses as a system might give them: fills lost, cut, swapped and invented, templates lost, merged and borrowed."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    every = [_plain(row) for record in key for row in record["templates"]]
    made = []
    for record in key:
        if chance.random() < much / 5:
            continue
        rows = [
            _spoilt(_plain(row), every, chance, much)
            for row in record["templates"]
            if chance.random() > much / 2
        ]
        if rows and chance.random() < much:
            one, other = chance.choice(rows), chance.choice(rows)
            rows.append({s: list(dict.fromkeys(one[s] + other[s])) for s in SLOTS})
        if chance.random() < much / 2:
            rows.append(chance.choice(every))
        chance.shuffle(rows)
        made.append({"docid": record["docid"], "templates": rows})
    return made


def _plain(row: Mapping[str, Any]) -> Slots:
    """A template of the key as lines, without the marks of what is optional."""
    return {
        s: [f["raw"].lstrip("? ") for f in row[s]] if isinstance(row[s], list) else []
        for s in SLOTS
    }


def _spoilt(row: Slots, every: Sequence[Slots], chance: random.Random, much: float) -> Slots:
    made = {}
    for slot, given in row.items():
        lines = [line for line in given if chance.random() > much / 2]
        if chance.random() < much:
            lines += chance.choice(every)[slot]
        made[slot] = [_line(line, chance) if chance.random() < much else line for line in lines]
        chance.shuffle(made[slot])
    return made


def _line(line: str, chance: random.Random) -> str:
    kind = chance.randrange(4)
    if kind == 0 and "(" not in line:
        return chance.choice(line.split(" / "))
    if kind == 1 and ": " in line and "(" not in line:
        return line.partition(": ")[0]
    if kind > 1 and line.count('"') == 2 and line[0] == line[-1] == '"':
        words = line.strip('"').split()
        cut = words[1:] if kind == 2 and len(words) > 1 else ["BRAVE", "AND", "THE", *words]
        return f'"{" ".join(cut)}"'
    return line


def run(script: Path, *arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, script, *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def official(tools: Path, key: Path, response: Path, judge: str) -> tuple[str, list[Record]]:
    """The reference's report and its tallies, template pair by template pair."""
    per_template = response.with_suffix(".tallies")
    arguments = ["--key-jsonl", key, "--response-jsonl", response, "--judge", judge]
    told = run(tools / "muc4_score.py", *arguments, "--per-template", per_template)
    return told, read(per_template)


def rows(scores: Scores) -> Iterator[tuple[tuple[object, ...], dict[str, dict[str, int]]]]:
    for pair in scores.pairs:
        named = (pair.document, pair.key, pair.response, pair.status)
        yield named, {slot: asdict(tally) for slot, tally in pair.slots.items()}


def expected_rows(
    told: Sequence[Record],
) -> Iterator[tuple[tuple[object, ...], dict[str, dict[str, int]]]]:
    for pair in told:
        named = (pair["message"], pair["key"], pair["response"], STATUS[pair["status"]])
        yield (
            named,
            {
                slot: {c: n for c, n in zip(COLUMNS, counts, strict=True) if c[0] != "i" or c == "inc"}
                for slot, counts in (pair["slots"] or {}).items()
            },
        )  # fmt: skip


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("judge", ["guidelines", "none"])
@pytest.mark.parametrize(("part", "seed", "spoilt"), CASES)
def test_every_tally_is_that_of_the_reference_scorer(
    shared: Path, tmp_path: Path, part: str, seed: int, spoilt: float, judge: str
) -> None:
    path = shared / "data" / "muc4" / f"{part}.jsonl"
    key = read(path)
    response = spoil(key, seed, spoilt)
    report, told = official(shared / "tools", path, write(tmp_path / "r.jsonl", response), judge)
    found = score(
        {r["docid"]: templates(r["templates"]) for r in key},
        {r["docid"]: templates(r["templates"]) for r in response},
        judge=guidelines if judge == "guidelines" else None,
    )
    assert list(rows(found)) == list(expected_rows(told))
    figures = re.search(r"F \(ALL TEMPLATES\) +P&R ([\d.]+) .*P&R unrounded ([\d.]+)", report)
    assert figures is not None
    total = found.total(ALL)
    assert (total.f, total.f_exact) == (float(figures[1]), float(figures[2]))


def line_of(name: str, ratio: Ratio) -> str:
    """One figure as the reference prints it."""
    figures = tuple(100 * figure for figure in (ratio.precision, ratio.recall, ratio.f1))
    counts = (ratio.found, ratio.of_response, ratio.kept, ratio.of_key)
    # The reference gives nought where there was nothing to find and nothing was given.
    p, r, f = figures if ratio.of_response or ratio.of_key else (0.0, 0.0, 0.0)
    told = "({:.0f}/{:.0f}, {:.0f}/{:.0f})".format(*counts)
    return f"{name:<28} P {p:6.2f}  R {r:6.2f}  F1 {f:6.2f}   {told}"


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("part", "seed", "spoilt"), CASES)
def test_entities_are_scored_as_by_the_reference_on_the_published_gold(
    shared: Path, tmp_path: Path, part: str, seed: int, spoilt: float
) -> None:
    data = shared / "data" / "muc4"
    key = read(data / f"{part}.jsonl")
    told = {r["docid"]: entities.response(r["templates"]) for r in spoil(key, seed, spoilt)}
    predictions = write(
        tmp_path / "p.jsonl",
        [
            {"docid": name, "templates": [{"incident_type": i.type, **i.roles} for i in incidents]}
            for name, incidents in told.items()
        ],
    )
    printed = run(shared / "tools" / "ceaf_score.py", predictions, data / f"gtt-{part}.json")
    known = {r["docid"]: [i.normalized() for i in entities.gold(r)] for r in key}
    given = {name: [i.normalized() for i in incidents] for name, incidents in told.items()}
    names = ("incident_type", *entities.ROLES, "micro")
    expected = [
        *(
            line_of(f"CEAF-REE {n}", r)
            for n, r in zip(names, ree(known, given).values(), strict=True)
        ),
        *(
            line_of(f"CEAF-RME {name}", rme(known, given, variant)["micro"])
            for name, variant in zip(
                ("phi-subset", "phi-3", "phi-3, per mention"), VARIANTS, strict=True
            )
        ),
    ]
    assert [line for line in printed.splitlines() if line.startswith("CEAF")] == expected


@pytest.mark.shared
@pytest.mark.parametrize("part", ["dev", "train"])
def test_the_entities_of_the_key_are_those_of_the_published_files(shared: Path, part: str) -> None:
    data = shared / "data" / "muc4"
    made = {r["docid"]: entities.gold(r) for r in read(data / f"{part}.jsonl")}
    for record in read(data / f"gtt-{part}.json"):
        published = [
            entities.Incident(
                row["incident_type"],
                {role: tuple(tuple(m[0] for m in e) for e in row[role]) for role in entities.ROLES},
            )
            for row in record["templates"]
        ]
        assert made[record["docid"]] == tuple(
            i for n, i in enumerate(published) if i not in published[:n]
        )
