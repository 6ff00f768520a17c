"""JSON Lines, a JSON array, or a single JSON object; read piece by piece."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.errors import ReportError, Where
from dateline.model.reports import Report
from dateline.reports.json_pieces import Broken, Piece, pieces
from dateline.reports.lines import Line, read_lines
from dateline.reports.opened import Opened
from dateline.reports.options import LoadOptions
from dateline.reports.record import report_of

_LINE_REMEDY = "Each line needs to be one JSON object."


def read_json(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    """The reports of JSON Lines, of an array of objects, or of one object.

    Memory holds one report at a time. A broken line of JSON Lines is given as an error and the
    rest goes on; an array can't be read past a broken element.
    """
    lines = read_lines(opened, options)
    first: list[Line] = []
    for line in lines:
        first.append(line)
        if line.characters is None or line.characters.strip("\ufeff \t\r\n\x00"):
            break
    if not first or not (first[-1].error or (first[-1].characters or "").strip("\ufeff \t\r\n\x00")):
        raise ReportError(opened.where, "the file is empty.", "Give one JSON object a line.")
    if _is_document(first[-1].characters, opened):
        yield from _document(opened, options, first, lines)
        return
    yield from _of_line(opened, options, first[-1])
    for line in lines:
        yield from _of_line(opened, options, line)


def _is_document(characters: str | None, opened: Opened) -> bool:
    """Whether the first line opens an array or an object that goes on over lines."""
    opening = (characters or "").strip("\ufeff \t\r\n\x00")
    if opening.startswith("[") or opening == "{":
        return True
    if not opening.startswith("{") or not opened.file_name.lower().endswith(".json"):
        return False
    try:
        json.loads(opening)
    except (ValueError, RecursionError):
        return True
    return False


def _of_line(opened: Opened, options: LoadOptions, line: Line) -> Iterator[Report | ReportError]:
    where = replace(opened.where, line=line.number)
    if line.error is not None:
        yield line.error
        return
    characters = (line.characters or "").strip("\ufeff \t\r\n\x00")
    if not characters:
        return
    try:
        value = json.loads(characters)
    except (ValueError, RecursionError) as error:  # RecursionError: a hundred thousand brackets
        yield ReportError(where, f"this is no JSON: {_reason(error)}.", _LINE_REMEDY)
        return
    yield _of_value(value, where, f"{opened.stem}#{line.number}", options)


def _document(
    opened: Opened, options: LoadOptions, first: list[Line], rest: Iterator[Line]
) -> Iterator[Report | ReportError]:
    """The elements of an array, or one object."""

    def all_lines() -> Iterator[Line]:
        yield from first
        yield from rest

    count = 0
    for piece in pieces(all_lines(), options.max_bytes):
        count += 1
        where = replace(opened.where, line=piece.line)
        if isinstance(piece, Broken):
            yield piece.error or ReportError(
                where, f"this is no JSON: {piece.reason}.", "What follows in the file was not read."
            )
            return
        name = f"{opened.stem}#{count}" if piece.of_array else opened.stem
        yield _of_value(piece.value, where, name, options)
    if count == 0:
        yield ReportError(opened.where, "the array is empty.", "Give one object a report.")


def _of_value(
    value: object, where: Where, name: str, options: LoadOptions
) -> Report | ReportError:
    if not isinstance(value, Mapping):
        return ReportError(where, f"found a JSON {type(value).__name__}.", _LINE_REMEDY)
    try:
        return report_of(value, where=where, form="jsonl", fallback_name=name, options=options)
    except ReportError as error:
        return error


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


__all__ = ["Piece", "read_json"]
