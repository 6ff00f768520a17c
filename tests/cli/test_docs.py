import re
import subprocess
import sys
from pathlib import Path

from dateline.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def test_the_reference_of_the_commands_is_up_to_date() -> None:
    script = ROOT / "scripts" / "build_cli_docs.py"
    done = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readme_shows_what_the_commands_print() -> None:
    script = ROOT / "scripts" / "build_readme.py"
    done = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readme_has_exactly_two_set_up_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    calls = [
        line[2:].split()[0] for b in blocks for line in b.splitlines() if line.startswith("$ ")
    ]
    assert calls[:2] == ["make", "make"]
    assert set(calls[2:]) == {"dateline"}
    assert re.findall(r"^\$ make (\w+)", text, re.MULTILINE) == ["demo", "test"]
    assert "pip install" not in text


def test_the_python_page_runs(tmp_path: Path) -> None:
    """Every block of docs/python.md in order, in one process, with reports of its own."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(
        "Date: 2024-04-02\n\nMissiles hit a school in Sumy."
    )
    (tmp_path / "articles.csv").write_text(
        'pub_date,body\n2024-04-03,"Drones hit a depot in Sumy."\n'
    )
    text = (ROOT / "docs" / "python.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 5
    code = "\n".join(blocks).replace(
        'with dateline.open("dateline.db") as record:',
        'record = dateline.open("dateline.db")\nif True:',
    )
    done = subprocess.run(
        [sys.executable, "-c", code + "\nrecord.close()"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "No one was hurt" in done.stdout
    assert (tmp_path / "incidents.parquet").exists()


def test_every_command_has_its_section() -> None:
    lines = (ROOT / "docs" / "cli.md").read_text("utf-8").splitlines()
    sections = [line for line in lines if line.startswith("## dateline ")]
    assert [s for s in sections if not s.startswith("## dateline bench ")] == [
        f"## dateline {name}" for name in COMMANDS
    ]
    assert "## dateline bench records" in sections
