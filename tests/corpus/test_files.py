"""The corpus itself: up to date, valid, and as wide as it says it is."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import build_corpus
import build_corpus_docs
import pytest
import validate
from corpus_authoring import counts

from dateline.bench import corpus as bench
from dateline.model import vocab

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
VOCABULARY: dict[str, list[str]] = json.loads((CORPUS / "vocabulary.json").read_text("utf-8"))


def rows(name: str) -> list[dict[str, Any]]:
    text = (CORPUS / f"{name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def reports() -> dict[str, list[dict[str, Any]]]:
    return {split: rows(split) for split in counts.SPLITS}


def test_the_files_are_what_the_stories_compile_to() -> None:
    problems: list[str] = []
    stories = sorted((CORPUS / "stories").glob("*.yml"))
    files = build_corpus.compile_all(stories, problems, sorted((CORPUS / "second").glob("*.yml")))
    assert problems == []
    for name, compiled in files.items():
        written = (CORPUS / f"{name}.jsonl").read_text("utf-8")
        assert written == build_corpus.rendered(compiled), "run: python scripts/build_corpus.py"


def test_the_validator_finds_nothing() -> None:
    assert validate.validate(CORPUS).problems == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("type", vocab.EventType),
        ("stage", vocab.Stage),
        ("target", vocab.TargetType),
        ("weapon", vocab.WeaponType),
        ("field", vocab.Field),
        ("effect", vocab.Effect),
        ("stance", vocab.Stance),
        ("source_kind", vocab.SourceKind),
        ("polarity", vocab.Polarity),
    ],
)
def test_the_vocabularies_are_the_packages(name: str, kind: Any) -> None:
    assert VOCABULARY[name] == [member.value for member in kind]


def test_there_are_300_reports_in_60_stories(reports: dict[str, list[dict[str, Any]]]) -> None:
    split = Counter(story["split"] for story in rows("stories"))
    assert split == {"train": 40, "dev": 10, "test": 10}
    every = [report for split in counts.SPLITS for report in reports[split]]
    assert len(every) == 300
    assert sum(not report["events"] for report in every) == 60


def test_every_word_of_every_vocabulary_is_used(reports: dict[str, list[dict[str, Any]]]) -> None:
    used = counts.spread(reports)
    for name, shown in (
        ("type", "event type"),
        ("stage", "stage"),
        ("target", "target"),
        ("weapon", "weapon"),
        ("field", "claim field"),
        ("effect", "effect"),
        ("stance", "stance"),
        ("source_kind", "source kind"),
        ("polarity", "polarity"),
    ):
        assert set(VOCABULARY[name]) <= set(used[shown]), name


def test_a_tenth_is_coded_twice() -> None:
    assert len(rows("second")) >= 30


def test_at_least_25_stories_are_about_energy_or_logistics(
    reports: dict[str, list[dict[str, Any]]],
) -> None:
    told = {row[0]: row[1] for row in counts.special(reports, rows("stories"))}
    assert int(told["stories with energy or logistics targets"]) >= 25


def test_the_figures_page_is_up_to_date() -> None:
    page = build_corpus_docs.PAGE.read_text("utf-8")
    assert build_corpus_docs.counts_part() in page, "run: python scripts/build_corpus_docs.py"
    assert build_corpus_docs.agreement_part() in page, "run: python scripts/build_corpus_docs.py"


@pytest.mark.parametrize("split", counts.SPLITS)
def test_the_gold_standard_scores_full_marks_against_itself(split: str, tmp_path: Path) -> None:
    gold = bench.load(CORPUS / f"{split}.jsonl")
    system = tmp_path / "system.jsonl"
    with system.open("w", encoding="utf-8") as out:
        for report in gold.reports.values():
            told = {e["incident"]: sorted(gold.disputed[e["incident"]]) for e in report["events"]}
            out.write(json.dumps(report | {"disputed": told}) + "\n")
    done = bench.run(CORPUS / f"{split}.jsonl", system=system)
    assert done.scores.record.f1 == 1.0
    assert all(ratio.f1 == 1.0 for ratio in done.grouping.links.values())
    assert done.grouping.dissent.f1 == 1.0


def test_every_file_is_headed_as_invented() -> None:
    written = [*(CORPUS / "stories").glob("*.yml"), *(CORPUS / "second").glob("*.yml")]
    for path in written:
        assert path.read_text("utf-8").startswith("# Invented for testing"), path.name
    for name in (*counts.SPLITS, "stories", "second"):
        assert all("Invented for testing" in row["notice"] for row in rows(name)), name
