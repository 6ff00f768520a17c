"""Find the words a coder names in a text.

Three ways to name a span, so that nobody counts characters:

``struck``                 the words stand once in the text
``the [[struck]] depot``   the words around make it clear; the brackets hold the span
``struck@2``               the second time the words stand there
"""

import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Entry: TypeAlias = Any
"""A row as a person typed it; what it is gets checked."""
Range: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class Problems:
    """What is wrong with one file, told all at once."""

    path: str
    found: list[str] = field(default_factory=list)

    def add(self, where: str, what: str) -> None:
        """Note one problem: where in the file, what was found and what would do."""
        self.found.append(f"{self.path}: {where}: {what}")


def span(
    text: str, words: object, where: str, problems: Problems, within: Range | None = None
) -> Json:
    """``{"text", "start", "end"}`` of the words; an empty span, and a problem noted, where they can't be told.

    Args:
        text: the report.
        words: as the coder named them (see above).
        where: what is being coded, for the message.
        problems: where trouble is noted.
        within: if given, an occurrence inside this range is preferred to those outside.
    """
    if not isinstance(words, str) or not words.strip():
        problems.add(where, f"needs words of the text, found {words!r}")
        return {"text": "", "start": 0, "end": 0}
    places, offset, length, nth = _occurrences(text, words)
    if within is not None and nth is None and len(places) > 1:
        inside = [p for p in places if within[0] <= p + offset and p + offset + length <= within[1]]
        places = inside if len(inside) == 1 else places
    if nth is not None and places:
        places = places[nth - 1 : nth]
    if len(places) != 1:
        problems.add(where, _trouble(text, words, places, length))
        return {"text": "", "start": 0, "end": 0}
    start = places[0] + offset
    return {"text": text[start : start + length], "start": start, "end": start + length}


def _occurrences(text: str, words: str) -> tuple[list[int], int, int, int | None]:
    """Where the words stand, how far into them the span begins, its length, and which occurrence is meant."""
    numbered = re.fullmatch(r"(.+)@(\d+)", words, re.DOTALL)
    nth = int(numbered.group(2)) if numbered else None
    bare = numbered.group(1) if numbered else words
    framed = re.fullmatch(r"(.*?)\[\[(.+?)\]\](.*)", bare, re.DOTALL)
    if framed:
        before, inner, after = framed.groups()
        return _find(text, before + inner + after, whole=False), len(before), len(inner), nth
    return _find(text, bare, whole=True), 0, len(bare), nth


def _find(text: str, words: str, *, whole: bool) -> list[int]:
    """Every place the words stand; ``whole`` leaves out those that begin or end inside a word."""
    found = [m.start() for m in re.finditer(re.escape(words), text)]
    if not whole:
        return found
    return [
        p for p in found if not _inside_word(text, p) and not _inside_word(text, p + len(words))
    ]


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _trouble(text: str, words: str, places: list[int], length: int) -> str:
    if not places:
        return f"{words!r} does not stand in the text; copy the words exactly"
    shown = "; ".join(
        f"@{n} …{text[max(0, p - 20) : p + length + 20]!r}…" for n, p in enumerate(places[:6], 1)
    )
    return f"{words!r} stands {len(places)} times; add @n or use words [[span]] words: {shown}"


def sentence_of(text: str, at: int) -> Range:
    """The sentence, roughly, that holds a position: between full stops, question and exclamation marks and line breaks."""
    start = max((m.end() for m in re.finditer(r"[.!?][\"”’)]*\s+|\n+", text[:at])), default=0)
    end = re.search(r"[.!?][\"”’)]*(?=\s)|\n", text[at:])
    return start, at + end.end() if end else len(text)
