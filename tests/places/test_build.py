import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.model.places import Level
from dateline.places.build import SCHEMA_VERSION, build_gazetteer, builtin_version
from dateline.places.store import SqliteGazetteer

ROOT = Path(__file__).resolve().parents[2]


def test_generated_tables_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "build_gazetteer_tables.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_version_names_schema_package_and_tables() -> None:
    schema, package, tables = builtin_version().rsplit("-", 2)
    assert schema == str(SCHEMA_VERSION)
    assert package.count(".") >= 1
    assert len(tables) == 16


@pytest.mark.slow
def test_build_of_all_towns_reports_progress(tmp_path: Path) -> None:
    heard: list[float] = []
    build_gazetteer(tmp_path / "g.sqlite", lambda _what, done: heard.append(done))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert (tmp_path / "g.sqlite").stat().st_size < 60_000_000
    gazetteer = SqliteGazetteer(tmp_path / "g.sqlite")
    (yartsevo,) = gazetteer.lookup("Yartsevo")
    assert (yartsevo.level, yartsevo.admin1, yartsevo.country) == (Level.TOWN, "Smolensk", "RU")
    gazetteer.close()
