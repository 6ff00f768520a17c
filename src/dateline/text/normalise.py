"""Normalisation with a map back: what a reader sees, without what only a machine sees.

Line ends become ``\\n``, every kind of space a plain one; control, zero-width, soft-hyphen and direction characters go; letters are composed (Unicode NFC)
cluster by cluster, so that every character of the body stands for a known stretch of the source. Typographic apostrophes, quotation marks and
dashes stay: they carry meaning for the reader of quotations.
"""

import unicodedata
from collections.abc import Iterator

from dateline.model.texts import OffsetMap

_LINE_ENDS = frozenset("\r\u0085\u2028\u2029\x0b\x0c")
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def normalise(characters: str) -> tuple[str, OffsetMap]:
    """The normalised body, and where each of its characters comes from."""
    body: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(characters):
        piece = _replacement(characters[start:end])
        body.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return "".join(body), OffsetMap(tuple(starts), tuple(ends))


def _clusters(characters: str) -> Iterator[tuple[int, int]]:
    """Each base character with the combining marks after it; a carriage return with its line feed."""
    start, size = 0, len(characters)
    while start < size:
        end = start + 1
        if characters[start] == "\r" and end < size and characters[end] == "\n":
            end += 1
        elif not characters[start].isspace():
            while end < size and characters[end] > "\u02ff" and unicodedata.combining(characters[end]):
                end += 1
        yield start, end
        start = end


def _replacement(cluster: str) -> str:
    if len(cluster) == 1 and " " <= cluster <= "~":
        return cluster
    if cluster in {"\n", "\r\n"} or cluster in _LINE_ENDS:
        return "\n"
    if cluster.isspace():
        return " "
    if len(cluster) == 1 and unicodedata.category(cluster) in _DROPPED:
        return ""
    return unicodedata.normalize("NFC", cluster)
