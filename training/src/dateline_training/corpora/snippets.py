"""Authored snippets: short texts of one ACLED sub-event type each, in a YAML file a type (ACLED codebook of 2019)."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import yaml

from dateline_training.example import Example
from dateline_training.labels import SNIPPET_TYPES

Places: TypeAlias = dict[str, str]
"""The texts met so far and where."""

_KEYS = ("about", "type", "texts")


def read(path: Path) -> Iterator[Example]:
    """The texts of all files of a folder, by the files' names; nothing is tagged.

    Args:
        path: folder of ``<slug>.yml`` with ``about``, ``type`` and ``texts``; the texts' ids are the slug and their number, from 1.

    Raises:
        ValueError: naming file and line, if a file is no YAML, has other keys, an unknown type, no texts, or a text that is empty or stands somewhere
            already (blanks and case aside).
        FileNotFoundError: if there is no such file in the folder.
    """
    files = sorted(path.glob("*.yml"))
    if not files:
        raise FileNotFoundError(f"{path}: there is no file *.yml here")
    met: Places = {}
    for file in files:
        yield from _examples(file, met)


def _examples(file: Path, met: Places) -> Iterator[Example]:
    """The texts of one file, which ``met`` is told of."""
    parts = _parts(file)
    kind = _words(file, parts["type"])
    if kind not in SNIPPET_TYPES:
        raise ValueError(f"{_where(file, parts['type'])}: there is no type {kind!r}")
    texts = parts["texts"]
    if not isinstance(texts, yaml.SequenceNode) or not texts.value:
        raise ValueError(f"{_where(file, texts)}: texts is no list of texts")
    for number, node in enumerate(texts.value, 1):
        text = _words(file, node)
        same = " ".join(text.split()).casefold()
        if same in met:
            raise ValueError(f"{_where(file, node)}: {text[:40]!r} stands in {met[same]} already")
        met[same] = _where(file, node)
        yield Example(id=f"{file.stem}-{number}", corpus="snippets", text=text, label=kind)


def _parts(file: Path) -> dict[str, yaml.Node]:
    """The nodes under the three keys of a file."""
    try:
        root = yaml.compose(file.read_text("utf-8"), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"{file}: no YAML: {error}") from error
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    keys = [_words(file, key) for key, _ in pairs]
    if sorted(keys) != sorted(_KEYS):
        raise ValueError(f"{file}: has the keys {keys}, not {list(_KEYS)}")
    return dict(zip(keys, (node for _, node in pairs), strict=True))


def _words(file: Path, node: yaml.Node) -> str:
    """A node's text, unchanged."""
    if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:str":
        raise ValueError(f"{_where(file, node)}: this is no text; put it in quotes")
    if not node.value.strip():
        raise ValueError(f"{_where(file, node)}: an empty text")
    return str(node.value)


def _where(file: Path, node: yaml.Node) -> str:
    return f"{file}, line {node.start_mark.line + 1}"
