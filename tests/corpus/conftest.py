import json
from pathlib import Path

import pytest
from build_corpus import compile_all, rendered

from tests.corpus.world import STORY, TEST_STORY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small corpus, compiled."""
    sources = tmp_path / "stories"
    sources.mkdir()
    for text in (STORY, TEST_STORY):
        name = text.split("story: ")[1].split("\n")[0]
        (sources / f"{name}.yml").write_text(text, "utf-8")
    problems: list[str] = []
    files = compile_all(sorted(sources.glob("*.yml")), problems)
    assert problems == []
    for name, rows in files.items():
        (tmp_path / f"{name}.jsonl").write_text(rendered(rows), "utf-8")
    assert json.loads((tmp_path / "train.jsonl").read_text("utf-8").splitlines()[0])
    return tmp_path
