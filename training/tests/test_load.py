import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from tokenizers import Tokenizer

from dateline_training.config import Config, CorpusUse
from dateline_training.example import Example, Tagged
from dateline_training.labels import LAYERS, SNIPPET_TYPES
from dateline_training.load import corpora, development, examples


def _read(path: Path) -> Iterator[Example]:
    """An example a line, its first word a cue; a line of blanks is one whose cue is at fault."""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        yield Example(
            id=f"{path.stem}-{number}",
            corpus="invented",
            text=line,
            layers=frozenset({"cue"}),
            tagged=(Tagged(layer="cue", start=0, end=line.find(" "), label="cue"),),
            label=SNIPPET_TYPES[3],
        )


@pytest.fixture
def roots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two folders with files of a corpus whose module is invented too."""
    module = ModuleType("dateline_training.corpora.invented")
    module.read = _read  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    one, two = tmp_path / "one", tmp_path / "two"
    for root, name, text in (
        (one, "a", "he said\nhe bombed"),
        (two, "a", "the other"),
        (two, "b", "police said"),
        (two, "bad", "he said\n" + " \n" * 7),
    ):
        root.mkdir(exist_ok=True)
        (root / f"{name}.txt").write_text(text, "utf-8")
    return one, two


def test_files_are_read_from_the_first_root_that_has_them(roots: tuple[Path, Path]) -> None:
    found = [e.text for e in examples("invented", ["b.txt", "a.txt"], roots)]
    assert found == ["police said", "he said", "he bombed"]
    assert [e.text for e in examples("invented", ["a.txt"], roots[::-1])] == ["the other"]


def test_a_file_below_no_root_is_named(roots: tuple[Path, Path]) -> None:
    found = examples("invented", ["a.txt", "c.txt"], roots)
    assert [next(found).text, next(found).text] == ["he said", "he bombed"]
    with pytest.raises(FileNotFoundError, match=r"c\.txt stands below none of .*one, .*two"):
        next(found)


def test_an_example_at_fault_is_refused(roots: tuple[Path, Path]) -> None:
    with pytest.raises(ValueError, match=r"^invented bad-1: cue at 0-0 lies outside the text$"):
        list(examples("invented", ["bad.txt"], roots))


def test_a_corpus_that_no_module_reads_is_refused(roots: tuple[Path, Path]) -> None:
    with pytest.raises(ModuleNotFoundError, match="nowhere"):
        list(examples("nowhere", ["a.txt"], roots))


def test_texts_are_laid_by_corpus(tokenizer: Tokenizer, roots: tuple[Path, Path]) -> None:
    config = Config(
        package="",
        sha256="",
        watch=(),
        corpora=(CorpusUse(name="invented", train=("a.txt",), dev=("b.txt",)),),
    )
    train, dev = corpora(config, tokenizer, roots)
    cue = list(LAYERS).index("cue")
    assert [t.tags[cue].tolist() for t in train["invented"]] == [[1, 0], [1, 0]]
    assert [t.label for t in train["invented"]] == [3, 3]
    assert [len(items) for items in dev.values()] == [1]
    assert list(development(config, tokenizer, roots)) == ["invented"]


def test_a_corpus_may_have_no_development_texts(
    tokenizer: Tokenizer, roots: tuple[Path, Path]
) -> None:
    use = CorpusUse(name="invented", train=("b.txt",))
    train, dev = corpora(Config(package="", sha256="", watch=(), corpora=(use,)), tokenizer, roots)
    assert (list(train), dev) == (["invented"], {})
