import re
from pathlib import Path

DECISIONS = Path(__file__).resolve().parents[2] / "docs" / "decisions"
SECTIONS = ["Context", "Decision", "Consequences"]


def records() -> list[Path]:
    return sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")


def test_records_are_numbered_from_one_without_gaps() -> None:
    numbers = [path.name[:5] for path in records()]
    assert numbers == [f"{number:04d}-" for number in range(1, len(numbers) + 1)]


def test_every_record_has_its_sections_in_order() -> None:
    for path in records():
        found = re.findall(r"^## +(.+?)\s*$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert [name for name in found if name in SECTIONS] == SECTIONS, path.name


def test_every_record_opens_with_a_title() -> None:
    for path in records():
        assert path.read_text(encoding="utf-8").startswith("# "), path.name
