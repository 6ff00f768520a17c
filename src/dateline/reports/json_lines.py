"""JSON Lines, a JSON array, or a single JSON object; read piece by piece."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.errors import ReportError, Where
from dateline.model.reports import Report
from dateline.reports.decode import detect
from dateline.reports.json_pieces import BLANK, Broken, pieces
from dateline.reports.lines import Line, read_chunks, read_lines
from dateline.reports.opened import HEAD, Opened
from dateline.reports.options import LoadOptions
from dateline.reports.record import report_of

_LINE_REMEDY = "Each report needs to be one JSON object, in JSON Lines one a line."


def read_json(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    """The reports of JSON Lines, of an array of objects, or of one object.

    Memory holds one report at a time. A broken line of JSON Lines is given as an error and the
    rest goes on; an array can't be read past a broken element.

    Raises:
        ReportError: if the file is empty or can't be decoded at all.
    """
    read = _document if _is_document(opened, options) else _each_line
    empty = True
    for found in read(opened, options):
        empty = False
        yield found
    if empty:
        raise ReportError(opened.where, "there is nothing in it.", _LINE_REMEDY)


def _is_document(opened: Opened, options: LoadOptions) -> bool:
    """Whether the head opens an array, or an object that goes on over lines or is all there is."""
    encoding = detect(opened.head, opened.where, forced=options.encoding)
    opening, _, more = opened.head.decode(encoding, "ignore").strip(BLANK).partition("\n")
    if opening.startswith("[") or opening.strip() == "{":
        return True
    if not opening.startswith("{") or not opened.file_name.lower().endswith(".json"):
        return False
    if not more:
        return len(opened.head) < HEAD
    try:
        json.loads(opening)
    except (ValueError, RecursionError):
        return True
    return False


def _each_line(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    for line in read_lines(opened, options):
        characters = (line.characters or "").strip(BLANK)
        if line.error is not None:
            yield line.error
        elif characters:
            yield _of_line(opened, options, line, characters)


def _of_line(
    opened: Opened, options: LoadOptions, line: Line, characters: str
) -> Report | ReportError:
    where = replace(opened.where, line=line.number)
    try:
        value = json.loads(characters)
    except json.JSONDecodeError as error:
        found = f"this is no JSON: {error.msg} at column {error.colno}."
        return ReportError(where, found, _LINE_REMEDY)
    except (ValueError, RecursionError):  # a number of 5,000 digits, a hundred thousand brackets
        return ReportError(where, "a number is too long or brackets nest too deep.", _LINE_REMEDY)
    return _of_value(value, where, f"{opened.stem}#{line.number}", options)


def _document(opened: Opened, options: LoadOptions) -> Iterator[Report | ReportError]:
    """The elements of an array, or one object."""
    for count, piece in enumerate(pieces(read_chunks(opened, options), options.max_bytes), 1):
        where = replace(opened.where, line=piece.line)
        if isinstance(piece, Broken):
            remedy = "What follows in the file was not read. " + _LINE_REMEDY
            yield ReportError(where, f"this is no JSON: {piece.reason}.", remedy)
        else:
            name = f"{opened.stem}#{count}" if piece.of_array else opened.stem
            yield _of_value(piece.value, where, name, options)


def _of_value(value: object, where: Where, name: str, options: LoadOptions) -> Report | ReportError:
    if not isinstance(value, Mapping):
        return ReportError(where, f"found a JSON {type(value).__name__}.", _LINE_REMEDY)
    try:
        return report_of(value, where=where, form="jsonl", fallback_name=name, options=options)
    except ReportError as error:
        return error
