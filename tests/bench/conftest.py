import json
from pathlib import Path

import pytest


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A file of three short texts, for what is timed."""
    path = tmp_path / "texts.jsonl"
    records = [{"text": f"Missiles hit {n} schools in the Sumy region."} for n in (2, 3, 4)]
    path.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    return path
