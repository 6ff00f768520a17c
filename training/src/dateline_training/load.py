"""The corpora of a configuration, read and laid over word pieces."""

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from dateline_training.config import Config
from dateline_training.example import Example, faults
from dateline_training.labels import SNIPPET_TYPES
from dateline_training.windows import Labelled, lay


def examples(name: str, files: Sequence[str], roots: Sequence[Path]) -> Iterator[Example]:
    """The examples of some files of a corpus.

    Args:
        name: the corpus's module.
        files: paths below one of the roots.
        roots: where to look, in this order.

    Raises:
        FileNotFoundError: if a file stands below none of the roots.
        ValueError: if an example is at fault.
    """
    read = importlib.import_module(f"dateline_training.corpora.{name}").read
    for file in files:
        path = next((root / file for root in roots if (root / file).exists()), None)
        if path is None:
            raise FileNotFoundError(f"{file} stands below none of {', '.join(map(str, roots))}.")
        for example in read(path):
            wrong = list(faults(example))
            if wrong:
                raise ValueError("; ".join(wrong[:5]))
            yield example


def corpora(
    config: Config, tokenizer: Tokenizer, roots: Sequence[Path]
) -> tuple[dict[str, list[Labelled]], dict[str, list[Labelled]]]:
    """Training and development texts of every corpus of a configuration, by its name."""
    train = {
        use.name: [lay(e, tokenizer, SNIPPET_TYPES) for e in examples(use.name, use.train, roots)]
        for use in config.corpora
    }
    return train, development(config, tokenizer, roots)


def development(
    config: Config, tokenizer: Tokenizer, roots: Sequence[Path]
) -> dict[str, list[Labelled]]:
    """Development texts of every corpus that has some, by its name."""
    return {
        use.name: [lay(e, tokenizer, SNIPPET_TYPES) for e in examples(use.name, use.dev, roots)]
        for use in config.corpora
        if use.dev
    }
