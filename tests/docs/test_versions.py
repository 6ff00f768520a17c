import re
import tomllib
from pathlib import Path

import dateline

ROOT = Path(__file__).resolve().parents[2]


def project_version() -> str:
    with (ROOT / "pyproject.toml").open("rb") as handle:
        version = tomllib.load(handle)["project"]["version"]
    assert isinstance(version, str)
    return version


def changelog_headings() -> list[tuple[str, str]]:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    return re.findall(r"^## \[([^]]+)\](?: - (.+))?$", text, re.MULTILINE)


def test_the_package_and_pyproject_name_the_same_version() -> None:
    assert dateline.__version__ == project_version()


def test_the_changelog_opens_with_that_version() -> None:
    released = [version for version, _ in changelog_headings() if version != "Unreleased"]
    assert released[0] == project_version()


def test_every_version_of_the_changelog_has_a_day_or_is_unreleased() -> None:
    for version, day in changelog_headings():
        if version != "Unreleased":
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}|Unreleased", day), f"{version}: {day!r}"


def test_changes_are_sorted_under_the_usual_headings() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
