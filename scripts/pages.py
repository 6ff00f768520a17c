"""Pages that are written by a script and checked by a test."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def keep(target: Path, wanted: str, script: str, *, check: bool) -> int:
    """Write a page where it differs, or only say that it does.

    Args:
        target: the page.
        wanted: what should stand there.
        script: file name of the script that writes it.
        check: write nothing.

    Returns:
        The exit status: 1 where the page is out of date and was not written.
    """
    if target.exists() and target.read_text(encoding="utf-8") == wanted:
        return 0
    name = target.relative_to(ROOT)
    if check:
        print(f"{name} is out of date; run: python scripts/{script}")
        return 1
    target.write_text(wanted, encoding="utf-8")
    print(f"{name}: written")
    return 0
