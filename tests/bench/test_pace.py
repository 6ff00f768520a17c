import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.bench.pace import ENCODER, READER, as_dict, run
from dateline.errors import ReportError, UsageError
from tests.encoder.fake import FakeEncoder


def test_the_reader_and_its_encoder_take_turns(texts: Path) -> None:
    encoder = FakeEncoder()
    ticks: list[int] = []
    done = run(texts, rounds=2, encoder=encoder, tick=lambda: ticks.append(1))
    assert (
        encoder.calls == [3] * 6
    )  # once for the whole reader and once alone, in each of three rounds
    assert len(ticks) == 6
    assert (done.texts, done.words) == (3, 24)
    assert set(done.words_per_second) == {READER, ENCODER}
    for spread in (*done.words_per_second.values(), *done.times_of_encoder.values()):
        assert 0 < spread.least <= spread.middle <= spread.most
    assert set(done.times_of_encoder) == {READER}
    assert set(as_dict(done)) == {"reports", "words", "words_per_second", "times_of_encoder"}


def test_rules_have_no_encoder_to_be_compared_with(texts: Path) -> None:
    done = run(texts, rounds=1, limit=2)
    assert done.texts == 2
    assert set(done.words_per_second) == {READER}
    assert done.times_of_encoder == {}


def test_spacy_is_piped_the_same_texts(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Pipeline:
        def pipe(self, bodies: list[str]) -> list[str]:
            seen.extend(bodies)
            return bodies

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=lambda _name: Pipeline()))
    done = run(texts, rounds=1, spacy="small")
    assert "spaCy's small" in done.words_per_second
    assert len(seen) == 6
    assert "schools" in seen[0]


def test_a_pipeline_that_is_not_installed_is_named(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"spaCy's pipeline 'small' can't be loaded"):
        run(texts, rounds=1, spacy="small")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_text("", "utf-8")
    with pytest.raises(ReportError, match=r"none\.jsonl.*holds no text"):
        run(path, rounds=1)
