import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = ROOT / "Makefile"

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    # The tests may themselves be run by `make test PYTHON=…`, which hands its settings on.
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments], cwd=ROOT, env=outside, capture_output=True, text=True, check=False
    )


@needs_make
def test_make_alone_lists_every_target() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE.read_text(encoding="utf-8"), re.MULTILINE)
    assert phony is not None
    listed = re.findall(r"^  ([a-z-]+) ", make().stdout, re.MULTILINE)
    assert sorted(listed) == sorted(phony[1].split())


@needs_make
def test_a_missing_python_is_named_with_what_to_do(tmp_path: Path) -> None:
    done = make("demo", f"VENV={tmp_path / 'none'}", "PYTHON=no-such-python")
    assert done.returncode != 0
    assert "No 'no-such-python' here" in done.stderr
    assert "make demo PYTHON=" in done.stderr


@needs_make
def test_an_old_python_is_named_with_its_version_and_what_to_do(tmp_path: Path) -> None:
    old = tmp_path / "old-python"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.0 && exit 0\nexit 1\n')
    old.chmod(0o755)
    done = make("demo", f"VENV={tmp_path / 'none'}", f"PYTHON={old}")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "is Python 3.9.0" in done.stderr


def test_the_script_of_continuous_integration_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")


def test_hooks_are_local_and_need_no_network() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    assert {hook["language"] for hook in config["repos"][0]["hooks"]} == {"system"}


@pytest.mark.parametrize("name", ["Makefile", ".ci/run", ".pre-commit-config.yaml"])
def test_no_address_stands_in_the_tools(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")
