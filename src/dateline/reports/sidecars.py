"""Sidecars: a small file beside a text that tells when and by whom it was published."""

import json
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from dateline.errors import ReportError, Where
from dateline.lexicon.columns import column_names, fold_column
from dateline.reports.decode import decode
from dateline.reports.header import header_fields

_TEXT_ENDINGS = (".txt", ".text", ".md")
_LARGEST = 1024 * 1024

Fields = tuple[tuple[str, object], ...]


def sidecar_fields(path: Path) -> Fields:
    """What the sidecars of a text tell; of several the first to name a field counts.

    For ``day.txt`` these are ``day.txt.json``, ``day.json``, ``day.txt.meta`` and ``day.meta``. A
    ``.json`` is a sidecar if it is one object with a date of publication and no text; a ``.meta``
    holds lines ``Name: value``.
    """
    if path.suffix.lower() not in _TEXT_ENDINGS:
        return ()
    found: dict[str, object] = {}
    for ending in (".json", ".meta"):
        for beside in (path.with_name(path.name + ending), path.with_suffix(ending)):
            for name, value in (_fields(beside) or {}).items():
                found.setdefault(fold_column(name), value)
    return tuple(found.items())


def text_of_sidecar(path: Path) -> Path | None:
    """The text that ``path`` is a sidecar of; None if it is no sidecar."""
    if path.suffix.lower() not in {".json", ".meta"}:
        return None
    bare = path.with_suffix("")
    wanted = chain(
        (bare,) if bare.suffix.lower() in _TEXT_ENDINGS else (),
        (path.with_suffix(ending) for ending in _TEXT_ENDINGS),
    )
    beside = next((text for text in wanted if text.is_file()), None)
    return beside if beside is not None and _fields(path) is not None else None


def _fields(path: Path) -> Mapping[str, object] | None:
    """The fields of a sidecar; None if it is none, or broken (it is then read, and refused, as a report)."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        characters = decode(path.read_bytes(), Where(str(path)))
        if path.suffix.lower() == ".meta":
            return header_fields(characters)
        value = json.loads(characters)
    except (OSError, ReportError, ValueError, RecursionError):
        return None
    if not isinstance(value, Mapping):
        return None
    names = {fold_column(name) for name in value}
    dated = not names.isdisjoint(column_names("published"))
    return value if dated and names.isdisjoint(column_names("text")) else None
