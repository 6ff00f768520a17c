"""What each corpus adds: short runs alike but for one corpus, or one group of them, left out.

A full run takes an hour and a half; these are cut short, so that their figures lie below the shipped weights' and are compared with each other only. The
development texts stay whole. A run with a corpus less is shorter by that corpus's steps and sees as much of the others.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dateline_training.config import Config
from dateline_training.train import log_entries, run

EVERYTHING = "nothing"
"""Name of the run that leaves nothing out."""


def without(config: Config, names: Sequence[str]) -> Config:
    """The configuration with nothing to learn from the named corpora, whose development texts it keeps.

    Raises:
        ValueError: if the configuration has no such corpus.
    """
    known = [use.name for use in config.corpora]
    for name in names:
        if name not in known:
            raise ValueError(f"no corpus {name!r} in the configuration: it has {', '.join(known)}.")
    uses = tuple(replace(use, train=()) if use.name in names else use for use in config.corpora)
    return replace(config, corpora=uses)


def plan(config: Config, groups: Sequence[Sequence[str]], rounds: float) -> dict[str, Config]:
    """The runs by what they leave out, the one that leaves out nothing first.

    Each measures once, at its end.
    """
    short = replace(config, rounds=rounds, every=10**9, patience=10**9)
    return {EVERYTHING: short} | {"+".join(names): without(short, names) for names in groups}


def ablate(
    config: Config, groups: Sequence[Sequence[str]], rounds: float, roots: Sequence[Path], out: Path
) -> dict[str, Mapping[str, float]]:
    """Train every run of :func:`plan`; the development figures of each, also written to ``ablation.json`` below ``out``.

    A run that is done already is not done again.
    """
    figures: dict[str, Mapping[str, float]] = {}
    for name, short in plan(config, groups, rounds).items():
        run(short, roots, out / name)
        figures = dict(_figures(out))
        (out / "ablation.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return figures


def _figures(out: Path) -> Iterator[tuple[str, Mapping[str, float]]]:
    for log in sorted(out.glob("*/log.jsonl")):
        for entry in log_entries(log.parent):
            dev = entry.get("dev")
            if isinstance(dev, dict):
                yield log.parent.name, dev


def table(figures: Mapping[str, Mapping[str, float]], measures: Sequence[str]) -> str:
    """The figures as lines of a Markdown table: what is left out against the measures, each as the change from the run with everything."""
    base = figures[EVERYTHING]
    lines = [
        "| without | " + " | ".join(measures) + " |",
        "|---" * (len(measures) + 1) + "|",
        f"| {EVERYTHING} | " + " | ".join(f"{base.get(m, 0.0):.3f}" for m in measures) + " |",
    ]
    for name, found in figures.items():
        if name != EVERYTHING:
            changes = (found.get(m, 0.0) - base.get(m, 0.0) for m in measures)
            lines.append(f"| {name} | " + " | ".join(f"{change:+.3f}" for change in changes) + " |")
    return "\n".join(lines)
