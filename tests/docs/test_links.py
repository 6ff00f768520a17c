import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SKIPPED = {"build", "dist", "node_modules"}
LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")


def pages() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*.md")):
        parts = path.relative_to(ROOT).parts
        if not any(part.startswith(".") or part in SKIPPED for part in parts):
            yield path


def links(page: Path) -> list[str]:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return LINK.findall(CODE.sub("", text))


def anchors(page: Path) -> set[str]:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ +(.+?) *#*$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def relative_links(page: Path) -> Iterator[tuple[str, Path, str]]:
    for link in links(page):
        if not re.match(r"[a-z][a-z0-9+.-]*:", link):
            path, _, anchor = link.partition("#")
            yield link, (page.parent / path).resolve() if path else page, anchor


def test_every_relative_link_leads_somewhere_inside_the_project() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages()
        for link, target, _ in relative_links(page)
        if not target.exists() or not target.is_relative_to(ROOT)
    ]
    assert broken == []


def test_every_link_to_a_heading_finds_it() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages()
        for link, target, anchor in relative_links(page)
        if anchor and target.suffix == ".md" and target.exists() and anchor not in anchors(target)
    ]
    assert broken == []


def test_every_file_of_the_documentation_can_be_reached_from_readme_or_index() -> None:
    reached = {
        target
        for index in (ROOT / "README.md", DOCS / "README.md")
        for _, target, _ in relative_links(index)
    }
    unreached = [
        str(path.relative_to(ROOT))
        for path in sorted(DOCS.rglob("*"))
        if path.is_file()
        and path != DOCS / "README.md"
        and path not in reached
        and not (path.parent != DOCS and path.parent in reached)
    ]
    assert unreached == []


def test_links_are_found_outside_code_only(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text('[a](b.md "c") `[d](e.md)`\n\n```\n[f](g.md)\n```\n[h](i.md#j)\n', "utf-8")
    assert links(page) == ["b.md", "i.md#j"]
