"""Rows of a data file by name, and the stretches of text they tell of; what the tasks on one layer of a reading load with."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from dateline.bench.lines import json_objects
from dateline.bench.metrics.spans import Stretch
from dateline.errors import ReportError, Where
from dateline.model.claims import Reading
from dateline.model.reports import Provenance, make_report
from dateline.pipeline.reading import read_report

Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Keyed:
    """One row and where it stands."""

    where: Where
    row: dict[str, Any]


def keyed(path: Path, *needed: str) -> dict[str, Keyed]:
    """The rows of a JSON Lines file by their ``id``, or where they have none by their 1-based line.

    Args:
        path: the file.
        needed: keys that every row must have; ``text`` must be a string.

    Raises:
        ReportError: naming file and line, if a row lacks a key, or its name stands there twice; naming the file, if there is no row.
    """
    found: dict[str, Keyed] = {}
    for number, row in json_objects(path):
        where = Where(str(path), line=number)
        name = str(row.get("id", number))
        lacking = [key for key in needed if key not in row or row[key] is None]
        if "text" in needed and not isinstance(row.get("text", ""), str):
            lacking.append("text as a string")
        if lacking or name in found:
            raise ReportError(
                where,
                f"lacks {', '.join(lacking)}." if lacking else f"holds {name!r} again.",
                f'Give one object a line, each "id" once, with {" and ".join(needed)}.',
            )
        found[name] = Keyed(where, row)
    if not found:
        raise ReportError(
            Where(str(path)),
            "holds no row.",
            "Give a file with one object a line, not an empty one.",
        )
    return found


def objects(at: Keyed, key: str) -> list[Row]:
    """The objects listed under a key.

    Raises:
        ReportError: naming file, line and key, if it holds anything else.
    """
    given = at.row[key]
    if isinstance(given, (list, tuple)) and all(isinstance(one, Mapping) for one in given):
        return list(given)
    raise ReportError(field(at, key), "no list of objects.", "Give a list, empty if there is none.")


def stretch(start: object, end: object, size: int, where: Where) -> Stretch:
    """A stretch of a text of ``size`` characters.

    Raises:
        ReportError: if start and end are not whole numbers with ``0 <= start <= end <= size``.
    """
    if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= size:
        return start, end
    raise ReportError(
        where,
        f"{start!r} to {end!r} is no stretch of a text of {size} characters.",
        "Give start and end in characters of the text, end exclusive.",
    )


def field(at: Keyed, key: str) -> Where:
    """Where a key of a row stands."""
    return Where(at.where.path, line=at.where.line, field=key)


def rules(text: str, name: str) -> Reading:
    """The rule reader's reading of a text that comes without date or outlet."""
    return read_report(
        make_report(text, name=name, provenance=Provenance(path=name, format="jsonl"))
    )
