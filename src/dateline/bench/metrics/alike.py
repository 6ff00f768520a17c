"""When two values, names or spans of coded reports count as equal.

The rules are those of the reference scorer for coded reports that the project's gold standard comes with: numbers exactly, ranges end by end, words after
case folding; two names when more than half the words of the shorter stand in the other; spans by their characters, or by words where offsets are missing.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]

_PLAIN = str.maketrans("’‘“”–—", "''\"\"--")
_TITLES = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "and", "or", "with", "who", "s", "mr", "mrs", "ms", "dr", "sir", "gen", "lt", "col", "maj", "president", "governor", "minister", "mayor", "secretary", "spokesman", "spokeswoman", "spokesperson"]
)  # fmt: skip


def comparable(value: Any) -> tuple[str, Any]:  # noqa: ANN401 -- any JSON value
    """A value with its kind, so that true is not 1 and "5" is 5."""
    if value is None or isinstance(value, bool):
        return "flag", value
    if isinstance(value, (int, float)):
        return "number", float(value)
    if isinstance(value, (list, tuple)):
        return "range", tuple(comparable(end) for end in value)
    words = " ".join(
        re.sub(r"(?<=\d),(?=\d{3})", "", str(value).casefold().translate(_PLAIN)).split()
    )
    return ("number", float(words)) if re.fullmatch(r"-?\d+(\.\d+)?", words) else ("text", words)


def name_words(name: str | None) -> frozenset[str]:
    """The words of a name without titles and small words; all of them if nothing else is left."""
    words = frozenset(
        re.findall(r"\w+", (name or "").casefold().replace("’", "'").replace("'s", ""))
    )
    return words - _TITLES or words


def rows(record: Row, key: str) -> list[Row]:
    """The objects listed under a key; none if the key is missing."""
    return [row for row in (record.get(key) or []) if isinstance(row, Mapping)]


def overlap(one: Row, other: Row) -> float:
    """How alike two spans are, from 0 to 1: Dice over characters, or over words where an offset is missing."""
    if all(isinstance(span.get(end), int) for span in (one, other) for end in ("start", "end")):
        shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
        return (
            2 * shared / (one["end"] - one["start"] + other["end"] - other["start"])
            if shared > 0
            else 0.0
        )
    a, b = name_words(one.get("text")), name_words(other.get("text"))
    shared = len(a & b)
    return 2 * shared / (len(a) + len(b)) if shared and shared / min(len(a), len(b)) > 0.5 else 0.0


def best_overlap(one: Sequence[Row], other: Sequence[Row]) -> float:
    """The best :func:`overlap` of any pair."""
    return max((overlap(a, b) for a in one for b in other), default=0.0)


def same_source(gold: Row, system: Row, text: str) -> bool:
    """Whether two claims or positions name one speaker."""
    outlets = [
        row.get("source_kind") == "outlet" or comparable(row.get("source")) == ("text", "outlet")
        for row in (gold, system)
    ]
    if any(outlets):
        return all(outlets)
    a, b = name_words(gold.get("source")), name_words(system.get("source"))
    if a and b and len(a & b) / min(len(a), len(b)) > 0.5:
        return True
    start, end, name = system.get("source_start"), system.get("source_end"), gold.get("source")
    if not (isinstance(start, int) and isinstance(end, int) and name):
        return False
    return any(m.start() < end and start < m.end() for m in re.finditer(re.escape(name), text))
