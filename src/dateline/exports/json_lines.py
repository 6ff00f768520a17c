"""JSON Lines: one incident a line with every mention, claim and voice. Nothing is lost."""

import json
from typing import BinaryIO

from dateline.exports.record import Record
from dateline.incidents.json_shapes import Json, incident_shape


def write_json_lines(record: Record, out: BinaryIO) -> int:
    """One incident a line, UTF-8. Returns the lines written."""
    count = 0
    for incident in record.incidents:
        out.write(encode(incident_shape(incident)) + b"\n")
        count += 1
    return count


def encode(shape: Json) -> bytes:
    """Compact JSON in UTF-8; a text with lone surrogates, which have no UTF-8, is escaped instead."""
    try:
        return json.dumps(shape, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(shape, separators=(",", ":")).encode()
