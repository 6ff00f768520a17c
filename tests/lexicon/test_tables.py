import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.lexicon.tables import lexicon_hash, table

ROOT = Path(__file__).resolve().parents[2]


def test_generated_tables_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "build_lexicon.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_missing_table_says_what_to_do() -> None:
    with pytest.raises(ResourceError, match="build_lexicon"):
        table("no such table")


def test_hash_is_sixteen_hex_digits() -> None:
    assert len(lexicon_hash()) == 16
    assert set(lexicon_hash()) <= set("0123456789abcdef")
