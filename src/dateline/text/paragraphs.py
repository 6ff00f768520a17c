"""Where paragraphs end: at blank lines, at indents, and at line ends that no line width explains."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.spans import Span

_WIDEST = 100  # no wire or mail wraps later than that
_NARROWEST = 40  # shorter "columns" are lists and headlines
_SLACK = 8  # columns a wrapped line may fall short beyond the word that did not fit
_WRAPPED_SHARE = 0.7  # of the line ends inside blocks that the width must explain
_STOPS = frozenset(".!?…:;\"'”’»)]")
_RUNS_ON = frozenset(",-–—(/&")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: Span
    first_word: int
    blank_before: bool

    @property
    def indent(self) -> int:
        return self.words.start - self.start


def find_paragraphs(body: str) -> tuple[Span, ...]:
    """The paragraphs of a normalised body, in order, without surrounding white space.

    A blank line always ends one. A single line end does too, unless the text is hard-wrapped (most of
    its line ends stand where the next word would have passed the margin) or the next line plainly goes on:
    it begins with a small letter, or this one ends with a comma or dash. In hard-wrapped text an indented
    line opens a paragraph, and so does the line after one that stops far short of the margin.
    """
    lines = tuple(_lines(body))
    width = _wrap_width(lines)
    found: list[Span] = []
    for index, line in enumerate(lines):
        if index and not _breaks(body, lines[index - 1], line, width):
            found[-1] = Span(found[-1].start, line.words.end)
        else:
            found.append(line.words)
    return tuple(found)


def _lines(body: str) -> Iterator[_Line]:
    """The lines that are not blank."""
    last_end = 0
    for match in _LINE.finditer(body):
        stripped = match.group().strip(" ")
        if not stripped:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip(" "))
        space = stripped.find(" ")
        yield _Line(
            start=match.start(),
            end=match.end(),
            words=Span(start, start + len(stripped)),
            first_word=len(stripped) if space < 0 else space,
            blank_before=body.count("\n", last_end, match.start()) > 1,
        )
        last_end = match.end()


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """The column at which the text is hard-wrapped; None when it is not."""
    inner = [(before, after) for before, after in pairwise(lines) if not after.blank_before]
    width = max((line.words.end - line.start for line in lines), default=0)
    if not inner or not _NARROWEST <= width <= _WIDEST:
        return None
    explained = sum(_fills(before, after, width) for before, after in inner)
    return width if explained >= _WRAPPED_SHARE * len(inner) else None


def _fills(before: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of ``after`` had no room left on the line before."""
    return before.words.end - before.start + 1 + after.first_word > width - _SLACK


def _breaks(body: str, before: _Line, after: _Line, width: int | None) -> bool:
    if after.blank_before:
        return True
    if width is not None:
        if after.indent >= before.indent + 2:
            return True
        return not _fills(before, after, width) and body[before.words.end - 1] in _STOPS
    last, first = body[before.words.end - 1], body[after.words.start]
    return last in _STOPS or not (last in _RUNS_ON or first.islower())
