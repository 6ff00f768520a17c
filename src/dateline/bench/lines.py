"""JSON Lines files of the benchmarks."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.errors import ReportError, Where


def json_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every object of a JSON Lines file with its 1-based line; empty lines are passed over.

    Raises:
        ReportError: naming file and line, if a line is no JSON object, or the file is not UTF-8.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line.decode())
            except ValueError as error:
                raise ReportError(
                    Where(str(path), line=number),
                    f"no JSON in UTF-8 ({error}).",
                    "Give one object a line.",
                ) from error
            if not isinstance(value, dict):
                raise ReportError(
                    Where(str(path), line=number), "no JSON object.", "Give one object a line."
                )
            yield number, value
