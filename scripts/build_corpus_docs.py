"""Write ``docs/corpus-figures.md``: what the corpus holds, how far two codings agree, how the reader does on it.

python scripts/build_corpus_docs.py             write the page
python scripts/build_corpus_docs.py --check     exit 1 if it would differ
python scripts/build_corpus_docs.py --like FILE …   print how the invented reports compare with coded real ones, write nothing
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts")]

from corpus_authoring import agreement, counts  # noqa: E402 -- stands beside this file
from corpus_authoring.spans import Json  # noqa: E402
from pages import keep  # noqa: E402

from dateline.bench import corpus as bench  # noqa: E402
from dateline.bench.metrics.coreference import MEASURES, conll  # noqa: E402
from dateline.bench.metrics.records import NAMES  # noqa: E402
from dateline.bench.records import as_report  # noqa: E402
from dateline.pipeline.reading import read_report  # noqa: E402
from dateline.views.coded import coded  # noqa: E402

CORPUS = ROOT / "corpus"
PAGE = ROOT / "docs" / "corpus-figures.md"
HEAD = """# The corpus in figures

Written by `python scripts/build_corpus_docs.py`; don't edit by hand. What the corpus is: [its README](../corpus/README.md) and [datasheet](../corpus/DATASHEET.md). What the labels mean: [the corpus guide](corpus-guide.md).
"""

RULES = """F1 of `dateline bench records --corpus corpus/SPLIT.jsonl`. The first row, measured before any rule had been changed with sight of a report of the corpus (November 2026): record F1 0.233 on `train`, 0.240 on `dev`, 0.217 on `test`; events 0.598, 0.596, 0.600;
CoNLL 0.409, 0.453, 0.404; dissent 0.144, 0.167, 0.200. Since then rules have been written from the errors on `train` alone."""


def rows_of(name: str) -> list[Json]:
    """The objects of one of the corpus's files."""
    path = CORPUS / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, figures to the right."""
    lines = [list(columns), ["---", *["---:"] * (len(columns) - 1)], *map(list, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def counts_part() -> str:
    """What the corpus holds."""
    reports = {split: rows_of(split) for split in counts.SPLITS}
    stories = rows_of("stories")
    every = [report for split in counts.SPLITS for report in reports[split]]
    columns = ("theatre", "stories", *counts.SPLITS, "reports", "events")
    parts = [
        "## What it holds",
        table(("", *counts.SPLITS, "all"), counts.size_rows(reports, stories)),
        f"Of all words, {counts.attributed_share(every):.0%} lie in what somebody is said to have said.",
        "### Where",
        table(columns, counts.theatre_rows(reports, stories)),
        "### On purpose",
        table(("", "count"), counts.special(reports, stories)),
        "### Vocabularies",
        "How often each word is used, in events, arguments, claims and positions of all splits.",
    ]
    for name, counted in counts.spread(reports).items():
        told = ", ".join(f"{word} {n}" for word, n in counted.most_common())
        parts.append(f"- **{name}**: {told}")
    genres = ", ".join(f"{name} {n}" for name, n in counts.labels(reports, "genre") if int(n) > 1)
    parts += ["### Kinds of report", f"Those of which there is more than one: {genres}."]
    return "\n\n".join(parts) + "\n"


def agreement_part() -> str:
    """How far two codings agree."""
    second = {report["id"]: report for report in rows_of("second")}
    every = {r["id"]: r for split in counts.SPLITS for r in rows_of(split)}
    first = {name: every[name] for name in second}
    found = agreement.record_f1(first, second)
    spans = [
        (name, *(f"{prf.f1:.3f}" for prf in agreement.span_f1(first, second, of)))
        for name, of in agreement.SPANS.items()
    ]
    alphas = [
        *agreement.unit_alphas(first, second),
        *(agreement.word_alpha(first, second, n, of) for n, of in agreement.SPANS.items()),
    ]
    alpha_rows = [
        (a.name, str(a.units), f"{a.observed:.3f}", "–" if a.value is None else f"{a.value:.3f}")
        for a in sorted(alphas, key=lambda each: each.name)
    ]
    columns = ("unit", "units", "agreed on", "alpha")
    parts = [
        "## Two codings",
        f"{len(second)} reports were coded a second time from their text alone. F1 takes the second coding as a reader's work and scores it against the first, with the measures of `dateline bench records`.",
        table(
            ("measure", "P", "R", "F1"),
            ((n, *(f"{x:.3f}" for x in (p.precision, p.recall, p.f1))) for n, p in found.items()),
        ),
        table(("spans, F1", "exact", "overlapping"), spans),
        "Krippendorff's alpha (nominal) over units that both coders marked, and over words; – where all units have one value.",
        table(columns, alpha_rows),
    ]
    return "\n\n".join(parts)


def scores_part() -> str:
    """The rule reader on each split."""
    runs = {split: bench.run(CORPUS / f"{split}.jsonl") for split in counts.SPLITS}
    records = [
        (name, *(f"{runs[s].scores.counts[name].f1:.3f}" for s in counts.SPLITS)) for name in NAMES
    ]
    records.append(("record", *(f"{runs[s].scores.record.f1:.3f}" for s in counts.SPLITS)))
    empty = [
        f"{run.scores.false_events} in {run.scores.noisy} of {run.scores.empty}"
        for run in runs.values()
    ]
    records.append(("false events on reports without one", *empty))
    for title, pick in (("links", "links"), ("links of events found", "found_links")):
        told = {s: getattr(runs[s].grouping, pick) for s in counts.SPLITS}
        records += [
            (f"{title}: {name}", *(f"{told[s][name].f1:.3f}" for s in told)) for name in MEASURES
        ]
        records.append((f"{title}: CoNLL", *(f"{conll(told[s]):.3f}" for s in told)))
    records.append(("dissent", *(f"{runs[s].grouping.dissent.f1:.3f}" for s in counts.SPLITS)))
    scores = table(("measure", *counts.SPLITS), records)
    return f"## The rule reader\n\n{RULES}\n\n{scores}"


def print_likeness(files: Iterable[Path]) -> None:
    """Invented against real reports, side by side."""
    sides = {
        "the corpus": [r for split in counts.SPLITS for r in rows_of(split)],
        **{
            path.name: [json.loads(x) for x in path.read_text("utf-8").splitlines()]
            for path in files
        },
    }
    told = {name: counts.likeness(rows) for name, rows in sides.items()}
    for name, rows in sides.items():
        read = [coded(read_report(as_report(row, Path(name)))) for row in rows]
        told[name]["share of words attributed, as the reader finds them"] = counts.attributed_share(
            read
        )
    lines = [(m, *(f"{told[name][m]:.2f}" for name in sides)) for m in told["the corpus"]]
    print(table(("", *sides), lines))


def main() -> int:
    """Write, check or print; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if the page is out of date"
    )
    parser.add_argument(
        "--like", nargs="+", type=Path, metavar="FILE", help="coded real reports to compare with"
    )
    chosen = parser.parse_args()
    if chosen.like:
        print_likeness(chosen.like)
        return 0
    text = f"{HEAD}\n{counts_part()}\n{agreement_part()}\n{scores_part()}"
    return keep(PAGE, text, "build_corpus_docs.py", check=chosen.check)


if __name__ == "__main__":
    sys.exit(main())
