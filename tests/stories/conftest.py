from pathlib import Path

import pytest

from tests.stories.shell import Shell

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example reports that come with the project."""
    return ROOT / "examples" / "reports"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """``dateline`` as a process of its own, in an empty folder."""
    return Shell(tmp_path)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Shell:
    """A folder with a ledger of all examples; tests only look at it."""
    made = Shell(tmp_path_factory.mktemp("desk"))
    done = made("add", examples)
    assert done.returncode == 0, done.stderr
    (made.folder / "first.txt").write_text(done.stdout + done.stderr, "utf-8")
    return made
